"""Keeps the answers the owner wants to use again."""

from __future__ import annotations

from dataclasses import replace

from sqlite_utils import Database

from socialcoach.core.relations.reply import SavedAnswer
from socialcoach.storage.rows import insert_row


class SavedAnswers:
    """Reads and writes saved answers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[SavedAnswer]:
        """Return the owner's own answers by title."""
        rows = self._database.table("saved_answer").rows_where(order_by="title collate nocase, id")
        return [SavedAnswer(row["id"], row["title"], row["text"]) for row in rows]

    def add(self, answer: SavedAnswer) -> SavedAnswer:
        """Insert an answer (its ``id`` is ignored) and return it with its new id."""
        row = {"title": answer.title, "text": answer.text}
        return replace(answer, id=insert_row(self._database, "saved_answer", row))

    def save(self, answer: SavedAnswer) -> None:
        """Write an answer that exists."""
        row = {"title": answer.title, "text": answer.text}
        self._database.table("saved_answer").update(answer.id, row)

    def remove(self, answer_id: int) -> None:
        """Take an answer away."""
        self._database.execute("delete from saved_answer where id = ?", [answer_id])
