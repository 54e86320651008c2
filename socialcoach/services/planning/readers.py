"""Who sees a post where a network lets one choose; kept, for a planned post waits for days."""

from __future__ import annotations

from socialcoach.core.planning.outgoing import Choices
from socialcoach.storage.planning.choices import ChoiceStore


class PostReaders:
    """Keeps what the owner chose for a post on a platform."""

    def __init__(self, store: ChoiceStore) -> None:
        self._store = store

    def of(self, post_id: int, platform: str) -> Choices:
        """Return what was chosen; as usual when nothing was."""
        return self._store.get(post_id, platform) or Choices()

    def choose(self, post_id: int, platform: str, choices: Choices) -> None:
        """Keep what was chosen."""
        if choices != self.of(post_id, platform):
            self._store.put(post_id, platform, choices)
