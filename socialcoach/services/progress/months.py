"""What each month did: the figures behind the charts, the sentences and the monthly report."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from zoneinfo import ZoneInfo

from socialcoach.core.progress.followers import FollowerMonth, follower_months
from socialcoach.core.progress.goal_pace import GoalPace, goal_pace
from socialcoach.core.progress.goal_path import GoalPath, goal_path
from socialcoach.core.progress.kind_response import KindResponse, kind_responses
from socialcoach.core.progress.month_mix import MonthMix
from socialcoach.core.progress.months import month_after, month_of, months_between, span_of
from socialcoach.core.progress.overview import Overview, shown_months
from socialcoach.core.progress.typed_month import TypedMonth, fill_gaps, fill_minutes
from socialcoach.core.strategy.aims import Measure
from socialcoach.core.strategy.goal import Goal
from socialcoach.services.strategy.planner import Planner
from socialcoach.services.words.strategy import measure_text
from socialcoach.storage.progress.daily import DailyNumbers
from socialcoach.storage.progress.effort import Effort
from socialcoach.storage.progress.month_sums import MonthRow
from socialcoach.storage.progress.numbers import NumberStore
from socialcoach.storage.progress.typed_months import TypedMonths

FOLLOWER_METRICS = ("follows", "unfollows", "paid_follows")
"""Figures per day that say who came and who left."""

MONTHS_FOR_KINDS = 12
"""Kinds are compared over a year, so that there are enough posts of each."""

LONGEST_HISTORY = 240
"""Months looked at; a post said to be older than twenty years has a wrong date."""


class Months:
    """Gathers monthly figures; months are those of the business's own calendar."""

    def __init__(
        self,
        number_store: NumberStore,
        daily: DailyNumbers,
        effort: Effort,
        typed: TypedMonths,
        planner: Planner,
    ) -> None:
        self._numbers = number_store
        self._daily = daily
        self._effort = effort
        self._typed = typed
        self._planner = planner

    def overview(self, month: str = "") -> Overview:
        """Return a month with those before it that the charts show.

        Without a month the last full one in which something went out; while there is none, the
        one that is still running.
        """
        zone = self._planner.zone()
        today_month = month_of(self._planner.today())
        typed = self._typed.all()
        months = self._months(zone, today_month, typed)
        month = month or self._last_full(zone, today_month, typed) or (months or (today_month,))[-1]
        shown = shown_months(months[0], month) if months else ()
        rows = self._numbers.month_rows([span_of(one, zone) for one in shown])
        here = {(row.on_platform.month, row.on_platform.platform): row.on_platform for row in rows}
        filled = fill_gaps(here, [one for one in typed if one.month in shown])
        by_platform = {**here, **filled}
        return Overview(
            month=month,
            today_month=today_month,
            months=months,
            platforms=self._order(sorted({platform for _month, platform in by_platform})),
            by_platform=by_platform,
            overall_mix=_added_up(rows),
            minutes=fill_minutes(self._effort.minutes_by_month(), typed),
            found_us=self._effort.found_us_by_platform(),
            typed_in=frozenset(filled),
        )

    def kinds(self, month: str) -> list[KindResponse]:
        """Return how people respond to each kind of post, over the year that ends with a month."""
        zone = self._planner.zone()
        first = span_of(month_after(month, 1 - MONTHS_FOR_KINDS), zone)
        posts: dict[str, list[tuple[int, int]]] = {}
        for kind, seen, responses in self._numbers.kind_posts(first, span_of(month, zone)):
            posts.setdefault(kind, []).append((seen, responses))
        return kind_responses(posts)

    def goal(self, month: str) -> GoalPace | None:
        """Return where the goal stands in a month.

        None without a complete goal, or when it is about something that this app does not count.
        """
        goal = self._planner.strategy().goal
        if not _counts_found_us(goal):
            return None
        return goal_pace(goal, self._effort.found_us_by_month(), month)

    def goal_path(self, overview: Overview) -> GoalPath | None:
        """Return the goal month by month; None as for ``goal``."""
        goal = self._planner.strategy().goal
        if not _counts_found_us(goal):
            return None
        set_in = month_of(self._planner.goal_set_on())
        return goal_path(goal, self._effort.found_us_by_month(), overview.shown, set_in)

    def followers(self, overview: Overview) -> list[FollowerMonth]:
        """Return new followers of the shown months."""
        shown = overview.shown
        figures = self._daily.month_sums(FOLLOWER_METRICS, shown[0], shown[-1])
        return follower_months(shown, figures, self._typed.all())

    def _months(
        self, zone: ZoneInfo, today_month: str, typed: Sequence[TypedMonth]
    ) -> tuple[str, ...]:
        ends = [month_of(at.astimezone(zone)) for at in self._numbers.first_and_last() or ()]
        known = [*ends, *(one.month for one in typed)]
        if not known:
            return ()
        newest = max(*known, today_month)
        return months_between(max(min(known), month_after(newest, 1 - LONGEST_HISTORY)), newest)

    def _last_full(self, zone: ZoneInfo, today_month: str, typed: Sequence[TypedMonth]) -> str:
        last = self._numbers.last_before(span_of(today_month, zone).start)
        full = [one.month for one in typed if one.month < today_month]
        return max([*full, month_of(last.astimezone(zone))] if last else full, default="")

    def _order(self, platforms: list[str]) -> tuple[str, ...]:
        """Return the owner's chosen platforms first, in their order, then the others."""
        chosen = [key for key in self._planner.strategy().platform_keys if key in platforms]
        return (*chosen, *(key for key in platforms if key not in chosen))


def _added_up(rows: list[MonthRow]) -> dict[str, MonthMix]:
    total: dict[str, MonthMix] = {}
    for row in rows:
        more = row.first_out
        before = total.get(more.month, MonthMix(more.month))
        total[more.month] = MonthMix(
            more.month,
            before.posts + more.posts,
            before.selling + more.selling,
            before.unread + more.unread,
        )
    return total


def _counts_found_us(goal: Goal) -> bool:
    """Tell whether the goal's measure, in the owner's words, is the tally "they found us"."""
    measure = goal.measure.casefold()
    offered = measure_text(Measure.FOUND_US_ONLINE_MONTH).casefold()
    return measure == offered or _("found us") in measure
