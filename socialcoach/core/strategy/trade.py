"""A trade: what kind of business it is and what that means for the choice of platforms."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Trade:
    """One trade of ``resources/trades.toml``.

    ``examples`` are other words for it, for finding it while typing. The hints run from 0 (no) to
    2 (very): ``looks`` its work shows well in pictures, ``local`` its customers live nearby,
    ``businesses`` it sells to firms, ``know_how`` people have questions it can answer,
    ``regulars`` the same customers come again and again.
    """

    key: str
    name: str
    examples: tuple[str, ...] = ()
    looks: int = 1
    local: int = 1
    businesses: int = 0
    know_how: int = 1
    regulars: int = 1

    def answers_to(self, typed: str) -> bool:
        """Tell whether what was typed is the beginning of a word in its name or examples."""
        wanted = typed.casefold().strip()
        words = [self.name, *self.examples]
        starts = [word.casefold() for phrase in words for word in (phrase, *phrase.split())]
        return any(start.startswith(wanted) for start in starts)
