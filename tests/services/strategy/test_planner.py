"""The plan as it is filled in, and what day it is where the business stands."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from socialcoach.core.changes import Changes
from socialcoach.core.strategy.business import Business
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from tests.conftest import Clock


def plan(zone: str) -> Strategy:
    """A plan of a business in a zone."""
    return Strategy(business=Business(name="Hill Street Bakery", zone=zone))


def test_an_answer_is_kept_once(services: Services):
    assert services.planner.keep(plan("UTC")) is Changes.STRATEGY
    assert services.planner.keep(plan("UTC")) is Changes.NOTHING
    assert services.planner.strategy() == plan("UTC")


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Pacific/Kiritimati", date(2026, 11, 23)),
        ("Pacific/Pago_Pago", date(2026, 11, 21)),
        ("UTC", date(2026, 11, 22)),
    ],
)
def test_today_is_the_day_where_the_business_is(
    services: Services, clock: Clock, zone: str, day: date
):
    clock.set(datetime(2026, 11, 22, 10, 30, tzinfo=UTC))
    services.planner.keep(plan(zone))
    assert services.planner.today() == day


@pytest.mark.parametrize("zone", ["", "Europe", "Atlantis/Capital", "a\0b", "x" * 5000, "/etc"])
def test_a_zone_nobody_knows_counts_as_utc(services: Services, zone: str):
    services.planner.keep(plan(zone))
    assert str(services.planner.zone()) == "UTC"


@pytest.mark.parametrize(
    ("moment", "hour"),
    [
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), 0),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), 2),
        (datetime(2026, 10, 25, 0, 59, tzinfo=UTC), 1),
        (datetime(2026, 10, 25, 1, 0, tzinfo=UTC), 1),
        (datetime(2026, 10, 25, 2, 0, tzinfo=UTC), 2),
    ],
)
def test_both_clock_changes_are_followed(services: Services, moment: datetime, hour: int):
    services.planner.keep(plan("Europe/London"))
    assert moment.astimezone(services.planner.zone()).hour == hour


def test_the_step_of_the_wizard_is_remembered(services: Services):
    assert (services.planner.wizard_step(), services.planner.wizard_is_done()) == ("", False)
    services.planner.keep_wizard_step("goal")
    services.planner.finish_wizard()
    assert (services.planner.wizard_step(), services.planner.wizard_is_done()) == ("goal", True)
