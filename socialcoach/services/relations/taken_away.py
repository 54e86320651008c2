"""Found messages that the owner took away: they do not come back with the next look.

Whoever asked to be forgotten would else be found again in what is public. Only a fingerprint is
kept, from which nobody can tell who wrote or what.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from socialcoach.core.relations.message import Message
from socialcoach.storage.settings import SettingStore

TAKEN_AWAY = "relations.taken_away"
"""Where the fingerprints stand."""

LENGTH = 20
"""Signs of a fingerprint; chance makes two alike once in a million million million million."""


class TakenAway:
    """Remembers messages that came from a network; those typed in by hand are passed over."""

    def __init__(self, settings: SettingStore) -> None:
        self._settings = settings

    def note(self, messages: Iterable[Message]) -> None:
        """Remember that these were taken away."""
        known = self._known()
        new = [mark for mark in _marks(messages) if mark not in known]
        if new:
            self._settings.put(TAKEN_AWAY, [*known, *new])

    def take_back(self, messages: Iterable[Message]) -> None:
        """Undo ``note``."""
        gone, known = set(_marks(messages)), self._known()
        if gone & set(known):
            self._settings.put(TAKEN_AWAY, [mark for mark in known if mark not in gone])

    def holds(self, platform: str, remote_id: str) -> bool:
        """Tell whether this message was taken away."""
        return _mark(platform, remote_id) in self._known()

    def _known(self) -> list[str]:
        kept = self._settings.get(TAKEN_AWAY, [])
        return [str(mark) for mark in kept] if isinstance(kept, list) else []


def _marks(messages: Iterable[Message]) -> list[str]:
    return [_mark(one.platform, one.remote_id) for one in messages if one.remote_id]


def _mark(platform: str, remote_id: str) -> str:
    return sha256(f"{platform} {remote_id}".encode()).hexdigest()[:LENGTH]
