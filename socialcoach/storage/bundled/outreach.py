"""Reads whom to ask, the letters and the searches of ``resources/relations``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from socialcoach.core.relations.letters import LetterTemplate
from socialcoach.core.relations.listening import SearchBook
from socialcoach.core.relations.outreach_whom import Whom, WhomGroup, WhomList, WhomTrade
from socialcoach.storage.bundled.reading import BundledDataError, read_toml, structure

FOLDER = "relations"


def load_whom(resources: Path) -> WhomList:
    """Read whom to ask; raises ``BundledDataError`` with the file and the place of a mistake."""
    shared = resources / FOLDER / "whom_to_ask.toml"
    own = resources / FOLDER / "whom_to_ask_trades.toml"
    data, trades = read_toml(shared), read_toml(own)
    everyone = _tables(data, "everyone", Whom, shared)
    groups = _tables(data, "group", WhomGroup, shared)
    by_trade = _tables(trades, "trade", WhomTrade, own)
    _no_doubles((group.key for group in groups), shared)
    _no_doubles((trade for group in groups for trade in group.trades), shared)
    _no_doubles((trade.key for trade in by_trade), own)
    return WhomList(everyone, groups, by_trade)


def load_letters(resources: Path) -> tuple[LetterTemplate, ...]:
    """Read the letters' templates in their order; raises ``BundledDataError`` when damaged."""
    path = resources / FOLDER / "letters.toml"
    letters = _tables(read_toml(path), "letter", LetterTemplate, path)
    _no_doubles((letter.key for letter in letters), path)
    return letters


def load_searches(resources: Path) -> SearchBook:
    """Read the search pages; raises ``BundledDataError`` when damaged."""
    path = resources / FOLDER / "listening.toml"
    book = structure(read_toml(path), SearchBook, path.name)
    for page in book.search:
        if not page.address.startswith("https://") or "{words}" not in page.address:
            raise BundledDataError(path.name, f"{page.platform}: https:// and {{words}}, please")
    return book


def _tables(data: dict[str, Any], name: str, kind: type[Any], path: Path) -> tuple[Any, ...]:
    tables = data.get(name, [])
    return tuple(
        structure(table, kind, path.name, f"{name} {number}")
        for number, table in enumerate(tables, start=1)
    )


def _no_doubles(keys: Iterable[str], path: Path) -> None:
    doubled = [key for key, times in Counter(keys).items() if times > 1]
    if doubled:
        raise BundledDataError(path.name, f"{doubled[0]!r} stands there twice")
