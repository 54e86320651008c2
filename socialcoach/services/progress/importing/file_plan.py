"""Decides, from the whole file, how its rows are to be read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from socialcoach.core.errors import UserError
from socialcoach.core.progress.importing.cells import clean
from socialcoach.core.progress.importing.dates import DateOrder, read_date
from socialcoach.core.progress.importing.evidence import Evidence
from socialcoach.core.progress.importing.layouts import BUSINESS_ZONE, Columns, Layout, Recognised
from socialcoach.core.progress.importing.rows import RowPlan
from socialcoach.services.progress.importing.opening import Table
from socialcoach.services.progress.importing.own_columns import OWN, tells_posts
from socialcoach.services.progress.importing.preview import (
    META_PLATFORMS,
    ImportAnswers,
    Question,
    QuestionKind,
    RowMeaning,
)
from socialcoach.services.progress.importing.reading import ROWS_IN_A_BREATH, Watch

META_ZONE = "America/Los_Angeles"
"""Where Meta's clock stands in exports, whatever the owner's country (156 posts, 2026-11-22)."""

_META_NAME = re.compile(r"_\d{12,}(?: ?\(\d+\))?\.csv$", re.IGNORECASE)
"""Meta ends the names of its exports with a long number, in every language."""

_SPAN = re.compile(r"([A-Z][a-z]{2}-\d{2}-\d{4})_([A-Z][a-z]{2}-\d{2}-\d{4})")


def plan_rows(
    table: Table,
    path: Path,
    order: DateOrder | None,
    now: datetime,
    own: ZoneInfo,
    watch: Watch,
) -> RowPlan:
    """Go over the rows once and decide order of day and month, zone and whether ids are sound.

    Raises ``UserError("import.mixed_dates")`` when rows contradict each other.
    """
    known = _known(table, path)
    today = now.astimezone(own).date()
    zones = _zones(known.layout, own, path.name)
    evidence = Evidence(known.layout.platform, zones, today)
    span = promised_span(path.name)
    for row, cells in table.body(watch.on_done):
        if row % ROWS_IN_A_BREATH == 0:
            watch.breathe()
        date_cell = _cell(cells, known.columns, "date")
        if date_cell:
            link = _cell(cells, known.columns, "link")
            evidence.see(date_cell, link, _cell(cells, known.columns, "id"), span)
    watch.next_pass()
    decisions = evidence.decide(known.layout, known.language, order)
    return RowPlan(known.layout, known.columns, table.header, decisions, own, now)


def open_questions(plan: RowPlan, answers: ImportAnswers) -> tuple[Question, ...]:
    """Return what only the owner can say of this file."""
    questions: list[Question] = []
    if answers.columns and answers.rows is None and not tells_posts(answers.columns):
        questions.append(Question(QuestionKind.ROWS, tuple(map(str, RowMeaning))))
    if plan.decisions.order is None:
        orders = tuple(map(str, DateOrder))
        questions.append(Question(QuestionKind.DATE_ORDER, orders, plan.decisions.examples))
    return tuple(questions)


def promised_span(name: str) -> tuple[date, date] | None:
    """Return the first and last day that Meta writes into a file's name, or None."""
    found = _SPAN.search(name)
    if found is None:
        return None
    days = [read_date(part.replace("-", " "), DateOrder.MONTH_FIRST) for part in found.groups()]
    first, last = (day.on(day.year) if day and day.year else None for day in days)
    return (first, last) if first and last else None


def _known(table: Table, path: Path) -> Recognised:
    if table.recognised is not None:
        return table.recognised
    headers = tuple(clean(name) for name in table.header)
    raise UserError("import.unknown_columns", file=path.name, headers=headers)


def _zones(layout: Layout, own: tzinfo, name: str) -> Sequence[tzinfo]:
    """Return where the clock may stand, the likeliest first.

    A file whose columns the owner has named may be Meta's own in a language that is not known here.
    """
    first = own if layout.zone == BUSINESS_ZONE else ZoneInfo(layout.zone)
    others: list[tzinfo] = [UTC, own]
    if layout.platform in META_PLATFORMS:
        pacific = ZoneInfo(META_ZONE)
        others.append(pacific)
        if layout.key == OWN and _META_NAME.search(name):
            first = pacific
    return (first, *(zone for zone in others if zone is not first))


def _cell(cells: Sequence[str], columns: Columns, name: str) -> str:
    for at in columns.get(name, ()):
        if at < len(cells) and cells[at].strip():
            return cells[at]
    return ""
