"""Who may send a post: one claim at a time, decided by the database, whoever asks."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlite_utils import Database

from socialcoach.core.planning.publication import Publication, PublicationStatus, Source
from socialcoach.storage.times import to_text

TAKEN = (PublicationStatus.SENDING, PublicationStatus.HANDED_OVER, PublicationStatus.OUT)
"""While a post is in one of these states on a platform, it is not sent there again."""


class Claims:
    """Moves publications to SENDING, each in one statement, so that of two callers one wins."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(self, entry: Publication) -> bool:
        """Claim a planned or failed publication; return False when somebody else was faster.

        ``entry`` says what to write: text, account, attempt key and the moment.
        """
        values = _values(entry)
        columns = ", ".join(f"{column} = :{column}" for column in values)
        return self._run(
            f"update publication set {columns} where id = :id and status in ('planned', 'failed')"
            f" and not {_taken_elsewhere()}",
            {**values, "id": entry.id, "post_id": entry.post_id, "platform": entry.platform},
        )

    def take_new(self, entry: Publication) -> bool:
        """Claim a post that has no publication yet on the platform; False as in ``take``."""
        values = {**_values(entry), "post_id": entry.post_id, "platform": entry.platform}
        columns, marks = ", ".join(values), ", ".join(f":{column}" for column in values)
        return self._run(
            f"insert into publication ({columns}, permalink) select {marks}, '' "
            f"where not {_taken_elsewhere()}",
            {**values, "id": 0},
        )

    def give_back(self, entry: Publication) -> bool:
        """Undo a failed attempt: planned again where it was planned, else gone; False if sent."""
        if entry.planned_for is None:
            return self._run(
                "delete from publication where id = :id and status = 'failed'", {"id": entry.id}
            )
        values = {"id": entry.id, "at": to_text(entry.planned_for)}
        return self._run(
            "update publication set status = 'planned', at = :at, account_id = null, "
            "attempt_key = null, problem = null where id = :id and status = 'failed'",
            values,
        )

    def mark_out(self, post_id: int, at: datetime) -> None:
        """Say that a post is out, leaving its text alone: the owner may be typing a note in it."""
        self._run(
            "update post set status = 'out', updated_at = :at where id = :id and status <> 'out'",
            {"id": post_id, "at": to_text(at)},
        )

    def _run(self, sql: str, values: dict[str, Any]) -> bool:
        with self._database.atomic() as database:
            return database.execute(sql, values).rowcount == 1


def _taken_elsewhere() -> str:
    taken = ", ".join(f"'{status}'" for status in TAKEN)
    return (
        "exists (select 1 from publication as other where other.post_id = :post_id "
        f"and other.platform = :platform and other.id <> :id and other.status in ({taken}))"
    )


def _values(entry: Publication) -> dict[str, Any]:
    return {
        "status": str(PublicationStatus.SENDING),
        "at": to_text(entry.at),
        "text": entry.text,
        "account_id": entry.account_id,
        "attempt_key": entry.attempt_key,
        "source": str(Source.DIRECT),
        "problem": None,
    }
