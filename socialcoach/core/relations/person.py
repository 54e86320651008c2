"""A person the business talks with, on however many platforms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from socialcoach.core.relations.message import Message


@dataclass(frozen=True)
class Handle:
    """The name somebody goes by on one platform.

    ``address`` is the network's own name for them ("@ana@example.org"), empty when the owner only
    typed a name.
    """

    id: int
    person_id: int
    platform: str
    name: str
    address: str = ""

    @property
    def key(self) -> str:
        """Return what tells this handle from others on its platform."""
        return handle_key(self.address or self.name)


@dataclass(frozen=True)
class Person:
    """One person. ``notes`` are for the owner alone; ``added_at`` is in UTC."""

    id: int
    name: str
    added_at: datetime
    notes: str = ""
    email: str = ""
    phone: str = ""
    place: str = ""


@dataclass(frozen=True)
class PersonLine:
    """What a list shows of a person; ``last_wrote_at`` is None for somebody who never wrote."""

    id: int
    name: str
    platforms: tuple[str, ...]
    messages: int
    last_wrote_at: datetime | None
    email: str
    place: str


@dataclass(frozen=True)
class PersonRecord:
    """Everything kept about one person."""

    person: Person
    handles: tuple[Handle, ...] = ()
    messages: tuple[Message, ...] = ()


def handle_key(name: str) -> str:
    """Return a name as it is compared: small letters, single spaces, no leading @."""
    return " ".join(name.casefold().split()).removeprefix("@")


def first_name(name: str) -> str:
    """Return how one would address somebody: "Gemma" for "Gemma T.", a handle as it is."""
    words = name.split()
    return words[0] if words else ""
