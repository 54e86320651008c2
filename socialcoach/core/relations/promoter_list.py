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
    words = typed.casefold().split()
    return [one for one in lines if all(word in one.haystack for word in words)]


def sorted_lines(
    lines: Iterable[PromoterLine], column: ListColumn, *, descending: bool = False
) -> list[PromoterLine]:
    """Return the promoters in the order of a column; equal ones stay in the order of their names.

    Days not set come last when the earliest come first: what has a day is what the owner looks for.
    """
    by_name = sorted(lines, key=lambda one: one.name.casefold())
    return sorted(by_name, key=_KEYS[column], reverse=descending)


def by_stage(lines: Iterable[PromoterLine]) -> dict[Stage, list[PromoterLine]]:
    """Return the columns of the board: next steps by their day, then the others by name.

    Those who must not be contacted stand at the end, where no hand slips on them.
    """
    columns: dict[Stage, list[PromoterLine]] = {stage: [] for stage in Stage}
    for one in sorted(lines, key=_on_the_board):
        columns[one.stage].append(one)
    return columns


def neighbour_stage(stage: Stage, step: int) -> Stage | None:
    """Return the stage ``step`` columns on, None beyond the first or the last."""
    stages: Sequence[Stage] = tuple(Stage)
    place = stages.index(stage) + step
    return stages[place] if 0 <= place < len(stages) else None


def _on_the_board(one: PromoterLine) -> tuple[bool, date, str]:
    return (one.do_not_contact, one.next_on or SOMEDAY, one.name.casefold())


_ORDER = {stage: place for place, stage in enumerate(Stage)}
_KEYS: dict[ListColumn, Callable[[PromoterLine], Any]] = {
    ListColumn.NAME: lambda one: one.name.casefold(),
    ListColumn.STAGE: lambda one: _ORDER[one.stage],
    ListColumn.FOLLOWERS: lambda one: one.who_follows.casefold(),
    ListColumn.NEXT: lambda one: one.next_on or SOMEDAY,
    ListColumn.LAST_CONTACT: lambda one: one.last_contact_at or NEVER,
    ListColumn.SENT_US: lambda one: (one.customers, one.visits),
}
