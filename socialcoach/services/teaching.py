"""Picks the lesson of the day from what the owner's data shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from socialcoach.core.meter.mix import WINDOW
from socialcoach.core.planning.publication import FeedPost
from socialcoach.core.progress.goal_path import GoalPath
from socialcoach.core.strategy.lesson import Lesson, Sign, lesson_of_day
from socialcoach.core.strategy.signs import Feed, Seen, signs_of
from socialcoach.core.strategy.vanity import find_vanity
from socialcoach.services.meter.reader import MeterReader, context_of
from socialcoach.services.progress.months import Months
from socialcoach.services.today import Rooms, TodayService
from socialcoach.storage.planning.publications import Publications

LOOKED_INTO = 3
"""The newest posts read for whom they speak of."""


@dataclass(frozen=True)
class Taught:
    """The lesson of the day; ``sign`` is what called for it, None when nothing did."""

    lesson: Lesson
    sign: Sign | None


class Teaching:
    """Answers with one lesson a day. Call it in a worker: it looks into every room."""

    def __init__(
        self,
        lessons: Sequence[Lesson],
        rooms: Rooms,
        today: TodayService,
        publications: Publications,
        months: Months,
        reader: MeterReader,
    ) -> None:
        self._lessons = lessons
        self._rooms = rooms
        self._today = today
        self._publications = publications
        self._months = months
        self._reader = reader

    def lesson(self) -> Taught:
        """Return today's lesson."""
        signs = signs_of(self._seen())
        lesson = lesson_of_day(self._lessons, self._rooms.planner.today(), signs)
        return Taught(lesson, lesson.sign if lesson.sign in signs else None)

    def _seen(self) -> Seen:
        rooms = self._rooms
        plan = rooms.planner.strategy()
        answered = rooms.living_plan.answered()
        waiting = rooms.relations.conversations.waiting()
        overview = self._months.overview()
        kinds = self._months.kinds(overview.month)
        return Seen(
            feed=self._feed(),
            plan_is_complete=plan.is_complete,
            wants_likes=find_vanity(plan.goal.said) is not None,
            platforms=len(plan.platforms),
            drafts=len(rooms.drafting.drafts()),
            waiting=len(waiting),
            wrote=answered.wrote if answered else 0,
            answered=answered.in_time if answered else 0,
            praise=sum(map(rooms.relations.answers.is_praise, waiting)),
            same_question=bool(rooms.relations.questions.frequent()),
            promoters=len(rooms.relations.outreach.lines()),
            promoters_due=len(rooms.relations.outreach.due()),
            days_since_numbers=self._today.days_since_numbers(),
            enough_figures=bool(kinds),
            kind_stands_out=any(one.stands_out > 0 for one in kinds),
            goal_behind=_is_behind(self._months.goal_path(overview), overview.month),
            customers_came=sum(overview.found_us_through.values()),
            minutes_left=self._today.minutes_left(),
        )

    def _feed(self) -> Feed:
        posts = self._publications.feed(WINDOW)
        now = self._rooms.planner.today()
        zone = self._rooms.planner.zone()
        quiet = (now - posts[0].at.astimezone(zone).date()).days if posts else None
        return Feed(
            posts_out=len(posts),
            kinds=tuple(post.kind for post in posts),
            selling=tuple(post.selling for post in posts),
            days_quiet=quiet,
            speaks_of_itself=self._speaks_of_itself(posts[:LOOKED_INTO]),
        )

    def _speaks_of_itself(self, posts: Sequence[FeedPost]) -> bool:
        context = context_of(self._rooms.planner.strategy())
        balances = [self._reader.read(post.text, context).balance for post in posts]
        return sum(one.we for one in balances) > sum(one.you for one in balances)


def _is_behind(path: GoalPath | None, month: str) -> bool:
    points = path.points if path else ()
    return any(
        point.month == month
        and point.count is not None
        and point.pace is not None
        and point.count < point.pace
        for point in points
    )
