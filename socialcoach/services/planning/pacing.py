"""How many posts a week the plan should have, and ideas for the weeks that have too few."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from socialcoach.core.errors import UserError
from socialcoach.core.meter import Kind
from socialcoach.core.planning.calendar_days import DAYS_OF_WEEK
from socialcoach.core.planning.calendar_entry import Entry
from socialcoach.core.planning.calendar_status import EntryStatus
from socialcoach.core.planning.idea import Idea
from socialcoach.core.planning.pace import (
    MINUTES_BY_KIND,
    Pace,
    free_days,
    measured_costs,
    usual_time,
    weekly_pace,
)
from socialcoach.core.planning.plan_mix import Crossing, moment_before
from socialcoach.core.planning.post import Post
from socialcoach.services.meter.feed import Feed
from socialcoach.services.planning.inspiration import Inspiration
from socialcoach.services.planning.plan_step import Step
from socialcoach.services.planning.planning_ahead import IdeaPlace, PlanningAhead, When
from socialcoach.services.progress.effort_log import EffortLog
from socialcoach.services.strategy.planner import Planner

WEEKS = 4
"""So many weeks are filled with one click: about as far as an owner can see ahead."""

LOOKED_AT = 40
"""Publications looked at for the owner's habits."""

OFFERED = 3
"""Ideas offered to mend a crossing; more are a burden."""

MEASURED_DAYS = 90
FEWEST_MEASURED = 5
"""So many posts must have been written with the clock running before their time is believed."""

SELLING_KINDS = (Kind.OFFER, Kind.PRODUCT, Kind.EVENT, Kind.BRAG)
HELD = frozenset(EntryStatus) - {EntryStatus.MISSED}
"""What counts as a post of its week."""


@dataclass(frozen=True)
class Outlook:
    """The pace and where the plan falls short of it.

    ``pace`` is None while the owner has not said how much time there is. ``this_week`` counts
    posts of the seven days from today; ``free`` are the days that could take an idea in the coming
    weeks. ``is_measured``: the minutes come from the owner's own writing, not from our guess.
    """

    pace: Pace | None
    this_week: int = 0
    free: tuple[date, ...] = ()
    is_measured: bool = False


class Pacing:
    """Compares the plan with the time there is."""

    def __init__(
        self,
        planner: Planner,
        planning: PlanningAhead,
        feed: Feed,
        inspiration: Inspiration,
        effort: EffortLog,
        ideas_for: Callable[[str], tuple[Idea, ...]],
    ) -> None:
        self._planner = planner
        self._planning = planning
        self._feed = feed
        self._inspiration = inspiration
        self._effort = effort
        self._ideas_for = ideas_for

    def outlook(self) -> Outlook:
        """Return the pace that fits, and the days still free for it."""
        strategy = self._planner.strategy()
        if not strategy.minutes_per_week:
            return Outlook(None)
        kinds = self._kinds()
        measured = self._minutes_per_post()
        costs = measured_costs(measured, kinds) if measured else MINUTES_BY_KIND
        platforms = 1 if measured else max(1, len(strategy.platforms))
        pace = weekly_pace(strategy.minutes_per_week, kinds, platforms=platforms, costs=costs)
        first = self._planner.today() + timedelta(days=1)
        taken = self._taken(first, first + timedelta(days=DAYS_OF_WEEK * WEEKS - 1))
        this_week = sum(1 for day in taken if day < first + timedelta(days=DAYS_OF_WEEK))
        return Outlook(pace, this_week, free_days(taken, first, WEEKS, pace.posts), bool(measured))

    def fill(self) -> Step:
        """Put an idea on every free day of the coming weeks, as one step."""
        days = self.outlook().free
        clock = self.usual_time()
        ideas = self.giving_ideas(len(days))
        fitting = zip(days, _in_season(ideas, days), strict=False)
        return self._planning.plan_ideas(
            [IdeaPlace(idea, When(day, clock)) for day, idea in fitting]
        )

    def starter_of(self, post: Post) -> str:
        """Return the first line that came with a post's idea; empty when the idea is not known."""
        trade = self._planner.strategy().business.trade
        return next((one.starter for one in self._ideas_for(trade) if one.id == post.idea), "")

    def mending_ideas(self, crossing: Crossing) -> tuple[Idea, ...]:
        """Return ideas that would mend a crossing; the same all day long."""
        used = self._planning.idea_ids()
        found = self._inspiration.ideas_for_today(OFFERED + len(used))
        fresh = [one for one in found if one.id not in used and one.kind not in SELLING_KINDS]
        return tuple(fresh[: min(OFFERED, crossing.giving_first)])

    def mending_time(self, crossing: Crossing) -> datetime | None:
        """Return when the next giving post should go out to mend it; None when there is no time."""
        return moment_before(crossing, self._planning.now(), self.usual_time())

    def mend(self, crossing: Crossing, idea: Idea) -> Step:
        """Put an idea before the crossing. Raises ``plan.no_room`` when there is no time left."""
        at = self.mending_time(crossing)
        if at is None:
            raise UserError("plan.no_room")
        local = at.astimezone(self._planner.zone())
        platforms = (crossing.platform,) if crossing.platform else ()
        when = When(local.date(), local.time())
        return self._planning.plan_ideas([IdeaPlace(idea, when, platforms)])

    def giving_ideas(self, count: int) -> tuple[Idea, ...]:
        """Return ideas that give and have no post yet, of the kinds the feed lacks first."""
        used = self._planning.idea_ids()
        found = self._inspiration.next_ideas(2 * count + len(used))
        giving = [idea for idea in found if idea.kind not in SELLING_KINDS]
        return tuple(idea for idea in giving if idea.id not in used)[:count]

    def next_free(self) -> When:
        """Return a good day and time for one more post: the first free day, else tomorrow."""
        free = self.outlook().free
        tomorrow = self._planner.today() + timedelta(days=1)
        return When(free[0] if free else tomorrow, self.usual_time())

    def usual_time(self) -> time:
        """Return the time of day at which the owner mostly posts."""
        zone = self._planner.zone()
        return usual_time(
            [post.at.astimezone(zone).time() for post in self._feed.latest(LOOKED_AT)]
        )

    def _kinds(self) -> Mapping[Kind, int]:
        counted = Counter(post.kind for post in self._feed.latest(LOOKED_AT))
        return {kind: counted[kind] for kind in Kind if counted[kind]}

    def _taken(self, first: date, last: date) -> list[date]:
        zone = self._planner.zone()
        entries = _once_a_day(self._planning.entries(first, last))
        return [entry.at.astimezone(zone).date() for entry in entries if entry.status in HELD]

    def _minutes_per_post(self) -> float:
        """Return the minutes one post took lately, 0 while there are too few to tell."""
        today = self._planner.today()
        since = today - timedelta(days=MEASURED_DAYS)
        minutes = self._effort.minutes_writing(since, today)
        posts = self._planning.count_written(since, today)
        return minutes / posts if minutes and posts >= FEWEST_MEASURED else 0.0


def _once_a_day(entries: Sequence[Entry]) -> list[Entry]:
    """Return each post once, when it first goes out: the same post elsewhere is no new post."""
    first: dict[int, Entry] = {}
    for entry in entries:
        first.setdefault(entry.post.id, entry)
    return list(first.values())


def _in_season(ideas: Sequence[Idea], days: Sequence[date]) -> list[Idea]:
    """Return the ideas in an order that keeps each in its season, where that can be done."""
    left, found = list(ideas), []
    for day in days:
        if not left:
            break
        fitting = [idea for idea in left if idea.is_in_season(day.month)]
        chosen = (fitting or left)[0]
        left.remove(chosen)
        found.append(chosen)
    return found
