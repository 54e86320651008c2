"""A person or place that can recommend the business, and how far the acquaintance has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple


class Stage(StrEnum):
    """How far the acquaintance with a promoter has come."""

    TO_LOOK_UP = "to look up"
    WARMING_UP = "warming up"
    OFFERED = "offered"
    WORKING_TOGETHER = "working together"
    RESTING = "resting"


class PromoterKind(StrEnum):
    """What a promoter is."""

    BLOGGER = "blogger"
    MAGAZINE = "magazine"
    GROUP = "group"
    PARTNER = "partner"
    EVENT = "event"
    SCHOOL = "school"
    SUPPLIER = "supplier"
    NEIGHBOUR = "neighbour"
    OTHER = "other"


class Gift(StrEnum):
    """What the business can offer a promoter first, before it asks for anything."""

    GUEST_ARTICLE = "guest_article"
    REVIEW = "review"
    SPONSOR = "sponsor"
    HOST = "host"
    PRIZES = "prizes"
    EXPERTISE = "expertise"
    LEND_A_HAND = "lend_a_hand"


class Happening(StrEnum):
    """What a line of a promoter's history tells.

    ``VISIT`` and ``CUSTOMER`` are tallied: one line is one visit or customer they sent.
    """

    CONTACT = "contact"
    LETTER = "letter"
    STAGE = "stage"
    VISIT = "visit"
    CUSTOMER = "customer"
    STOP = "stop"


CONTACTS = (Happening.CONTACT, Happening.LETTER)
"""The happenings in which the business got in touch."""

TALLIES = (Happening.VISIT, Happening.CUSTOMER)


@dataclass(frozen=True)
class Promoter:
    """A person or place that can recommend the business, and what it offers them first.

    ``greet`` is whom a letter greets, ``contact`` any other way to reach them. ``value_offered``
    says in the owner's words what ``gifts`` mean here. ``next_on`` is the day of the next step,
    ``stage_on`` the day the stage was reached. ``do_not_contact`` is final.
    """

    id: int
    name: str
    who_follows: str = ""
    value_offered: str = ""
    stage: Stage = Stage.TO_LOOK_UP
    next_step: str = ""
    last_contact_at: datetime | None = None
    result: str = ""
    do_not_contact: bool = False
    kind: PromoterKind = PromoterKind.OTHER
    gifts: tuple[Gift, ...] = ()
    greet: str = ""
    email: str = ""
    link: str = ""
    contact: str = ""
    next_on: date | None = None
    stage_on: date | None = None


@dataclass(frozen=True)
class PromoterEvent:
    """One line of a promoter's history. ``at`` is in UTC; ``words`` are the owner's, or a stage."""

    id: int
    promoter_id: int
    at: datetime
    what: Happening
    words: str = ""


class PromoterLine(NamedTuple):
    """What the board and the list show of a promoter; ``haystack`` is what a search looks in.

    A named tuple, because thousands of them are made at once.
    """

    id: int
    name: str
    kind: PromoterKind
    who_follows: str
    stage: Stage
    next_step: str
    next_on: date | None
    last_contact_at: datetime | None
    do_not_contact: bool
    visits: int
    customers: int
    haystack: str
