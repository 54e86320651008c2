"""The reason class of a phrase: a table of words, and what to say when the table is silent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from socialcoach.core.meter.reading import Reason

_LONGEST_ENTRY = 4


@dataclass(frozen=True, slots=True)
class ReasonTable:
    """Words and phrases of each side with the class they stand for."""

    selling: Mapping[str, Reason]
    giving: Mapping[str, Reason]

    def reason(self, keys: Sequence[str], weights: Sequence[float]) -> Reason:
        """The class of a phrase of ``keys`` with these weights; the sum's sign decides the side."""
        sells = sum(weights) > 0
        table = self.selling if sells else self.giving
        votes: dict[Reason, float] = {}
        for start in range(len(keys)):
            for end in range(start + 1, min(start + _LONGEST_ENTRY, len(keys)) + 1):
                reason = table.get(" ".join(keys[start:end]))
                if reason is not None:
                    # a longer entry is the more telling one
                    strength = abs(sum(weights[start:end])) * (end - start)
                    votes[reason] = votes.get(reason, 0.0) + strength
        if votes:
            return max(votes, key=lambda reason: votes[reason])
        return _fallback(keys, sells)


def _fallback(keys: Sequence[str], sells: bool) -> Reason:
    if sells:
        return Reason.ABOUT_US
    return Reason.ABOUT_YOU if "you" in keys or "your" in keys else Reason.STORY


def reason_table(data: Mapping[str, Mapping[str, Sequence[str]]]) -> ReasonTable:
    """Build the table from ``reasons.toml`` (side, class, entries); ``ValueError`` if wrong."""
    return ReasonTable(_side(data["selling"], True), _side(data["giving"], False))


def _side(classes: Mapping[str, Sequence[str]], sells: bool) -> dict[str, Reason]:
    table: dict[str, Reason] = {}
    for name, entries in classes.items():
        reason = Reason(name)
        if reason.sells is not sells:
            raise ValueError(f"the reason {name!r} stands on the wrong side")
        for entry in entries:
            table.setdefault(entry, reason)
    return table
