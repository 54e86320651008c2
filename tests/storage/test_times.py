"""Times on disk are always in UTC, whatever zone they came from."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.storage.times import from_text, to_text

ZONES = ["UTC", "Europe/London", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago"]


@given(
    st.datetimes(
        min_value=datetime(1990, 1, 1),
        max_value=datetime(2100, 1, 1),
        timezones=st.sampled_from([ZoneInfo(name) for name in ZONES]),
    )
)
def test_a_moment_comes_back_as_the_same_moment(moment: datetime):
    again = from_text(to_text(moment))
    assert abs(again - moment.astimezone(UTC)) < timedelta(milliseconds=1)
    assert again.utcoffset() == timedelta(0)


@given(st.lists(st.datetimes(min_value=datetime(1990, 1, 1), timezones=st.just(UTC)), min_size=2))
def test_texts_stand_in_the_order_of_their_moments(moments: list[datetime]):
    texts = [to_text(moment) for moment in sorted(moments)]
    assert texts == sorted(texts)


def test_both_halves_of_the_hour_that_comes_twice_stay_apart():
    london = ZoneInfo("Europe/London")
    first = datetime(2026, 10, 25, 1, 30, tzinfo=london, fold=0)
    second = datetime(2026, 10, 25, 1, 30, tzinfo=london, fold=1)
    assert to_text(first) == "2026-10-25T00:30:00.000+00:00"
    assert to_text(second) == "2026-10-25T01:30:00.000+00:00"


def test_the_hour_that_is_skipped_in_spring_still_is_a_moment():
    skipped = datetime(2026, 3, 29, 1, 30, tzinfo=ZoneInfo("Europe/London"))
    assert to_text(skipped) == "2026-03-29T01:30:00.000+00:00"


def test_a_time_without_a_zone_is_a_mistake():
    with pytest.raises(ValueError, match="zone"):
        to_text(datetime(2026, 11, 22, 9))
