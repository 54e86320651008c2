"""Keeps promoters, what happened with each, and the letters to them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from sqlite_utils import Database

from socialcoach.core.relations.letters import Letter
from socialcoach.core.relations.promoter import (
    Gift,
    Happening,
    Promoter,
    PromoterEvent,
    PromoterKind,
    PromoterLine,
    Stage,
)
from socialcoach.core.relations.promoter_record import PromoterRecord
from socialcoach.storage.rows import insert_row
from socialcoach.storage.times import from_text, to_text

LINES = """
select promoter.id, name, kind, who_follows, stage, next_step, next_on, last_contact_at,
    do_not_contact, ifnull(sum(what = 'visit'), 0), ifnull(sum(what = 'customer'), 0),
    value_offered, result, greet, contact
from promoter
left join promoter_event on promoter_event.promoter_id = promoter.id
    and what in ('visit', 'customer')
group by promoter.id
"""

WITH_A_DATE = "do_not_contact = 0 and next_on <= ?"
SILENT = """
do_not_contact = 0 and next_on is null
    and stage in ('warming up', 'offered', 'working together')
"""
MOST_DUE = 100
"""Promoters of each sort that are looked at; nobody gets back to more in a day."""

STAGES = {str(stage): stage for stage in Stage}
KINDS = {str(kind): kind for kind in PromoterKind}


class Promoters:
    """Reads and writes promoters, their events and their letters."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, promoter: Promoter) -> Promoter:
        """Insert a promoter (its ``id`` is ignored) and return it with its new id."""
        return replace(promoter, id=insert_row(self._database, "promoter", _row(promoter)))

    def save(self, promoter: Promoter) -> None:
        """Write a promoter under its own id."""
        self._database.table("promoter").upsert(_row(promoter), pk="id")

    def get(self, promoter_id: int) -> Promoter | None:
        """Return a promoter, None when there is none with this id."""
        rows = list(self._database.table("promoter").rows_where("id = ?", [promoter_id]))
        return _promoter(rows[0]) if rows else None

    def all(self) -> list[Promoter]:
        """Return all promoters by name."""
        return [_promoter(row) for row in self._rows(None, [], "name")]

    def may_be_due(self, today: date) -> list[Promoter]:
        """Return those the rule of what is due should look at, the longest overdue first."""
        dated = self._rows(WITH_A_DATE, [today.isoformat()], "next_on, id", MOST_DUE)
        silent = self._rows(SILENT, [], "last_contact_at, id", MOST_DUE)
        return [_promoter(row) for row in (*dated, *silent)]

    def closed(self) -> list[Promoter]:
        """Return those who must not be contacted, by name."""
        return [_promoter(row) for row in self._rows("do_not_contact", [], "name")]

    def lines(self) -> list[PromoterLine]:
        """Return what the board and the list show, in no order."""
        return [_line(row) for row in self._database.execute(LINES)]

    def record(self, promoter_id: int) -> PromoterRecord | None:
        """Return everything about a promoter, None when there is none with this id."""
        promoter = self.get(promoter_id)
        if promoter is None:
            return None
        events = self._of("promoter_event", promoter_id)
        letters = self._of("letter", promoter_id)
        return PromoterRecord(promoter, tuple(map(_event, events)), tuple(map(_letter, letters)))

    def put_back(self, record: PromoterRecord) -> None:
        """Write everything about a promoter as it was; what came later goes."""
        with self._database.atomic():
            self.remove(record.promoter.id)
            self._database.table("promoter").insert(_row(record.promoter))
            self._insert("promoter_event", map(_event_row, record.events))
            self._insert("letter", map(_letter_row, record.letters))

    def remove(self, promoter_id: int) -> None:
        """Forget a promoter and everything about them."""
        with self._database.atomic():
            for table in ("promoter_event", "letter"):
                self._database.execute(f"delete from {table} where promoter_id = ?", [promoter_id])
            self._database.execute("delete from promoter where id = ?", [promoter_id])

    def add_event(self, event: PromoterEvent) -> PromoterEvent:
        """Insert a line of history (its ``id`` is ignored) and return it with its new id."""
        row = _event_row(event)
        return replace(event, id=insert_row(self._database, "promoter_event", row))

    def open_letter(self, promoter_id: int) -> Letter | None:
        """Return the letter that is being written to a promoter, None when there is none."""
        where = "promoter_id = ? and sent_at is null"
        rows = self._database.table("letter").rows_where(where, [promoter_id], order_by="id desc")
        return next(map(_letter, rows), None)

    def add_letter(self, letter: Letter) -> Letter:
        """Insert a letter (its ``id`` is ignored) and return it with its new id."""
        return replace(letter, id=insert_row(self._database, "letter", _letter_row(letter)))

    def save_letter(self, letter: Letter) -> None:
        """Write a letter under its own id."""
        self._database.table("letter").upsert(_letter_row(letter), pk="id")

    def remove_letter(self, letter_id: int) -> None:
        """Forget a letter."""
        with self._database.atomic():
            self._database.execute("delete from letter where id = ?", [letter_id])

    def _rows(
        self, where: str | None, values: list[str], order: str, most: int | None = None
    ) -> Iterable[dict[str, Any]]:
        table = self._database.table("promoter")
        return table.rows_where(where, values, order_by=order, limit=most)

    def _of(self, table: str, promoter_id: int) -> Iterable[dict[str, Any]]:
        return self._database.table(table).rows_where(
            "promoter_id = ?", [promoter_id], order_by="id"
        )

    def _insert(self, table: str, rows: Iterable[dict[str, Any]]) -> None:
        for row in rows:
            self._database.table(table).insert(row)


def _row(promoter: Promoter) -> dict[str, Any]:
    row = asdict(promoter)
    if not promoter.id:
        del row["id"]
    return row | {
        "stage": str(promoter.stage),
        "kind": str(promoter.kind),
        "gifts": json.dumps([str(gift) for gift in promoter.gifts]),
        "do_not_contact": int(promoter.do_not_contact),
        "last_contact_at": promoter.last_contact_at and to_text(promoter.last_contact_at),
        "next_on": promoter.next_on and promoter.next_on.isoformat(),
        "stage_on": promoter.stage_on and promoter.stage_on.isoformat(),
    }


def _promoter(row: dict[str, Any]) -> Promoter:
    changed = {
        "stage": Stage(row["stage"]),
        "kind": PromoterKind(row["kind"]),
        "gifts": tuple(Gift(key) for key in json.loads(row["gifts"])),
        "do_not_contact": bool(row["do_not_contact"]),
        "last_contact_at": row["last_contact_at"] and from_text(row["last_contact_at"]),
        "next_on": row["next_on"] and date.fromisoformat(row["next_on"]),
        "stage_on": row["stage_on"] and date.fromisoformat(row["stage_on"]),
    }
    return Promoter(**{**row, **changed})


def _line(row: tuple[Any, ...]) -> PromoterLine:
    told = (row[1], row[3], row[5], *row[11:])
    return PromoterLine(
        id=row[0],
        name=row[1],
        kind=KINDS[row[2]],
        who_follows=row[3],
        stage=STAGES[row[4]],
        next_step=row[5],
        next_on=date.fromisoformat(row[6]) if row[6] else None,
        last_contact_at=from_text(row[7]) if row[7] else None,
        do_not_contact=bool(row[8]),
        visits=row[9],
        customers=row[10],
        haystack=" ".join(told).casefold(),
    )


def _event_row(event: PromoterEvent) -> dict[str, Any]:
    row = asdict(event) | {"at": to_text(event.at), "what": str(event.what)}
    return row if event.id else {name: value for name, value in row.items() if name != "id"}


def _event(row: dict[str, Any]) -> PromoterEvent:
    return PromoterEvent(**{**row, "at": from_text(row["at"]), "what": Happening(row["what"])})


def _letter_row(letter: Letter) -> dict[str, Any]:
    row = asdict(letter) | {
        "changed_at": to_text(letter.changed_at),
        "sent_at": letter.sent_at and to_text(letter.sent_at),
    }
    return row if letter.id else {name: value for name, value in row.items() if name != "id"}


def _letter(row: dict[str, Any]) -> Letter:
    sent_at = row["sent_at"] and from_text(row["sent_at"])
    return Letter(**{**row, "changed_at": from_text(row["changed_at"]), "sent_at": sent_at})
