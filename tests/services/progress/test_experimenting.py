"""Experiments out of the database."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlite_utils import Database

from socialcoach.core.errors import UserError
from socialcoach.core.progress.experiment import Experiment, Verdict
from socialcoach.services.bundle import Services
from tests.conftest import Clock
from tests.services.progress.past_posts import out

TUESDAYS = Experiment(0, "  Questions\non Tuesdays ", date(2026, 10, 1), date(2026, 10, 28))


def test_the_days_before_are_as_many_as_those_since(services: Services, database: Database) -> None:
    first = datetime(2026, 10, 1, 12, tzinfo=UTC)
    for day in range(-40, 28):
        out(database, first + timedelta(days=day), 40 if day >= 0 else 10 if day >= -28 else 40)
    services.experimenting.begin(TUESDAYS)
    [outcome] = services.experimenting.outcomes()
    assert outcome.verdict is Verdict.BETTER
    assert outcome.before is not None
    assert outcome.since is not None
    assert (outcome.before.posts, outcome.since.posts) == (28, 28)


def test_an_experiment_without_words_is_refused(services: Services) -> None:
    with pytest.raises(UserError, match=r"experiment\.no_words"):
        services.experimenting.begin(Experiment(0, " \n", TUESDAYS.first, TUESDAYS.last))
    assert services.experimenting.outcomes() == []


def test_the_words_stand_on_one_line(services: Services) -> None:
    services.experimenting.begin(TUESDAYS)
    [outcome] = services.experimenting.outcomes()
    assert outcome.experiment.changed == "Questions on Tuesdays"


def test_an_experiment_that_has_not_begun_is_too_early(services: Services, clock: Clock) -> None:
    clock.set(datetime(2026, 9, 20, 9, tzinfo=UTC))
    services.experimenting.begin(TUESDAYS)
    [outcome] = services.experimenting.outcomes()
    assert outcome.verdict is Verdict.TOO_EARLY


def test_ending_keeps_the_days_that_are_over(services: Services, clock: Clock) -> None:
    clock.set(datetime(2026, 10, 11, 9, tzinfo=UTC))
    services.experimenting.begin(TUESDAYS)
    [outcome] = services.experimenting.outcomes()
    services.experimenting.end(outcome.experiment)
    [ended] = services.experimenting.outcomes()
    assert ended.experiment.last == date(2026, 10, 10)
    services.experimenting.put_back(outcome.experiment)
    assert services.experimenting.outcomes()[0].experiment == outcome.experiment
