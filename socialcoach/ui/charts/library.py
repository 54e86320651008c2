"""Brings in matplotlib in the background the first time a chart is wanted; it takes a moment.

Charts are drawn one by one, and the window lives in between: five at once would make it pause.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module

from socialcoach.ui.tasks import TaskRunner

NEEDED = "matplotlib.backends.backend_qtagg"


class ChartLibrary:
    """Tells when charts can be drawn."""

    def __init__(self, tasks: TaskRunner) -> None:
        self._tasks = tasks
        self._waiting: list[Callable[[], object]] = []
        self._is_loading = False

    @property
    def is_here(self) -> bool:
        """Tell whether charts can be drawn at once."""
        return NEEDED in sys.modules and not self._is_loading

    def when_here(self, then: Callable[[], object]) -> None:
        """Call ``then`` on the GUI thread, in its turn, when matplotlib has arrived."""
        self._waiting.append(then)
        if self.is_here:
            if len(self._waiting) == 1:
                self._tasks.in_turn(self._call_next)
        elif not self._is_loading:
            self._is_loading = True
            self._tasks.run(_bring_in, lambda _done: self._on_here())

    def _on_here(self) -> None:
        self._is_loading = False
        self._tasks.in_turn(self._call_next)

    def _call_next(self) -> None:
        """Let one chart draw; the next one has its turn after the window has painted this one."""
        then = self._waiting.pop(0)
        if self._waiting:
            self._tasks.in_turn(self._call_next)
        then()


def _bring_in() -> None:
    import_module(NEEDED)
    # The list of the system's fonts is made on the very first use and takes seconds then.
    font_manager = import_module("matplotlib.font_manager")
    font_manager.get_font_names()
    _draw_one_for_nobody()


def _draw_one_for_nobody() -> None:
    """Draw a chart that is thrown away: what matplotlib brings in with the first takes a while."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    canvas = FigureCanvasAgg(Figure())
    axes = canvas.figure.subplots()
    axes.bar(["a", "b"], [1, 2])
    axes.plot([0, 1], [1, 2])
    canvas.draw()
