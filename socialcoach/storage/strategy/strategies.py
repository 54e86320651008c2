"""Keeps the strategy as one JSON document, written whole at every answer."""

from __future__ import annotations

import json
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any

from cattrs import Converter
from cattrs.errors import BaseValidationError
from sqlite_utils import Database

from socialcoach.core.errors import UserError
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.storage.times import to_text

THE_ONE = 1
"""There is one business, hence one row."""


def strategy_to_json(strategy: Strategy) -> str:
    """Return the strategy as JSON text."""
    return json.dumps(_converter().unstructure(strategy), ensure_ascii=False)


@lru_cache(maxsize=2)
def strategy_from_json(text: str) -> Strategy:
    """Return the strategy that ``strategy_to_json`` wrote; unknown fields are passed over.

    The last ones are remembered: every room asks for the plan, and it rarely changes.
    Raises ``UserError("strategy.unreadable")`` when the text is no strategy.
    """
    try:
        raw = json.loads(text)
        if not isinstance(raw, dict):  # which would pass for a strategy without any answers
            raise TypeError(f"a {type(raw).__name__} is no strategy")
        return _converter().structure(raw, Strategy)
    except (BaseValidationError, ValueError, TypeError) as error:
        raise UserError("strategy.unreadable", why=str(error)) from error


class Strategies:
    """Reads and writes the one strategy."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self) -> Strategy:
        """Return the saved strategy, or an empty one on the first start."""
        rows = list(self._database.table("strategy").rows_where("id = ?", [THE_ONE]))
        return strategy_from_json(rows[0]["body"]) if rows else Strategy()

    def save(self, strategy: Strategy, now: datetime) -> None:
        """Write the whole strategy."""
        row = {"id": THE_ONE, "body": strategy_to_json(strategy), "saved_at": to_text(now)}
        self._database.table("strategy").upsert(row, pk="id")


@cache
def _converter() -> Converter:
    """Return the one converter; making it takes longer than ten strategies take to read."""
    converter = Converter()
    converter.register_unstructure_hook(date, lambda day: day.isoformat())
    converter.register_structure_hook(date, _to_date)
    return converter


def _to_date(value: Any, _: type) -> date:
    return date.fromisoformat(value)
