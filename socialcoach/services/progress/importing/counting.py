"""Counts what an import finds, for the preview and for the closing sentence."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime

from socialcoach.core.errors import UserError
from socialcoach.core.progress.importing.records import ImportedPost, LeftOut, Reason
from socialcoach.core.progress.importing.rows import RowPlan
from socialcoach.services.progress.importing.opening import Table
from socialcoach.services.progress.importing.preview import (
    ROWS_NAMED,
    Ignored,
    ImportPreview,
    Warned,
)

EXAMPLES = 3


class Counting:
    """Takes in rows one by one."""

    def __init__(self, table: Table, plan: RowPlan) -> None:
        self._table = table
        self._plan = plan
        self._left_out: Counter[Reason] = Counter()
        self._rows: dict[Reason, list[int]] = {}
        self._first: datetime | None = None
        self._last: datetime | None = None
        self._examples: list[str] = []
        self._day_only = 0
        self._found = 0

    def see(self, found: ImportedPost | LeftOut) -> None:
        """Count one row."""
        if isinstance(found, LeftOut):
            self._left_out[found.reason] += 1
            rows = self._rows.setdefault(found.reason, [])
            if len(rows) < ROWS_NAMED:
                rows.append(found.row)
            return
        self._found += 1
        self._see_moment(found)
        if found.text and len(self._examples) < EXAMPLES:
            self._examples.append(found.text[:200])

    def fill(self, preview: ImportPreview) -> ImportPreview:
        """Return the preview with what was counted.

        Raises ``UserError``: ``import.no_dates`` when no row has a date, ``import.no_posts`` when
        there is no row to import for another reason.
        """
        if self._first is None or self._last is None:
            only = set(self._left_out) == {Reason.NO_DATE}
            raise UserError(
                "import.no_dates" if only else "import.no_posts", file=preview.path.name
            )
        zone = self._plan.business_zone
        return replace(
            preview,
            found=self._found,
            first_day=self._first.astimezone(zone).date(),
            last_day=self._last.astimezone(zone).date(),
            ignored=tuple(
                Ignored(reason, count, tuple(self._rows[reason]))
                for reason, count in self._left_out.most_common()
            ),
            warnings=tuple(self._warnings()),
            examples=tuple(self._examples),
        )

    def _see_moment(self, post: ImportedPost) -> None:
        if self._first is None or post.at < self._first:
            self._first = post.at
        if self._last is None or post.at > self._last:
            self._last = post.at
        self._day_only += not post.time_known

    def _warnings(self) -> list[Warned]:
        said = {
            Warned.IDS_DAMAGED: self._plan.decisions.ids_damaged,
            Warned.DAY_ONLY: self._day_only > 0,
        }
        return [*table_warnings(self._table), *(one for one, true in said.items() if true)]


def table_warnings(table: Table) -> tuple[Warned, ...]:
    """Return what is worth knowing about the file itself."""
    survey = table.survey
    said = {
        Warned.ENCODING_GUESSED: survey is not None and survey.guessed,
        Warned.CHARACTERS_LOST: survey is not None and survey.lost > 0,
        Warned.ROWS_REPAIRED: table.repaired,
    }
    return tuple(warning for warning, true in said.items() if true)
