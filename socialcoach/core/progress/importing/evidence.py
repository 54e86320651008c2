"""What the whole file says about things one row leaves open: day and month, zone, damaged ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from socialcoach.core.errors import UserError
from socialcoach.core.progress.importing.cells import clean, is_e_notation
from socialcoach.core.progress.importing.dates import (
    DateOrder,
    Written,
    day_and_month,
    read_date,
    to_moment,
)
from socialcoach.core.progress.importing.layouts import Layout
from socialcoach.core.progress.importing.links import moment_of

ID_AGREES = timedelta(minutes=15)
"""Ids are made up to ten minutes before a post is public (156 real posts, 2026-11-22)."""

VOTES_NEEDED = 3
VOTES_COUNTED = 2_000
IDS_NEEDED = 3
EXCEL_DIGITS = 15
"""Spreadsheets keep fifteen digits of a number and turn the rest into zeros."""


@dataclass(frozen=True)
class Decisions:
    """What was decided for the whole file. ``order`` is None when the owner has to say."""

    order: DateOrder | None
    zone: tzinfo
    ids_damaged: bool
    examples: tuple[str, ...] = ()


class Evidence:
    """Collects what rows say; then decides once."""

    def __init__(self, platform: str, zones: Sequence[tzinfo], today: date) -> None:
        """``zones`` are those the clock may stand in, the layout's own first."""
        self._platform = platform
        self._zones = zones
        self._today = today
        self._only: Counter[DateOrder] = Counter()
        self._in_future: Counter[DateOrder] = Counter()
        self._out_of_span: Counter[DateOrder] = Counter()
        self._votes: Counter[tuple[DateOrder, int]] = Counter()
        self._examples: list[str] = []
        self._open = self._dotted = self._voted = 0
        self._ids = self._rounded_ids = self._shortened_ids = 0

    def see(self, cell: str, link: str, post_id: str, span: tuple[date, date] | None) -> None:
        """Take in one row: its date cell, link and id; ``span`` is what the file name promises."""
        self._see_id(post_id)
        numbers = day_and_month(cell)
        if numbers is not None:
            self._see_numbers(cell, *numbers, span)
        if self._voted < VOTES_COUNTED:
            self._vote(cell, link, post_id)

    def decide(self, layout: Layout, language: str, answer: DateOrder | None) -> Decisions:
        """Return the decisions; raise ``UserError("import.mixed_dates")`` when rows disagree."""
        if len(self._only) == len(DateOrder):
            raise UserError("import.mixed_dates")
        order = self._order(layout, language, answer)
        damaged = self._shortened_ids > 0 or self._ids == self._rounded_ids >= IDS_NEEDED
        return Decisions(order, self._zone(order), damaged, tuple(self._examples))

    def _see_id(self, post_id: str) -> None:
        if is_e_notation(post_id):
            self._shortened_ids += 1
        digits = clean(post_id)
        if digits.isdigit() and len(digits) > EXCEL_DIGITS:
            self._ids += 1
            self._rounded_ids += not digits[EXCEL_DIGITS:].strip("0")

    def _see_numbers(
        self, cell: str, first: int, second: int, sign: str, span: tuple[date, date] | None
    ) -> None:
        if first > 12 >= second:
            self._only[DateOrder.DAY_FIRST] += 1
        elif second > 12 >= first:
            self._only[DateOrder.MONTH_FIRST] += 1
        elif first != second and not self._only:
            self._open += 1
            self._dotted += sign == "."
            if len(self._examples) < 3 and clean(cell) not in self._examples:
                self._examples.append(clean(cell))
            for order in DateOrder:
                self._see_day(read_date(cell, order), order, span)

    def _see_day(
        self, written: Written | None, order: DateOrder, span: tuple[date, date] | None
    ) -> None:
        day = written.on(written.year) if written and written.year else None
        if day is None:
            return
        self._in_future[order] += day > self._today + timedelta(days=1)
        if span is not None:
            near = timedelta(days=1)
            self._out_of_span[order] += not span[0] - near <= day <= span[1] + near

    def _vote(self, cell: str, link: str, post_id: str) -> None:
        made = moment_of(self._platform, link, post_id)
        if made is None:
            return
        self._voted += 1
        for order in DateOrder:
            written = read_date(cell, order)
            if written is None or written.year is None:
                continue
            for place, zone in enumerate(self._zones):
                self._votes[order, place] += _agrees(written, written.year, zone, made)

    def _order(self, layout: Layout, language: str, answer: DateOrder | None) -> DateOrder | None:
        if self._only:
            return next(iter(self._only))
        if self._open == 0:
            return DateOrder.MONTH_FIRST
        votes = {order: self._votes_for(order) for order in DateOrder}
        for against in (
            {order: -count for order, count in votes.items()},
            self._out_of_span,
            self._in_future,
        ):
            winner = _fewest(against)
            if winner is not None:
                return winner
        if answer is not None:
            return answer
        if self._dotted == self._open:
            return DateOrder.DAY_FIRST
        return layout.date_order.get(language)

    def _votes_for(self, order: DateOrder) -> int:
        return sum(count for (one, _), count in self._votes.items() if one is order)

    def _zone(self, order: DateOrder | None) -> tzinfo:
        """Return the layout's zone, unless the ids agree on another and never on this one."""
        if order is None or self._votes[order, 0] > 0:
            return self._zones[0]
        place = max(range(len(self._zones)), key=lambda at: self._votes[order, at])
        return self._zones[place if self._votes[order, place] >= VOTES_NEEDED else 0]


def _agrees(written: Written, year: int, zone: tzinfo, made: datetime) -> bool:
    moment = to_moment(written, year, zone, zone)
    if moment is None:
        return False
    allowed = ID_AGREES if written.clock is not None else timedelta(hours=36)
    return abs(moment - made) <= allowed


def _fewest(against: dict[DateOrder, int] | Counter[DateOrder]) -> DateOrder | None:
    """Return the order with fewer counts against it, None when both have as many."""
    day_first, month_first = (against.get(order, 0) for order in DateOrder)
    if day_first == month_first:
        return None
    return DateOrder.DAY_FIRST if day_first < month_first else DateOrder.MONTH_FIRST
