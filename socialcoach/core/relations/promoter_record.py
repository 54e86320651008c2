"""Everything kept about one promoter."""

from __future__ import annotations

from dataclasses import dataclass

from socialcoach.core.relations.letters import Letter
from socialcoach.core.relations.promoter import Promoter, PromoterEvent


@dataclass(frozen=True)
class PromoterRecord:
    """A promoter with events and letters, both in the order in which they were written down."""

    promoter: Promoter
    events: tuple[PromoterEvent, ...] = ()
    letters: tuple[Letter, ...] = ()
