"""How the owner looks at the calendar is remembered; damage falls back to the usual."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from socialcoach.core.changes import Changes
from socialcoach.core.planning.calendar_days import View
from socialcoach.services.bundle import Services
from socialcoach.services.planning.calendar_options import CalendarOptions
from socialcoach.storage.settings import SettingStore


def test_what_is_changed_is_kept(services: Services):
    keeper = services.calendar.options
    assert keeper.change(view=View.WEEK, day="2026-11-24") is Changes.SETTINGS
    assert keeper.change(view=View.WEEK) is Changes.NOTHING
    assert keeper.load().view is View.WEEK
    assert keeper.load().day == "2026-11-24"


@pytest.mark.parametrize(
    "damage",
    [
        "text",
        17,
        None,
        {"view": "year", "day": 3, "reminders": "yes", "region": 5, "left_alone": "x"},
        {"left_alone": ["a", None, 3.5]},
    ],
)
def test_damaged_options_are_the_usual_ones(services: Services, database: Database, damage: object):
    SettingStore(database).put("calendar", damage)
    assert services.calendar.options.load() == CalendarOptions()
