"""Finding and ordering promoters among thousands, without asking the database again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from socialcoach.core.relations.promoter import PromoterLine, Stage

NEVER, SOMEDAY = datetime.min.replace(tzinfo=UTC), date.max


class ListColumn(StrEnum):
    """The columns of the list, in their order."""

    NAME = "name"
    STAGE = "stage"
    FOLLOWERS = "followers"
    NEXT = "next"
    LAST_CONTACT = "last_contact"
    SENT_US = "sent_us"


def matching_lines(lines: Iterable[PromoterLine], typed: str) -> list[PromoterLine]:
    """Return the promoters in which every typed word occurs; all of them for an empty search."""
    found = list(lines)
    for word in typed.casefold().split():
        found = [one for one in found if word in one.haystack]
    return found


def by_name(lines: Iterable[PromoterLine]) -> list[PromoterLine]:
    """Return the promoters in the order of their names."""
    return sorted(lines, key=_KEYS[ListColumn.NAME])


def sorted_lines(
    named: Iterable[PromoterLine], column: ListColumn, *, descending: bool = False
) -> list[PromoterLine]:
    """Return the promoters, which come by name, in the order of a column.

    Equal ones stay in the order of their names. Days not set come last when the earliest come
    first: what has a day is what the owner looks for.
    """
    return sorted(named, key=_KEYS[column], reverse=descending)


def board_order(named: Iterable[PromoterLine]) -> list[PromoterLine]:
    """Return the promoters, which come by name, as they stand in a column of the board.

    Next steps come by their day, then the others by name. Those who must not be contacted stand at
    the end, where no hand slips on them.
    """
    return sorted(named, key=lambda one: (one.do_not_contact, one.next_on or SOMEDAY))


def by_stage(ordered: Iterable[PromoterLine]) -> dict[Stage, list[PromoterLine]]:
    """Return the columns of the board; the order within each stays."""
    columns: dict[Stage, list[PromoterLine]] = {stage: [] for stage in Stage}
    for one in ordered:
        columns[one.stage].append(one)
    return columns


def neighbour_stage(stage: Stage, step: int) -> Stage | None:
    """Return the stage ``step`` columns on, None beyond the first or the last."""
    stages: Sequence[Stage] = tuple(Stage)
    place = stages.index(stage) + step
    return stages[place] if 0 <= place < len(stages) else None


_ORDER = {stage: place for place, stage in enumerate(Stage)}
_KEYS: dict[ListColumn, Callable[[PromoterLine], Any]] = {
    ListColumn.NAME: lambda one: one.name.casefold(),
    ListColumn.STAGE: lambda one: _ORDER[one.stage],
    ListColumn.FOLLOWERS: lambda one: one.who_follows.casefold(),
    ListColumn.NEXT: lambda one: one.next_on or SOMEDAY,
    ListColumn.LAST_CONTACT: lambda one: one.last_contact_at or NEVER,
    ListColumn.SENT_US: lambda one: (one.customers, one.visits),
}
