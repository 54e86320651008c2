"""The figures a platform reports of one post."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Numbers:
    """Counts for one publication since it went out; ``None`` means not reported, never zero.

    ``views`` counts times shown, ``reach`` counts different people.
    """

    views: int | None = None
    reach: int | None = None
    likes: int | None = None
    comments: int | None = None
    shares: int | None = None
    saves: int | None = None
    clicks: int | None = None
    follows: int | None = None

    @property
    def responses(self) -> int | None:
        """Return likes, comments, shares and saves together; None when none of them is known."""
        known = [n for n in (self.likes, self.comments, self.shares, self.saves) if n is not None]
        return sum(known) if known else None


@dataclass(frozen=True)
class PostNumbers:
    """One published post with its figures, as the charts need it.

    ``month`` is ``"2026-10"`` in the business's own time zone.
    """

    platform: str
    month: str
    selling: bool
    kind: str
    numbers: Numbers
