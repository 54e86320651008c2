"""How long an owner really wrote: the pauses between keys added up, long ones left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

LONGEST_PAUSE_SECONDS = 120
"""Thinking counts; a longer pause is a customer at the counter."""


@dataclass(frozen=True)
class WritingTime:
    """Time spent writing that is not noted yet. ``seconds`` so far, ``last_key`` in UTC."""

    seconds: float = 0.0
    last_key: datetime | None = None

    def after_key(self, now: datetime) -> WritingTime:
        """Return the time after one more key."""
        if self.last_key is None:
            return WritingTime(self.seconds, now)
        pause = (now - self.last_key).total_seconds()
        counts = 0 <= pause <= LONGEST_PAUSE_SECONDS
        return WritingTime(self.seconds + (pause if counts else 0.0), now)

    def whole_minutes(self) -> tuple[int, WritingTime]:
        """Return the whole minutes to note now, and what is left over for next time."""
        minutes = int(self.seconds // 60)
        return minutes, WritingTime(self.seconds - 60 * minutes)


def shared_out(minutes: int, platforms: Sequence[str]) -> dict[str, int]:
    """Return how many minutes each platform gets: equal shares, the odd ones to the first."""
    if not platforms:
        return {}
    share, odd = divmod(minutes, len(platforms))
    shares = {key: share + (1 if place < odd else 0) for place, key in enumerate(platforms)}
    return {key: count for key, count in shares.items() if count}
