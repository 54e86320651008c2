"""Minutes measured while writing: pauses to think count, going away does not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.progress.writing_time import WritingTime, shared_out

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def written(*pauses: float) -> WritingTime:
    """Return the time after keys with these pauses between them, in seconds."""
    time, now = WritingTime().after_key(NOON), NOON
    for pause in pauses:
        now += timedelta(seconds=pause)
        time = time.after_key(now)
    return time


def test_pauses_to_think_count():
    assert written(1, 60, 59).whole_minutes()[0] == 2


def test_going_away_does_not_count():
    assert written(30, 3600, 30).whole_minutes()[0] == 1


def test_a_clock_put_back_takes_nothing_away():
    assert written(90, -5000, 10).seconds == 100


def test_what_is_less_than_a_minute_is_kept_for_next_time():
    minutes, left = written(100).whole_minutes()
    assert (minutes, left.seconds) == (1, 40)


@given(st.integers(0, 500), st.lists(st.sampled_from("abcdef"), unique=True, min_size=1))
def test_no_minute_is_lost_or_made_by_sharing(minutes: int, platforms: list[str]):
    assert sum(shared_out(minutes, platforms).values()) == minutes


def test_without_a_platform_nothing_is_noted():
    assert shared_out(5, []) == {}
