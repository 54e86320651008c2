"""The keys that Bluesky sorts posts by: a moment and a little chance in thirteen letters.

Source: atproto.com/specs/tid, checked 2026-11-22: a zero bit, 53 bits of microseconds since 1970
and 10 bits of chance, in base 32 with letters that sort as the numbers do.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

LETTERS = "234567abcdefghijklmnopqrstuvwxyz"
LENGTH = 13
CHANCES = 1 << 10
"""How many values the part left to chance can take."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def record_key(now: datetime, chance: int) -> str:
    """Return the key for a moment; ``chance`` is 0 to 1,023, so that two computers rarely agree."""
    number = ((now - _EPOCH) // timedelta(microseconds=1)) * CHANCES + chance % CHANCES
    signs = [LETTERS[(number >> (5 * place)) & 31] for place in reversed(range(LENGTH))]
    return "".join(signs)


def is_record_key(text: str) -> bool:
    """Tell whether this has the shape of such a key."""
    return len(text) == LENGTH and all(sign in LETTERS for sign in text)
