"""Rows of the tables ``message``, ``handle`` and ``person``, there and back."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from socialcoach.core.relations.message import (
    Care,
    Message,
    MessageLine,
    MessageStatus,
    Permission,
)
from socialcoach.core.relations.person import Handle, Person
from socialcoach.storage.times import from_text, to_text


def message_to_row(message: Message) -> dict[str, Any]:
    """Return the columns of a message."""
    return {
        **asdict(message),
        "mood": str(message.mood),
        "status": str(message.status),
        "permission": str(message.permission),
        "care": str(message.care),
        "wrote_at": to_text(message.wrote_at),
        "answered_at": message.answered_at and to_text(message.answered_at),
        "rests_until": message.rests_until and to_text(message.rests_until),
        "follow_up_on": message.follow_up_on and message.follow_up_on.isoformat(),
    }


def message_from_row(row: dict[str, Any]) -> Message:
    """Return the message of a row."""
    changed = {
        "wrote_at": from_text(row["wrote_at"]),
        "answered_at": _moment(row["answered_at"]),
        "rests_until": _moment(row["rests_until"]),
        "follow_up_on": _day(row["follow_up_on"]),
        "status": MessageStatus(row["status"]),
        "permission": Permission(row["permission"]),
        "care": Care(row["care"]),
    }
    return Message(**{**row, **changed})


def line_from_row(row: tuple[Any, ...]) -> MessageLine:
    """Return the line of a row, its columns in the order of ``MessageLine``."""
    key, name, platform, said, wrote_at, status, answered_at, follow_up, rests = row
    return MessageLine(
        key,
        name,
        platform,
        said,
        from_text(wrote_at),
        MessageStatus(status),
        _moment(answered_at),
        _day(follow_up),
        _moment(rests),
    )


def handle_to_row(handle: Handle) -> dict[str, Any]:
    """Return the columns of a handle, its key with them."""
    return {**asdict(handle), "key": handle.key}


def handle_from_row(row: dict[str, Any]) -> Handle:
    """Return the handle of a row."""
    return Handle(row["id"], row["person_id"], row["platform"], row["name"], row["address"])


def person_to_row(person: Person) -> dict[str, Any]:
    """Return the columns of a person."""
    return {**asdict(person), "added_at": to_text(person.added_at)}


def person_from_row(row: dict[str, Any]) -> Person:
    """Return the person of a row."""
    return Person(**{**row, "added_at": from_text(row["added_at"])})


def _moment(text: str | None) -> datetime | None:
    return from_text(text) if text else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
