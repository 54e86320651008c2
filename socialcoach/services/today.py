"""Puts together what Today needs from all rooms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from socialcoach.core.changes import Changes
from socialcoach.core.planning.post import Post
from socialcoach.core.planning.today import Situation, Suggestion, suggest
from socialcoach.core.relations.outreach_due import Due
from socialcoach.services.meter.feed import Feed
from socialcoach.services.planning.calendar_bundle import CalendarServices
from socialcoach.services.planning.drafting import Drafting
from socialcoach.services.planning.handing_over import HandingOver
from socialcoach.services.progress.effort_log import EffortLog
from socialcoach.services.relations.bundle import RelationServices
from socialcoach.services.strategy.living_plan import LivingPlan
from socialcoach.services.strategy.planner import Planner
from socialcoach.storage.planning.snoozes import Snoozes
from socialcoach.storage.progress.numbers import NumberStore


@dataclass(frozen=True)
class Rooms:
    """Where the news of the day comes from."""

    planner: Planner
    living_plan: LivingPlan
    drafting: Drafting
    handing_over: HandingOver
    calendar: CalendarServices
    feed: Feed
    relations: RelationServices
    effort: EffortLog
    numbers: NumberStore


class TodayService:
    """Answers what is worth doing now. Call ``suggestions`` in a worker: it looks everywhere."""

    def __init__(self, rooms: Rooms, snoozes: Snoozes) -> None:
        self._rooms = rooms
        self._snoozes = snoozes

    def suggestions(self) -> tuple[Suggestion, ...]:
        """Return the two or three things worth doing now."""
        return suggest(self._situation())

    def minutes_left(self) -> int | None:
        """Return the minutes left this week; None when the owner has not set any."""
        planner = self._rooms.planner
        planned = planner.strategy().minutes_per_week
        if not planned:
            return None
        return max(planned - self._rooms.effort.minutes_this_week(planner.today()), 0)

    def put_off(self, suggestion: Suggestion, days: int = 1) -> Callable[[], Changes]:
        """Put a suggestion off for some days; return what brings it back."""
        today = self._rooms.planner.today()
        self._snoozes.forget_old(today)
        self._snoozes.put(suggestion.key, today + timedelta(days=days))

        def bring_back() -> Changes:
            self._snoozes.remove(suggestion.key)
            return Changes.DRAFTS

        return bring_back

    def due_promoter(self) -> Due | None:
        """Return the first promoter who is due."""
        due = self._rooms.relations.outreach.due()
        return due[0] if due else None

    def days_since_numbers(self) -> int | None:
        """Return the days since numbers last came in; None when they never did."""
        planner, imports = self._rooms.planner, self._rooms.numbers.imports()
        if not imports:
            return None
        imported = datetime.fromisoformat(imports[0]["imported_at"])
        return (planner.today() - imported.astimezone(planner.zone()).date()).days

    def _situation(self) -> Situation:
        rooms = self._rooms
        waiting = rooms.handing_over.waiting()
        talk, today = rooms.relations.conversations, rooms.planner.today()
        to_answer, people = talk.to_answer(today)
        come_back = talk.to_come_back_to(today)
        promoter = self.due_promoter()
        mix = rooms.feed.mixes().of()
        return Situation(
            plan_is_complete=rooms.planner.strategy().is_complete,
            posts_out=mix.count,
            giving_first=mix.giving_first,
            giving_draft=_first_giving(rooms.drafting.drafts()),
            waiting_post=waiting[0][1].id if waiting else 0,
            waiting_message=to_answer.id if to_answer else 0,
            waiting_people=people,
            come_back_message=come_back[0].id if come_back else 0,
            come_back_messages=len(come_back),
            due_posts=len(rooms.calendar.reminders.missed()),
            due_promoter=promoter.promoter.id if promoter else 0,
            calendar_crosses=bool(rooms.calendar.planning.crossings()),
            alike_questions=len(rooms.relations.questions.frequent()),
            goal_review_is_due=rooms.living_plan.month_to_review() is not None,
            plan_revision_is_due=rooms.living_plan.revision_is_due(),
            minutes_left=self.minutes_left(),
            days_since_numbers=self.days_since_numbers(),
            snoozed=self._snoozes.keys(today),
        )


def _first_giving(drafts: list[Post]) -> int:
    giving = (draft.id for draft in drafts if draft.text.strip() and draft.selling is False)
    return next(giving, 0)
