"""Who asked not to be contacted, also when their card is no longer there.

A deleted card leaves fingerprints, from which nobody can tell a name or an address; they only know
one again that is typed.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from socialcoach.core.relations.promoter import Promoter
from socialcoach.core.relations.promoter_stop import marks, said_no_before
from socialcoach.storage.relations.promoters import Promoters
from socialcoach.storage.settings import SettingStore

DELETED = "outreach.said_no"
"""Where the fingerprints of deleted cards stand."""


class SaidNo:
    """Asks the cards first, then the fingerprints."""

    def __init__(self, promoters: Promoters, settings: SettingStore) -> None:
        self._promoters = promoters
        self._settings = settings

    def card(self, name: str, email: str = "") -> Promoter | None:
        """Return the card of somebody who said no, None when there is none."""
        return said_no_before(name, email, self._promoters.closed())

    def holds(self, name: str, email: str = "") -> bool:
        """Tell whether somebody of this name or address said no."""
        known = set(self._deleted())
        return self.card(name, email) is not None or bool(known & set(_prints(name, email)))

    def remember(self, promoter: Promoter) -> None:
        """Keep the word of somebody whose card is deleted."""
        self._settings.put(
            DELETED, sorted({*self._deleted(), *_prints(promoter.name, promoter.email)})
        )

    def let_go(self, promoter: Promoter) -> None:
        """Undo ``remember``: the card is there again and says it itself."""
        gone = set(_prints(promoter.name, promoter.email))
        self._settings.put(DELETED, [one for one in self._deleted() if one not in gone])

    def _deleted(self) -> list[str]:
        kept = self._settings.get(DELETED, [])
        return [str(one) for one in kept] if isinstance(kept, list) else []


def _prints(name: str, email: str) -> Iterable[str]:
    return [sha256(mark.encode()).hexdigest() for mark in marks(name, email)]
