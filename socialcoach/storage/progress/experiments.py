"""Keeps what the owner changed on purpose."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sqlite_utils import Database

from socialcoach.core.progress.experiment import Experiment
from socialcoach.storage.rows import insert_row


class Experiments:
    """Reads and writes experiments."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, experiment: Experiment) -> Experiment:
        """Insert an experiment (its ``id`` is ignored) and return it with its new id."""
        return replace(experiment, id=insert_row(self._database, "experiment", _row(experiment)))

    def put(self, experiment: Experiment) -> None:
        """Write an experiment under its own id, also one that was removed."""
        self._database.table("experiment").upsert(_row(experiment), pk="id")

    def remove(self, experiment_id: int) -> None:
        """Forget an experiment."""
        query = "delete from experiment where id = ?"
        with self._database.atomic():
            self._database.execute(query, [experiment_id])

    def all(self) -> list[Experiment]:
        """Return all experiments, the latest first."""
        rows = self._database.table("experiment").rows_where(order_by="first_day desc, id desc")
        return [_experiment(row) for row in rows]


def _row(one: Experiment) -> dict[str, Any]:
    return {
        "id": one.id,
        "changed": one.changed,
        "platform": one.platform,
        "first_day": one.first.isoformat(),
        "last_day": one.last.isoformat(),
    }


def _experiment(row: dict[str, Any]) -> Experiment:
    return Experiment(
        row["id"],
        row["changed"],
        date.fromisoformat(row["first_day"]),
        date.fromisoformat(row["last_day"]),
        row["platform"],
    )
