"""What the Progress page shows, gathered in the background over a connection of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from socialcoach.core.progress.answering import AnswerMonth
from socialcoach.core.progress.best_times import BestTimes
from socialcoach.core.progress.experiment import Outcome
from socialcoach.core.progress.followers import FollowerMonth
from socialcoach.core.progress.goal_pace import GoalPace
from socialcoach.core.progress.goal_path import GoalPath
from socialcoach.core.progress.kind_response import KindResponse
from socialcoach.core.progress.overview import Overview
from socialcoach.core.progress.worth_it import Worth
from socialcoach.services.bundle import Services


@dataclass(frozen=True)
class Shown:
    """Everything that stands on the page for one month.

    ``today``, ``platform_keys`` (those the owner chose) and ``reply_hours`` come along, so that the
    window itself asks the database for nothing while it puts the page up.
    """

    today: date
    platform_keys: Sequence[str]
    reply_hours: int
    overview: Overview
    kinds: Sequence[KindResponse]
    goal: GoalPace | None
    goal_path: GoalPath | None
    answering: Sequence[AnswerMonth]
    followers: Sequence[FollowerMonth]
    times: BestTimes
    worth: Sequence[Worth]
    experiments: Sequence[Outcome]

    @property
    def month(self) -> str:
        """Return the chosen month."""
        return self.overview.month


def gather(services: Services, month: str = "") -> Shown:
    """Gather a month in a worker; without a month the one to open with."""
    with services.in_worker() as own:
        return gather_here(own, month)


def gather_here(services: Services, month: str = "") -> Shown:
    """Gather over the connection of ``services`` itself."""
    overview = services.months.overview(month)
    strategy = services.planner.strategy()
    return Shown(
        today=services.planner.today(),
        platform_keys=strategy.platform_keys,
        reply_hours=strategy.brand.reply_hours,
        overview=overview,
        kinds=services.months.kinds(overview.month),
        goal=services.months.goal(overview.month),
        goal_path=services.months.goal_path(overview),
        answering=_answering(services, overview.shown),
        followers=services.months.followers(overview),
        times=services.insights.best_times(overview.month),
        worth=services.insights.worth_it(overview.month),
        experiments=services.experimenting.outcomes(),
    )


def _answering(services: Services, months: Sequence[str]) -> list[AnswerMonth]:
    times = services.relations.answer_times
    return [AnswerMonth(month, times.of_month(month)) for month in months]
