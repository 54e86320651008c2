"""What is said about people: who they are, what is kept about them, bringing in contacts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from gettext import gettext as _
from gettext import ngettext
from zoneinfo import ZoneInfo

from socialcoach.core.relations.message import Message
from socialcoach.core.relations.person import Person, PersonRecord
from socialcoach.services.words.calendar import time_and_zone
from socialcoach.services.words.numbers import number


def person_summary(platforms: Sequence[str], messages: int, other: str) -> str:
    """Return a line about a person: "Facebook, Instagram · 3 messages"."""
    wrote = ngettext("{n} message", "{n} messages", messages).format(n=number(messages))
    parts = (", ".join(platforms), wrote if messages else "", other if not messages else "")
    return " · ".join(filter(None, parts)) or _("Has not written yet")


def earlier_heading(count: int) -> str:
    """Return the heading over what else somebody wrote."""
    if not count:
        return _("The first time they write to you")
    return ngettext("{n} other message", "{n} other messages", count).format(n=number(count))


def all_messages_heading(count: int) -> str:
    """Return the heading over everything somebody wrote."""
    return ngettext("What they wrote: {n} message", "What they wrote: {n} messages", count).format(
        n=number(count)
    )


def same_sentence(other: Person, platforms: Sequence[str]) -> str:
    """Ask whether somebody else is the same person."""
    where = ", ".join(platforms) or other.email or other.phone or other.place
    if not where:
        return _("There is another {name}. Is it the same person?").format(name=other.name)
    return _("There is another {name} ({where}). Is it the same person?").format(
        name=other.name, where=where
    )


def record_text(record: PersonRecord, now: datetime, zone: ZoneInfo) -> str:
    """Return everything kept about a person as a text to read; times in the business's zone."""
    person = record.person
    head = [
        person.name,
        _("Everything kept about this person on {day}").format(day=_moment(now, zone)),
        "",
        *_fields(person),
        *(f"{one.platform}: {one.name} {one.address}".rstrip() for one in record.handles),
        "",
    ]
    return "\n".join([*head, *(_message(one, zone) for one in record.messages)])


def _fields(person: Person) -> list[str]:
    named = (
        (_("E-mail"), person.email),
        (_("Telephone"), person.phone),
        (_("Town or address"), person.place),
        (_("Notes"), person.notes),
    )
    return [f"{name}: {value}" for name, value in named if value]


def _message(message: Message, zone: ZoneInfo) -> str:
    lines = [f"{_moment(message.wrote_at, zone)}, {message.platform}:", message.said]
    if message.needs:
        lines.append(_("Needs: {what}").format(what=message.needs))
    if message.answer and message.answered_at is not None:
        lines.append(_("Answered {when}:").format(when=_moment(message.answered_at, zone)))
    if message.answer:
        lines.append(message.answer)
    return "\n".join([*lines, ""])


def _moment(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%Y-%m-%d} {time_and_zone(moment, zone)}"
