"""Python's tidying up, on the window's own thread only.

Python throws away what holds itself whenever it has made enough new things, in whichever thread
that happens. Qt's parts bear only their own thread: a part of a closed window that a worker threw
away has crashed the whole program.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 250
"""How often it is looked whether there is enough to throw away: often, so that little is new."""

DUE = (700, 10, 40)
"""After how many new things, rounds of the new and rounds of the newer, each age has its turn."""


class Tidying(QObject):
    """Takes the place of Python's own tidying until it is stopped."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what is there by now stays: not looked through again and again
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(tidy_up)
        self._timer.start()

    def wait(self) -> None:
        """Leave all as it is while a large library comes in: it makes very much, and keeps it."""
        self._timer.stop()

    def keep_what_is_here(self) -> None:
        """Go on, but look no more through what there is by now."""
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again; only when no other thread runs any more."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()


def tidy_up() -> None:
    """Throw away what Python would have thrown away by now, the oldest things first."""
    counted = gc.get_count()
    for generation in (2, 1, 0):
        if counted[generation] > DUE[generation]:
            gc.collect(generation)
            return
