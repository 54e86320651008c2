"""Turn-arounds: giving starts for a draft that sells, from templates and the owner's plan."""

from __future__ import annotations

import tomllib
from pathlib import Path

from socialcoach.core.meter.turnaround import Plan, Start, templates_from, turnarounds
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.core.text import shorten

LONGEST_CUSTOMER = 30
"""A longer description of the customers does not fit into a sentence."""


class TurningAround:
    """Offers three starts; ``file`` holds the templates and is read when first needed."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def starts(self, draft: str, strategy: Strategy, turn: int) -> tuple[Start, ...]:
        """Return a tip, a customer's story and a question; ``turn`` leads on to other templates."""
        groups = templates_from(tomllib.loads(self._file.read_text(encoding="utf-8")))
        customer = strategy.business.customers.strip()
        fits = len(shorten(customer, LONGEST_CUSTOMER)) == len(customer)
        plan = Plan(customer=customer.lower() if fits else "", shop=strategy.business.name)
        return turnarounds(draft, plan, groups, turn)
