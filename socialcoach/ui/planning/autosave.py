"""Keeps what is typed: at most half a second old, however fast the owner types."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

KEEP_AFTER_MS = 400
"""A save comes this long after the first key that is not kept yet, in milliseconds."""


class Autosave(QObject):
    """Calls ``save`` soon after ``touch``; typing on does not put it off."""

    def __init__(self, parent: QObject, save: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._save = save
        self._timer = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._timer.timeout.connect(self.now)
        self.is_dirty = False

    def touch(self) -> None:
        """Note that something changed."""
        self.is_dirty = True
        if not self._timer.isActive():
            self._timer.start()

    def now(self) -> None:
        """Save at once if anything changed; a save that failed is tried again."""
        self._timer.stop()
        if self.is_dirty:
            self.is_dirty = not self._save()
            if self.is_dirty:
                self._timer.start(4 * KEEP_AFTER_MS)
