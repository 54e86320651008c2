"""What the owner changed on purpose, and whether it made a difference that can be seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.progress.experiment import Experiment, Outcome, judge
from socialcoach.core.progress.months import MonthSpan
from socialcoach.core.progress.overview import PlatformMonth
from socialcoach.core.text import clean
from socialcoach.services.strategy.planner import Planner
from socialcoach.storage.progress.experiments import Experiments
from socialcoach.storage.progress.numbers import NumberStore

BEFORE, SINCE = "before", "since"


class Experimenting:
    """Notes experiments and judges them; every day is one where the business is."""

    def __init__(self, store: Experiments, numbers: NumberStore, planner: Planner) -> None:
        self._store = store
        self._numbers = numbers
        self._planner = planner

    def begin(self, experiment: Experiment) -> Changes:
        """Note an experiment (its ``id`` is ignored); raise ``UserError("experiment.no_words")``.

        That is raised when it does not say what was changed.
        """
        words = " ".join(clean(experiment.changed).split())
        if not words:
            raise UserError("experiment.no_words")
        self._store.add(replace(experiment, changed=words))
        return Changes.NUMBERS

    def end(self, experiment: Experiment) -> Changes:
        """Let it end yesterday, the last day that is over; its first day at the earliest."""
        yesterday = self._planner.today() - timedelta(days=1)
        return self.put_back(replace(experiment, last=max(yesterday, experiment.first)))

    def remove(self, experiment_id: int) -> Changes:
        """Forget an experiment."""
        self._store.remove(experiment_id)
        return Changes.NUMBERS

    def put_back(self, experiment: Experiment) -> Changes:
        """Keep an experiment as it was: undoes ``end`` and ``remove``."""
        self._store.put(experiment)
        return Changes.NUMBERS

    def outcomes(self) -> list[Outcome]:
        """Return all experiments with what can be said of them, the latest first."""
        return [self._judged(one) for one in self._store.all()]

    def _judged(self, one: Experiment) -> Outcome:
        today = self._planner.today()
        end = one.first + timedelta(days=one.days(today))
        spans = [
            MonthSpan(BEFORE, self._begin(one.first_before(today)), self._begin(one.first)),
            MonthSpan(SINCE, self._begin(one.first), self._begin(end)),
        ]
        found: dict[str, dict[str, PlatformMonth]] = {BEFORE: {}, SINCE: {}}
        for row in self._numbers.month_rows(spans):
            found[row.on_platform.month][row.on_platform.platform] = row.on_platform
        return judge(one, found[BEFORE], found[SINCE], today)

    def _begin(self, day: date) -> datetime:
        zone = self._planner.zone()
        return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)
