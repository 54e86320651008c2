"""A chart as a widget: drawn by matplotlib, sized by Qt, silent to the mouse wheel."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from socialcoach.ui.charts.chart import Chart
from socialcoach.ui.charts.drawing import make_room
from socialcoach.ui.charts.look import DOTS_PER_INCH, ChartLook

if TYPE_CHECKING:
    from matplotlib.figure import Figure

HIGH, NARROWEST = 236, 240
"""Usual height and least width of a chart, in pixels at the usual text size."""


def make_canvas(chart: Chart, look: ChartLook) -> QWidget:
    """Return the widget that shows a chart; matplotlib must have been brought in before."""
    from matplotlib.figure import Figure

    canvas: QWidget = _canvas_class()(Figure(dpi=DOTS_PER_INCH), look)
    canvas.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    canvas.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    canvas.setAccessibleName(chart.title())
    canvas.setAccessibleDescription(f"{chart.sentence()} {chart.spoken()}")
    chart.draw(canvas.figure, look)  # type: ignore[attr-defined]
    return canvas


@lru_cache(maxsize=1)
def _canvas_class() -> type[Any]:
    """Return the class of the widget; it cannot be made before matplotlib is there."""
    from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg

    class ChartCanvas(FigureCanvasQTAgg):  # type: ignore[misc]
        """Keeps room for the words at every size and lets the page scroll."""

        def __init__(self, figure: Figure, look: ChartLook) -> None:
            self._look = look
            super().__init__(figure)

        def resizeEvent(self, event: QResizeEvent) -> None:
            super().resizeEvent(event)
            make_room(self.figure, self._look)

        def wheelEvent(self, event: QWheelEvent) -> None:
            event.ignore()

        def sizeHint(self) -> QSize:
            return QSize(2 * NARROWEST, HIGH)

        def minimumSizeHint(self) -> QSize:
            return QSize(NARROWEST, HIGH // 2)

    return ChartCanvas
