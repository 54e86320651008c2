"""Puts together what Today needs from all rooms."""

from __future__ import annotations

from datetime import datetime

from socialcoach.core.planning.post import Post
from socialcoach.core.planning.today import Situation, Suggestion, suggest
from socialcoach.services.meter.feed import Feed
from socialcoach.services.planning.drafting import Drafting
from socialcoach.services.planning.handing_over import HandingOver
from socialcoach.services.progress.effort_log import EffortLog
from socialcoach.services.strategy.planner import Planner
from socialcoach.storage.progress.numbers import NumberStore


class TodayService:
    """Answers what is worth doing now."""

    def __init__(
        self,
        planner: Planner,
        drafting: Drafting,
        handing_over: HandingOver,
        feed: Feed,
        effort: EffortLog,
        numbers: NumberStore,
    ) -> None:
        self._planner = planner
        self._drafting = drafting
        self._handing_over = handing_over
        self._feed = feed
        self._effort = effort
        self._numbers = numbers

    def suggestions(self) -> tuple[Suggestion, ...]:
        """Return the two or three things worth doing now."""
        return suggest(self._situation())

    def minutes_left(self) -> int | None:
        """Return the minutes left this week; None when the owner has not set any."""
        planned = self._planner.strategy().minutes_per_week
        if not planned:
            return None
        return max(planned - self._effort.minutes_this_week(self._planner.today()), 0)

    def _situation(self) -> Situation:
        waiting = self._handing_over.waiting()
        mixes = self._feed.mixes()
        return Situation(
            plan_is_complete=self._planner.strategy().is_complete,
            posts_out=mixes.of().count,
            giving_first=mixes.of().giving_first,
            giving_draft=_first_giving(self._drafting.drafts()),
            waiting_post=waiting[0][1].id if waiting else 0,
            minutes_left=self.minutes_left(),
            days_since_numbers=self._days_since_numbers(),
        )

    def _days_since_numbers(self) -> int | None:
        imports = self._numbers.imports()
        if not imports:
            return None
        imported = datetime.fromisoformat(imports[0]["imported_at"])
        return (self._planner.today() - imported.astimezone(self._planner.zone()).date()).days


def _first_giving(drafts: list[Post]) -> int:
    giving = (draft.id for draft in drafts if draft.text.strip() and draft.selling is False)
    return next(giving, 0)
