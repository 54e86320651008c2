"""Keys for posts on Bluesky sort as their moments do."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.planning.record_keys import is_record_key, record_key

moments = st.datetimes(datetime(2024, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))


def test_a_known_moment_has_a_known_key():
    assert record_key(datetime(1970, 1, 1, tzinfo=UTC), 0) == "2222222222222"
    assert record_key(datetime(1970, 1, 1, tzinfo=UTC), 33) == "2222222222233"


@given(moments, st.integers(0, 1023))
def test_every_key_has_the_right_shape(moment: datetime, chance: int):
    key = record_key(moment, chance)
    assert is_record_key(key)
    assert key[0] in "234567abcdefghij"


@given(moments, st.integers(0, 1023), st.integers(0, 1023))
def test_a_later_moment_has_a_greater_key(moment: datetime, one: int, other: int):
    assert record_key(moment, one) < record_key(moment + timedelta(microseconds=1), other)


def test_other_texts_are_no_keys():
    assert not any(is_record_key(text) for text in ("", "2222222222221", "22222222222222", "../x"))
