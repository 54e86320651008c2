"""The owner's timer: it counts on whatever happens to the window."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlite_utils import Database

from socialcoach.services.progress.stopwatch import Stopwatch
from socialcoach.storage.settings import SettingStore
from tests.conftest import Clock


@pytest.fixture
def clock() -> Clock:
    """Nine o'clock on a Monday."""
    return Clock(datetime(2026, 11, 2, 9, tzinfo=UTC))


def test_the_timer_counts_whole_minutes_the_begun_one_too(database: Database, clock: Clock) -> None:
    stopwatch = Stopwatch(SettingStore(database), clock)
    stopwatch.start("instagram")
    clock.advance(minutes=24, seconds=1)
    assert stopwatch.stop() == 25
    assert stopwatch.running is None


def test_the_timer_runs_on_while_socialcoach_is_closed(database: Database, clock: Clock) -> None:
    Stopwatch(SettingStore(database), clock).start("facebook")
    after_restart = Stopwatch(SettingStore(database), clock)
    assert after_restart.running is not None
    assert after_restart.running.platform == "facebook"


def test_without_a_timer_no_minutes_are_made(database: Database, clock: Clock) -> None:
    assert Stopwatch(SettingStore(database), clock).stop() == 0


def test_a_clock_put_back_makes_no_negative_time(database: Database, clock: Clock) -> None:
    stopwatch = Stopwatch(SettingStore(database), clock)
    stopwatch.start("facebook")
    clock.advance(hours=-1)
    assert stopwatch.stop() == 1


def test_a_damaged_note_of_the_timer_is_none(database: Database, clock: Clock) -> None:
    SettingStore(database).put("timer", {"platform": "facebook", "since": "yesterday"})
    assert Stopwatch(SettingStore(database), clock).running is None
