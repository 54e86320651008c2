"""Keeps the platforms' figures per publication and what was imported when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from socialcoach.core.progress.months import MonthSpan
from socialcoach.core.progress.numbers import Numbers, PostNumbers
from socialcoach.storage.planning.publications import FEED_QUERY
from socialcoach.storage.progress.month_sums import (
    MonthRow,
    first_and_last,
    kind_posts,
    last_before,
    month_rows,
)
from socialcoach.storage.rows import insert_row
from socialcoach.storage.times import from_text, to_text

COUNTS = tuple(Numbers.__dataclass_fields__)


class NumberStore:
    """Reads and writes figures."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, publication_id: int, numbers: Numbers, as_of: datetime) -> None:
        """Write the latest figures of one publication."""
        row = {"publication_id": publication_id, "as_of": to_text(as_of), **asdict(numbers)}
        self._database.table("numbers").upsert(row, pk="publication_id")

    def get(self, publication_id: int) -> Numbers | None:
        """Return the figures of one publication, if any came in."""
        rows = list(
            self._database.table("numbers").rows_where("publication_id = ?", [publication_id])
        )
        return _to_numbers(rows[0]) if rows else None

    def by_month(self, zone: str) -> list[PostNumbers]:
        """Return everything that went out with its figures; months are the business's own."""
        columns = ", ".join(f"numbers.{count}" for count in COUNTS)
        query = FEED_QUERY.replace("from publication", f", {columns} from publication", 1).replace(
            "where publication.status",
            "left join numbers on numbers.publication_id = publication.id\n"
            "    where publication.status",
            1,
        )
        local = ZoneInfo(zone)
        return [_to_post_numbers(row, local) for row in self._database.query(query)]

    def month_rows(self, spans: Sequence[MonthSpan]) -> list[MonthRow]:
        """Return the sums of each month and platform in which something went out."""
        return month_rows(self._database, spans)

    def first_and_last(self) -> tuple[datetime, datetime] | None:
        """Return when the first and the last post went out, in UTC; None before the first."""
        found = first_and_last(self._database)
        return (from_text(found[0]), from_text(found[1])) if found else None

    def last_before(self, moment: datetime) -> datetime | None:
        """Return when the last post before a moment went out, in UTC."""
        found = last_before(self._database, moment)
        return from_text(found) if found else None

    def kind_posts(self, first: MonthSpan, last: MonthSpan) -> list[tuple[str, int, int]]:
        """Return (kind, who saw, who responded) of each post with figures in these months."""
        return kind_posts(self._database, first, last)

    def add_import(self, row: dict[str, Any]) -> int:
        """Note an import (columns as in the table ``import_run``) and return its id."""
        return insert_row(self._database, "import_run", row)

    def imports(self) -> list[dict[str, Any]]:
        """Return the imports so far, the newest first."""
        return list(self._database.table("import_run").rows_where(order_by="id desc"))


def _to_numbers(row: dict[str, Any]) -> Numbers:
    return Numbers(**{count: row[count] for count in COUNTS})


def _to_post_numbers(row: dict[str, Any], local: ZoneInfo) -> PostNumbers:
    return PostNumbers(
        platform=row["platform"],
        month=f"{from_text(row['at']).astimezone(local):%Y-%m}",
        selling=bool(row["selling"]),
        kind=row["kind"] or "other",
        numbers=_to_numbers(row),
    )
