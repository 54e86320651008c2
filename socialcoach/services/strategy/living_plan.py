"""The plan as a living thing: promises kept, the goal looked at monthly, the whole quarterly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from socialcoach.core.changes import Changes
from socialcoach.core.planning.post import Post, PostStatus
from socialcoach.core.progress.answering import Answering, answering
from socialcoach.core.progress.months import month_after, month_of, months_between
from socialcoach.core.strategy.review import (
    GoalReview,
    PlanChange,
    PlanLook,
    ReviewVerdict,
    month_to_review,
    plan_changes,
    revision_is_due,
)
from socialcoach.core.strategy.voice import Heard, listen
from socialcoach.services.clock import Clock
from socialcoach.services.relations.answer_times import AnswerTimes
from socialcoach.services.strategy.planner import Planner
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.strategy.plan_history import GoalReviews, PlanLooks

Sections = Sequence[tuple[str, str]]
"""Headings of the plan with their text, as the owner reads them."""

QUARTER_MONTHS = 3
MOST_SLIPS = 5
"""More would read like a school report."""


@dataclass(frozen=True)
class HeardDraft:
    """A draft that misses the voice somewhere."""

    post: Post
    heard: tuple[Heard, ...]


class LivingPlan:
    """Answers how the plan is kept and when to look at it again."""

    def __init__(
        self,
        planner: Planner,
        posts: Posts,
        reviews: GoalReviews,
        looks: PlanLooks,
        times: AnswerTimes,
        clock: Clock,
    ) -> None:
        self._planner = planner
        self._posts = posts
        self._reviews = reviews
        self._looks = looks
        self._times = times
        self._clock = clock

    def answered(self) -> Answering | None:
        """Return how people were answered over this month and the two before."""
        this = month_of(self._planner.today())
        months = months_between(month_after(this, 1 - QUARTER_MONTHS), this)
        exchanges = self._times.exchanges(months)
        return answering(exchanges, self._times.promised_hours, self._clock.now())

    def slips(self) -> list[HeardDraft]:
        """Return drafts that miss the owner's voice or hold a word they never use, at most five."""
        return list(self._slips())[:MOST_SLIPS]

    def month_to_review(self) -> str | None:
        """Return the month whose goal waits for a look back, None when there is none."""
        reviewed = {review.month for review in self._reviews.all()}
        goal, today = self._planner.strategy().goal, self._planner.today()
        return month_to_review(goal, self._planner.goal_set_on(), reviewed, today)

    def reviews(self) -> list[GoalReview]:
        """Return what the owner said of each month, the newest first."""
        return self._reviews.all()

    def review(self, month: str, verdict: ReviewVerdict, note: str = "") -> Changes:
        """Keep the owner's word on a month."""
        self._reviews.put(GoalReview(month, verdict, note.strip()))
        return Changes.STRATEGY

    def take_back_review(self, month: str) -> Changes:
        """Undo ``review``."""
        self._reviews.remove(month)
        return Changes.STRATEGY

    def last_look(self) -> date | None:
        """Return the day the owner last went through the whole plan."""
        look = self._looks.latest()
        return look.day if look else None

    def revision_is_due(self) -> bool:
        """Tell whether a quarter has passed since then."""
        return revision_is_due(self.last_look(), self._planner.today())

    def changes(self, now: Sections) -> tuple[PlanChange, ...]:
        """Return what is different in the plan since the owner last went through it."""
        look = self._looks.latest()
        return plan_changes(look.sections, now) if look else ()

    def begin(self, now: Sections) -> None:
        """Remember the plan the first time it is whole, so that there is something to compare."""
        if self._looks.latest() is None and self._planner.strategy().is_complete:
            self._looks.put(PlanLook(self._planner.today(), tuple(now)))

    def looked_through(self, now: Sections) -> PlanLook | None:
        """Keep that the owner went through the plan today; return the look before, for undo."""
        before = self._looks.latest()
        self._looks.put(PlanLook(self._planner.today(), tuple(now)))
        return before

    def take_back_look(self, before: PlanLook | None) -> Changes:
        """Undo ``looked_through``."""
        self._looks.remove(self._planner.today())
        if before is not None:
            self._looks.put(before)
        return Changes.STRATEGY

    def _slips(self) -> Iterator[HeardDraft]:
        brand = self._planner.strategy().brand
        for post in self._posts.with_status(PostStatus.DRAFT, PostStatus.READY):
            pressure = post.reading.pressure if post.reading else 0
            heard = listen(post.text, pressure, brand.voice, brand.never_words)
            if heard:
                yield HeardDraft(post, heard)
