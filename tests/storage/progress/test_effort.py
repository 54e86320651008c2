"""Minutes and the tally of customers who found the business online."""

from __future__ import annotations

from datetime import date

from sqlite_utils import Database

from socialcoach.storage.progress.effort import Effort


def test_minutes_between_two_days_count_both_days(database: Database):
    effort = Effort(database)
    for day in (1, 2, 3, 4):
        effort.add_minutes(date(2026, 11, day), "facebook", 10 * day, "writing")
    assert effort.minutes_between(date(2026, 11, 2), date(2026, 11, 3)) == 50
    assert effort.minutes_between(date(2026, 12, 1), date(2026, 12, 31)) == 0


def test_customers_who_found_us_are_counted_by_month(database: Database):
    effort = Effort(database)
    for day in (date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 30)):
        effort.add_found_us(day, "instagram")
    assert effort.found_us_by_month() == {"2026-10": 1, "2026-11": 2}
    assert effort.found_us_by_platform() == {
        ("2026-10", "instagram"): 1,
        ("2026-11", "instagram"): 2,
    }


def test_minutes_of_a_day_are_one_note_a_platform_with_writing_apart(database: Database):
    effort, day = Effort(database), date(2026, 11, 2)
    for minutes, what in ((5, "writing"), (7, "writing"), (12, "noted"), (8, "posting")):
        effort.add_minutes(day, "facebook", minutes, what)
    effort.add_minutes(date(2026, 11, 3), "instagram", 9, "noted")
    notes = [(note.day.day, note.platform, note.was_measured, note.minutes)
             for note in effort.notes(day, date(2026, 11, 3))]  # fmt: skip
    assert notes == [
        (3, "instagram", False, 9),
        (2, "facebook", False, 20),
        (2, "facebook", True, 12),
    ]


def test_a_note_put_right_takes_the_place_of_all_it_added_up(database: Database):
    effort, day = Effort(database), date(2026, 11, 2)
    for minutes, what in ((5, "writing"), (7, "writing"), (20, "noted")):
        effort.add_minutes(day, "facebook", minutes, what)
    noted, measured = effort.notes(day, day)
    effort.replace(measured, 10)
    assert effort.minutes_between(day, day) == 30
    effort.replace(noted, 0)
    assert [(note.was_measured, note.minutes) for note in effort.notes(day, day)] == [(True, 10)]
