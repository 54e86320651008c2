"""The sample business's conversations: who wrote in the last months, and what became of it."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from socialcoach.core.relations.message import Message, MessageStatus
from socialcoach.core.relations.person import Handle, Person, handle_key
from socialcoach.storage.relations.messages import Messages
from socialcoach.storage.relations.persons import Persons


def add_sample_conversations(database: Database, folder: Path, now: datetime) -> None:
    """Put the sample conversations into an empty database, so many days before ``now``."""
    for raw in json.loads((folder / "conversations.json").read_text(encoding="utf-8")):
        Messages(database).add(_message(database, raw, now))


def _message(database: Database, raw: dict[str, Any], now: datetime) -> Message:
    wrote_at = now - timedelta(days=raw["days_ago"])
    hours = raw["answered_after_hours"]
    answered_at = None if hours is None else wrote_at + timedelta(hours=hours)
    return Message(
        id=0,
        handle_id=_handle(Persons(database), raw, wrote_at).id,
        platform=raw["platform"],
        said=raw["said"],
        wrote_at=wrote_at,
        mood=raw["mood"],
        needs=raw["needs"],
        status=MessageStatus.WAITING if answered_at is None else MessageStatus.ANSWERED,
        answered_at=answered_at,
        answer=raw["answer"] or "",
    )


def _handle(persons: Persons, raw: dict[str, Any], wrote_at: datetime) -> Handle:
    known = persons.find_handle(raw["platform"], handle_key(raw["name"]))
    if known is not None:
        return known
    person = persons.add(Person(0, raw["name"], wrote_at))
    return persons.add_handle(Handle(0, person.id, raw["platform"], raw["name"]))
