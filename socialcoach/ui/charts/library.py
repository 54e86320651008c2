"""Draws charts in the background, one by one; matplotlib comes in with the first.

Drawing one takes long enough to be felt, so none is drawn on the window's own thread.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QImage

from socialcoach.ui.tasks import TaskRunner

NEEDED = "matplotlib.backends.backend_agg"


@dataclass(frozen=True)
class _Order:
    """A picture that is wanted, and who hears of it."""

    make: Callable[[], QImage]
    then: Callable[[QImage], object]
    failed: Callable[[], object]


class ChartLibrary:
    """Has charts drawn and hands over the pictures."""

    def __init__(self, tasks: TaskRunner) -> None:
        self._tasks = tasks
        self._waiting: list[_Order] = []
        self._is_drawing, self._brings_it_in = False, False
        self._is_held = False

    def hold(self) -> None:
        """Draw nothing new until ``go_on``: the window has its hands full."""
        self._is_held = True

    def go_on(self) -> None:
        """Draw what waits."""
        self._is_held = False
        if not self._is_drawing:
            self._draw_next()

    def draw(
        self,
        make: Callable[[], QImage],
        then: Callable[[QImage], object],
        failed: Callable[[], object] = lambda: None,
    ) -> None:
        """Call ``make`` in a worker in its turn, then ``then(picture)`` on the GUI thread.

        An error of ``make`` goes the way of all bugs, and ``failed`` hears that nothing comes.
        """
        self._waiting.append(_Order(make, then, failed))
        if not self._is_drawing:
            self._draw_next()

    def _draw_next(self) -> None:
        self._is_drawing = bool(self._waiting) and not self._is_held
        if self._is_drawing:
            order = self._waiting.pop(0)
            self._brings_it_in = NEEDED not in sys.modules
            if self._brings_it_in:
                self._tasks.library_comes()
            self._tasks.run(
                order.make, partial(self._on_drawn, order), partial(self._on_failed, order)
            )

    def _on_drawn(self, order: _Order, drawn: QImage) -> None:
        self._on_over()
        order.then(drawn)

    def _on_failed(self, order: _Order, error: Exception) -> None:
        self._on_over()
        order.failed()
        raise error

    def _on_over(self) -> None:
        if self._brings_it_in:
            self._tasks.library_came()
        self._draw_next()
