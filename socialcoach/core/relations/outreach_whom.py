"""Whom to ask: people and places worth knowing, for each trade."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from socialcoach.core.relations.promoter import Gift, Promoter, PromoterKind


@dataclass(frozen=True)
class Whom:
    """One line of the guided list: whom to look for, where to find them, what to offer first.

    ``gift`` is the kind of what is offered, ``offer`` says it in a sentence.
    """

    kind: PromoterKind
    who: str
    where: str
    gift: Gift
    offer: str


@dataclass(frozen=True)
class WhomGroup:
    """Lines that hold for several trades."""

    key: str
    trades: tuple[str, ...]
    ask: tuple[Whom, ...]


@dataclass(frozen=True)
class WhomTrade:
    """Lines for one trade alone."""

    key: str
    ask: tuple[Whom, ...]


@dataclass(frozen=True)
class WhomList:
    """All lines: for everyone, by group of trades, and by trade."""

    everyone: tuple[Whom, ...]
    groups: tuple[WhomGroup, ...]
    trades: tuple[WhomTrade, ...]


def whom_to_ask(known: WhomList, trade: str) -> tuple[Whom, ...]:
    """Return the lines for a trade, its own first, then its group's, then everyone's.

    Serves the principle that others' recommendations count: the nearest fit comes first.
    A trade we do not know gets what holds for everyone.
    """
    own = [line for one in known.trades if one.key == trade for line in one.ask]
    shared = [line for one in known.groups if trade in one.trades for line in one.ask]
    return (*own, *shared, *known.everyone)


def started_from(line: Whom) -> Promoter:
    """Return an empty card begun from a line; its name is for the owner to fill in."""
    return Promoter(id=0, name="", kind=line.kind, value_offered=line.offer, gifts=(line.gift,))


def kinds_of(lines: Iterable[Whom]) -> tuple[PromoterKind, ...]:
    """Return the kinds that occur, in the order of the kinds."""
    found = {line.kind for line in lines}
    return tuple(kind for kind in PromoterKind if kind in found)
