"""The sample business's conversations: who wrote in the last months, and what became of it."""

from __future__ import annotations

import json
from dataclasses import replace
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
    for raw in json.loads((folder / "people.json").read_text(encoding="utf-8")):
        _add_what_is_known(database, raw, now)


def _add_what_is_known(database: Database, raw: dict[str, Any], now: datetime) -> None:
    """Add notes, other names and a day to come back to somebody who wrote."""
    persons, messages = Persons(database), Messages(database)
    handle = persons.find_handle(raw["platform"], handle_key(raw["name"]))
    person = persons.get(handle.person_id) if handle is not None else None
    if handle is None or person is None:
        raise ValueError(f"nobody called {raw['name']} wrote on {raw['platform']}")
    known = {key: raw.get(key, "") for key in ("notes", "email", "phone", "place")}
    persons.save(replace(person, **known))
    for platform, name in raw.get("also", ()):
        other = persons.find_handle(platform, handle_key(name))
        if other is not None:
            persons.give_handles([other.id], person.id)
            persons.remove(other.person_id)
    if "come_back_in_days" in raw:
        latest = messages.of_handles([handle.id], 1)[0]
        day = now.date() + timedelta(days=raw["come_back_in_days"])
        messages.save(replace(latest, follow_up_on=day))


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
