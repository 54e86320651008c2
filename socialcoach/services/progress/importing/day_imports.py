"""Imports of figures per day: reading, comparing with what is there, writing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlite_utils import Database

from socialcoach.core.errors import UserError
from socialcoach.core.progress.importing.day_rows import DayFigure, DayReader
from socialcoach.core.progress.importing.records import LeftOut
from socialcoach.core.progress.importing.rows import RowPlan
from socialcoach.services.progress.importing.counting import table_warnings
from socialcoach.services.progress.importing.opening import Table
from socialcoach.services.progress.importing.preview import (
    META_PLATFORMS,
    ROWS_NAMED,
    Ignored,
    ImportPreview,
    Question,
    QuestionKind,
)
from socialcoach.services.progress.importing.reading import ROWS_BETWEEN_CHECKS, Watch
from socialcoach.storage.progress.daily import DailyNumbers, DayKey, day_key
from socialcoach.storage.progress.imports import ImportRun


@dataclass(frozen=True)
class DayOutcome:
    """How figures compare with those already there; ``news`` are new or changed."""

    news: tuple[DayFigure, ...]
    new: int
    changed: int
    unchanged: int


def compare(store: DailyNumbers, figures: Sequence[DayFigure]) -> DayOutcome:
    """Return which figures are new, changed or already there."""
    known: dict[DayKey, int] = {}
    for platform in {figure.platform for figure in figures}:
        known |= store.of_platform(platform)
    pairs = [(one, known.get(day_key(one))) for one in figures]
    new = sum(old is None for _, old in pairs)
    same = sum(one.value == old for one, old in pairs)
    news = tuple(one for one, old in pairs if one.value != old)
    return DayOutcome(news, new, len(figures) - new - same, same)


def write_days(store: DailyNumbers, figures: Sequence[DayFigure], run: ImportRun) -> ImportRun:
    """Write figures in one transaction; return the run with counts, and an id if it has news."""
    outcome = compare(store, figures)
    counted = replace(run, added=outcome.new, updated=outcome.changed, unchanged=outcome.unchanged)
    return replace(counted, id=store.write(outcome.news, counted)) if outcome.news else counted


def look_through_days(
    database: Database, bare: ImportPreview, table: Table, plan: RowPlan, watch: Watch
) -> ImportPreview:
    """Go over all rows and return the preview with its figures, or with the question whose.

    Raises ``UserError("import.not_needed")`` when the file holds no figure that is known.
    """
    figures, left_out = _read(table, plan, watch)
    if not figures:
        raise UserError("import.not_needed", file=bare.path.name)
    if any(not figure.platform for figure in figures):
        answer = bare.answers.platform
        if answer is None:
            question = Question(QuestionKind.PLATFORM, META_PLATFORMS)
            return replace(bare, days=True, questions=(question,))
        figures = [replace(one, platform=one.platform or answer) for one in figures]
    outcome = compare(DailyNumbers(database), figures)
    rows = tuple(one.row for one in left_out)
    reasons = Counter(one.reason for one in left_out)
    return replace(
        bare,
        platform=figures[0].platform,
        days=True,
        found=len(figures),
        new=outcome.new,
        changed=outcome.changed,
        unchanged=outcome.unchanged,
        first_day=min(figure.day for figure in figures),
        last_day=max(figure.day for figure in figures),
        ignored=tuple(Ignored(reason, n, rows[:ROWS_NAMED]) for reason, n in reasons.items()),
        warnings=table_warnings(table),
        figures=tuple(figures),
    )


def _read(table: Table, plan: RowPlan, watch: Watch) -> tuple[list[DayFigure], list[LeftOut]]:
    reader = DayReader(plan, [cell for cells in table.above for cell in cells if cell.strip()])
    left_out: list[LeftOut] = []
    for count, (row, cells) in enumerate(table.body(watch.on_done)):
        if count % ROWS_BETWEEN_CHECKS == 0:
            watch.check()
        found = reader.read(row, cells)
        if found is not None:
            left_out.append(found)
    return reader.figures(), left_out
