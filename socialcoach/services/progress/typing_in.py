"""Numbers that an owner without an export types in, month by month."""

from __future__ import annotations

from socialcoach.core.changes import Changes
from socialcoach.core.progress.typed_month import TypedMonth
from socialcoach.storage.progress.typed_months import TypedMonths


class TypingIn:
    """Keeps and forgets typed months."""

    def __init__(self, store: TypedMonths) -> None:
        self._store = store

    def all(self) -> list[TypedMonth]:
        """Return all typed months, the latest first."""
        return self._store.all()

    def get(self, platform: str, month: str) -> TypedMonth:
        """Return a month of a platform; empty when nothing was typed."""
        found = (one for one in self.all() if one.key == (month, platform))
        return next(found, TypedMonth(platform, month))

    def keep(self, typed: TypedMonth) -> Changes:
        """Keep a month, in place of what was typed before; an empty one is forgotten."""
        if typed.is_empty:
            self._store.remove(typed.platform, typed.month)
        else:
            self._store.put(typed)
        return Changes.NUMBERS
