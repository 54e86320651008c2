"""Planning: posts and ideas get a day, another day, or none; every step can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.meter.mix import WINDOW
from socialcoach.core.planning.calendar_entry import Entry, entries_of
from socialcoach.core.planning.calendar_times import Placed, placed, span_of_days
from socialcoach.core.planning.idea import Idea
from socialcoach.core.planning.plan_mix import Crossing, crossings
from socialcoach.core.planning.post import Post, PostStatus
from socialcoach.core.planning.publication import Publication, PublicationStatus
from socialcoach.services.clock import Clock
from socialcoach.services.planning.plan_step import Step, StepBack
from socialcoach.services.strategy.planner import Planner
from socialcoach.storage.planning.planned import PlannedPosts
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.publications import Publications


@dataclass(frozen=True)
class When:
    """A day and a time on the wall of the business."""

    day: date
    clock: time


@dataclass(frozen=True)
class IdeaPlace:
    """An idea and the time it is given; without ``platforms`` it goes where it suits."""

    idea: Idea
    when: When
    platforms: tuple[str, ...] = ()


class PlanningAhead:
    """Reads the calendar and writes the plan."""

    def __init__(self, database: Database, planner: Planner, clock: Clock) -> None:
        self._database = database
        self._posts = Posts(database)
        self._publications = Publications(database)
        self._planned = PlannedPosts(database)
        self._planner = planner
        self._clock = clock
        self._back = StepBack(database)

    def now(self) -> datetime:
        """Return the present moment in the business's zone."""
        return self._clock.now().astimezone(self._planner.zone())

    def entries(self, first: date, last: date) -> tuple[Entry, ...]:
        """Return what stands on these days, both counted in; nothing else is read."""
        zone = self._planner.zone()
        begin, end = span_of_days(first, last, zone)
        return entries_of(self._planned.between(begin, end), self._clock.now(), zone)

    def coming(self) -> tuple[Entry, ...]:
        """Return everything planned from now on."""
        now = self._clock.now()
        return entries_of(self._planned.planned_from(now), now, self._planner.zone())

    def count_written(self, first: date, last: date) -> int:
        """Return how many posts written here went out on these days, both counted in."""
        begin, end = span_of_days(first, last, self._planner.zone())
        return self._planned.count_written(begin, end)

    def of_post(self, post_id: int) -> tuple[Entry, ...]:
        """Return where one post stands in the calendar."""
        post = self._posts.get(post_id)
        rows = self._publications.of_post(post_id)
        pairs = [(post, row) for row in rows] if post is not None else []
        return entries_of(pairs, self._clock.now(), self._planner.zone())

    def not_planned(self) -> list[Post]:
        """Return ideas and drafts without a day, the newest change first; empty ones left out."""
        return [post for post in self._posts.without_a_day() if post.is_written or post.notes]

    def crossings(self, until: date | None = None) -> tuple[Crossing, ...]:
        """Return where the plan crosses the rule of thumb, the earliest first.

        Only the plan up to the day ``until`` is read; None reads all of it.
        """
        published = self._publications.latest_of_each(WINDOW)
        end = None if until is None else span_of_days(until, until, self._planner.zone())[1]
        return crossings(published, self._planned.feed_after(self._clock.now(), end))

    def plan(
        self, post_id: int, when: When, platforms: tuple[str, ...] = (), *, ready: bool = False
    ) -> Step:
        """Give a post a day. ``ready`` notes that nothing is left to write, unless it is empty.

        Without ``platforms`` it is planned where the post is meant to go, else on all platforms of
        the strategy. What was planned there before moves. Raises ``UserError``: ``plan.past``,
        ``plan.no_platform``, ``plan.already_out`` or ``draft.gone``.
        """
        post = self._post(post_id)
        at = self._moment(when)
        keys = platforms or post.platforms or self._planner.strategy().platform_keys
        if not keys:
            raise UserError("plan.no_platform")
        rows = self._publications.of_post(post_id)
        busy = {row.platform for row in rows if row.status is not PublicationStatus.PLANNED}
        wanted = [key for key in keys if key not in busy]
        if not wanted:
            raise UserError("plan.already_out")
        planned = [row for row in rows if row.status is PublicationStatus.PLANNED]
        with self._database.atomic():
            for row in planned:
                self._publications.remove(row.id)
            added = tuple(self._add_row(post, key, at).id for key in wanted)
            posts = self._given(post, PostStatus.READY) if ready and post.is_written else ()
        return Step(posts, tuple(planned), (), added, at)

    def plan_ideas(self, places: Sequence[IdeaPlace]) -> Step:
        """Give ideas a place each, as one step; the writing comes later."""
        step = Step()
        with self._database.atomic():
            for place in places:
                step = step.then(self._plan_idea(place))
        return step

    def idea_ids(self) -> frozenset[str]:
        """Return the ideas that have a post already, whether it has a day or not."""
        return self._planned.idea_ids()

    def move(self, entry: Entry, when: When) -> Step:
        """Give an entry another day or time. Raises ``plan.past`` and ``plan.not_movable``."""
        rows = self._movable_rows(entry)
        at = self._moment(when)
        zone = self._planner.zone().key
        with self._database.atomic():
            for row in rows:
                moved = replace(row, at=at.at, planned_for=at.at, zone=zone)
                self._publications.save(moved)
        return Step(rows_before=rows, placed=at)

    def unplan(self, entry: Entry) -> Step:
        """Take an entry off the calendar; the post stays among those not planned yet."""
        rows = self._movable_rows(entry)
        with self._database.atomic():
            for row in rows:
                self._publications.remove(row.id)
        return Step(rows_before=rows)

    def throw_away(self, post_id: int) -> Step:
        """Throw a post away; what was planned of it leaves the calendar with it."""
        post = self._post(post_id)
        return Step(self._given(post, PostStatus.DELETED))

    def mark_ready(self, post_id: int, *, ready: bool) -> Step:
        """Note whether anything is left to write. Raises ``handover.empty`` for an empty post."""
        post = self._post(post_id)
        if ready and not post.is_written:
            raise UserError("handover.empty")
        return Step(self._given(post, PostStatus.READY if ready else PostStatus.DRAFT))

    def start_writing(self, post_id: int, starter: str) -> Changes:
        """Turn an idea into a draft that begins with ``starter``; its places stay."""
        post = self._post(post_id)
        if post.status is not PostStatus.IDEA:
            return Changes.NOTHING
        text = post.text if post.text.strip() else starter
        now = self._clock.now()
        self._posts.save(replace(post, status=PostStatus.DRAFT, text=text, updated_at=now))
        return Changes.DRAFTS

    def undo(self, step: Step) -> Changes:
        """Take a step back."""
        return self._back.undo(step)

    def _plan_idea(self, place: IdeaPlace) -> Step:
        idea, at = place.idea, self._moment(place.when)
        chosen = self._planner.strategy().platform_keys
        fitting = tuple(key for key in chosen if key in idea.platforms)
        keys = place.platforms or fitting or chosen
        if not keys:
            raise UserError("plan.no_platform")
        now = self._clock.now()
        notes = f"{idea.title}\n{idea.value}"
        post = self._posts.add(
            Post(0, "", PostStatus.IDEA, now, now, platforms=keys, notes=notes, idea=idea.id)
        )
        rows = tuple(self._add_row(post, key, at).id for key in keys)
        return Step(added_posts=(post.id,), added_rows=rows, placed=at)

    def _given(self, post: Post, status: PostStatus) -> tuple[tuple[Post, PostStatus], ...]:
        """Give a post a status and return what a step remembers of it; one that is out stays so."""
        if post.status is PostStatus.OUT:
            return ()
        self._posts.save(replace(post, status=status, updated_at=self._clock.now()))
        return ((post, status),)

    def _add_row(self, post: Post, platform: str, at: Placed) -> Publication:
        return self._publications.add(
            Publication(
                id=0,
                post_id=post.id,
                platform=platform,
                status=PublicationStatus.PLANNED,
                at=at.at,
                text=post.text,
                planned_for=at.at,
                zone=self._zone_name(),
            )
        )

    def _movable_rows(self, entry: Entry) -> tuple[Publication, ...]:
        """Return the entry's rows as they are now; what has moved on meanwhile may not move."""
        found = [self._publications.get(row.id) for row in entry.publications]
        rows = tuple(row for row in found if row is not None)
        planned = all(row.status is PublicationStatus.PLANNED for row in rows)
        if not rows or not planned:
            raise UserError("plan.not_movable")
        return rows

    def _moment(self, when: When) -> Placed:
        at = self._placed(when, self._planner.zone())
        if at.at <= self._clock.now():
            raise UserError("plan.past")
        return at

    @staticmethod
    def _placed(when: When, zone: ZoneInfo) -> Placed:
        try:
            return placed(when.day, when.clock, zone)
        except OverflowError as error:
            raise UserError("plan.too_far") from error

    def _zone_name(self) -> str:
        return self._planner.zone().key

    def _post(self, post_id: int) -> Post:
        post = self._posts.get(post_id)
        if post is None or post.status is PostStatus.DELETED:
            raise UserError("draft.gone")
        return post
