"""From the cells of one row to one post, or to the reason why there is none."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from socialcoach.core.errors import UserError
from socialcoach.core.progress.importing.cells import (
    LONGEST_UNKNOWN,
    UNKNOWN,
    NotACountError,
    clean,
    count,
    is_e_notation,
)
from socialcoach.core.progress.importing.dates import (
    DateOrder,
    Written,
    newest_year,
    read_date,
    to_moment,
)
from socialcoach.core.progress.importing.evidence import ID_AGREES, Decisions
from socialcoach.core.progress.importing.layouts import COUNTS, Columns, Layout
from socialcoach.core.progress.importing.links import comparable, id_in_link, moment_of
from socialcoach.core.progress.importing.records import ImportedPost, LeftOut, Reason

DAY_AGREES = timedelta(hours=36)
"""An id's time and a day without a time belong together when they are no further apart."""

_ID = re.compile(r"[A-Za-z0-9_.:\-]{1,100}")


@dataclass(frozen=True)
class RowPlan:
    """All that is needed to read rows of one file; ``business_zone`` is the owner's own."""

    layout: Layout
    columns: Columns
    header: tuple[str, ...]
    decisions: Decisions
    business_zone: tzinfo
    now: datetime


class RowReader:
    """Reads rows one after the other; no row depends on another."""

    def __init__(self, plan: RowPlan) -> None:
        self._plan = plan
        self._layout = plan.layout
        self._order = plan.decisions.order or DateOrder.MONTH_FIRST
        self._places = plan.columns
        self._counts = tuple(plan.columns.get(name, ()) for name in COUNTS)
        self._lifetimes = {""}
        self._width = len(plan.header)
        self._needed = max((at for places in plan.columns.values() for at in places), default=0)

    def read(self, row: int, cells: Sequence[str]) -> ImportedPost | LeftOut | None:
        """Return the post or why there is none; None for an empty row.

        Raises ``UserError("import.damaged_cell")`` with row, column and cell for a figure or date
        that cannot be right, and ``UserError("import.daily_rows")`` for figures per day.
        """
        if not any(cells):
            return None
        reason = self._not_a_post(cells)
        if reason is not None:
            return LeftOut(row, reason)
        self._refuse_daily(cells)
        post_id = self._first(cells, "id")
        safe_id = "" if self._plan.decisions.ids_damaged or is_e_notation(post_id) else post_id
        link = self._link(cells, post_id)
        when = self._when(row, cells, link, safe_id)
        if when is None:
            return LeftOut(row, Reason.NO_DATE)
        text = self._text(cells)
        counts = tuple(
            [self._count(row, cells, places) if places else None for places in self._counts]
        )
        key = self._key(safe_id, link, text, when[0])
        return ImportedPost(row, key, link, *when, text, counts)

    def _not_a_post(self, cells: Sequence[str]) -> Reason | None:
        if clean(cells[0]).casefold() in self._layout.total_words:
            return Reason.TOTAL
        if len(cells) <= self._needed:
            return Reason.CUT_OFF
        if len(cells) > self._width and any(clean(cell) for cell in cells[self._width :]):
            return Reason.TOO_MANY_CELLS
        kind = self._first(cells, "type").casefold()
        if kind and any(word in kind for word in self._layout.skipped_types):
            return Reason.STORY
        if self._layout.skips_replies and self._first(cells, "text").startswith("@"):
            return Reason.REPLY
        return None

    def _refuse_daily(self, cells: Sequence[str]) -> None:
        period = self._first(cells, "period")
        if period not in self._lifetimes:
            if read_date(period, self._order) is not None:
                raise UserError("import.daily_rows")
            self._lifetimes.add(period)

    def _first(self, cells: Sequence[str], name: str) -> str:
        """Return the first cell of this field that says something."""
        for at in self._places.get(name, ()):
            cell = clean(cells[at]) if cells[at] else ""
            if cell and (len(cell) > LONGEST_UNKNOWN or cell.casefold() not in UNKNOWN):
                return cell
        return ""

    def _text(self, cells: Sequence[str]) -> str:
        first = self._body(cells, "text")
        more = self._body(cells, "text_more")
        if not first or not more or more in first:
            return first or more
        return more if first in more else f"{first}\n\n{more}"

    def _body(self, cells: Sequence[str], name: str) -> str:
        for at in self._places.get(name, ()):
            text = cells[at].strip()
            if "\0" in text or "\r" in text:
                text = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n").strip()
            if text and text.casefold() != "undefined":
                return html.unescape(text) if self._layout.html_text else text
        return ""

    def _link(self, cells: Sequence[str], post_id: str) -> str:
        link = self._first(cells, "link")
        if link.startswith(("https://", "http://")) and " " not in link and len(link) < 2_000:
            return link
        if self._layout.link_template and _ID.fullmatch(post_id):
            return self._layout.link_template.format(id=post_id)
        return ""

    def _count(self, row: int, cells: Sequence[str], places: tuple[int, ...]) -> int | None:
        for at in places:
            try:
                found = count(cells[at])
            except NotACountError:
                raise self._damaged(row, at, cells) from None
            if found is not None:
                return found
        return None

    def _when(
        self, row: int, cells: Sequence[str], link: str, safe_id: str
    ) -> tuple[datetime, bool] | None:
        cell = self._first(cells, "date")
        if not cell:
            return None
        written = read_date(cell, self._order)
        at = self._places["date"][0]
        made = moment_of(self._layout.platform, link, safe_id)
        if written is None and made is not None and self._layout.year_missing:
            return made, True  # a day in a language that is not known here; the link knows better
        if written is None or (written.year is None and not self._layout.year_missing):
            raise self._damaged(row, at, cells)
        moment = self._moment(written, made)
        if moment is None or moment > self._plan.now + timedelta(days=366):
            raise self._damaged(row, at, cells)
        allowed = DAY_AGREES if written.clock is None else ID_AGREES
        if made is not None and abs(made - moment) <= allowed:
            return made, True
        return moment, written.clock is not None

    def _moment(self, written: Written, made: datetime | None) -> datetime | None:
        zone, own = self._plan.decisions.zone, self._plan.business_zone
        if written.year is not None:
            return to_moment(written, written.year, zone, own)
        if made is not None:
            for year in (made.year, made.year - 1, made.year + 1):
                moment = to_moment(written, year, zone, own)
                if moment is not None and abs(moment - made) <= DAY_AGREES:
                    return moment
        today = self._plan.now.astimezone(own).date()
        return to_moment(written, newest_year(written, today), zone, own)

    def _key(self, safe_id: str, link: str, text: str, at: datetime) -> str:
        """Return the platform's id; else the id in the link, the link, or a mark of the text."""
        if safe_id and _ID.fullmatch(safe_id):
            return safe_id
        if link:
            return id_in_link(self._layout.platform, link) or comparable(link)
        body = f"{at.astimezone(UTC):%Y-%m-%dT%H:%M}\n{' '.join(text.split())}"
        return "text:" + hashlib.sha256(body.encode("utf-8", "replace")).hexdigest()[:32]

    def _damaged(self, row: int, at: int, cells: Sequence[str]) -> UserError:
        column = clean(self._plan.header[at]) or str(at + 1)
        return UserError("import.damaged_cell", row=row, column=column, cell=clean(cells[at])[:40])
