"""A chart as a widget: a picture that is drawn in the background for the size it has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

from socialcoach.ui.charts.chart import Chart
from socialcoach.ui.charts.drawing import make_room
from socialcoach.ui.charts.library import ChartLibrary
from socialcoach.ui.charts.look import DOTS_PER_INCH, ChartLook

if TYPE_CHECKING:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

HIGH, NARROWEST = 236, 240
"""Usual height and least width of a chart, in pixels at the usual text size."""


@dataclass(frozen=True)
class Wanted:
    """What a picture has to show: ``wide`` and ``high`` in pixels before the screen's scaling."""

    chart: Chart
    look: ChartLook
    wide: int
    high: int
    scaling: float


class ChartCanvas(QWidget):
    """Shows a chart; the last picture stays until the next one is drawn.

    It asks for a picture when it has to paint itself, so that nothing is drawn that nobody sees,
    and for one at a time, so that pulling the window's edge does not leave a long row behind.
    """

    def __init__(self, library: ChartLibrary) -> None:
        super().__init__()
        self._library = library
        self._chart: Chart | None = None
        self._look: ChartLook | None = None
        self._picture = QImage()
        self._drawn: Wanted | None = None
        self._failed: Wanted | None = None  # asking again at each repaint would fail each time
        self._is_waiting = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def drawn(self) -> Wanted | None:
        """What the picture shows by now; None before the first."""
        return self._drawn

    @property
    def picture(self) -> QImage:
        """The picture itself; empty before the first."""
        return self._picture

    def show_chart(self, chart: Chart, look: ChartLook) -> None:
        """Show another chart, or the same in another look."""
        self._chart, self._look = chart, look
        self.setAccessibleName(chart.title())
        self.setAccessibleDescription(f"{chart.sentence()} {chart.spoken()}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(2 * NARROWEST, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, HIGH // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._picture.isNull():
            painter = QPainter(self)
            size = QSizeF(self._picture.deviceIndependentSize())
            painter.drawImage(QRectF(0, 0, size.width(), size.height()), self._picture)
            painter.end()
        self._ask()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls

    def _ask(self) -> None:
        """Have the picture drawn that is wanted now, unless it is there or one is on its way."""
        if self._chart is None or self._look is None or self._is_waiting:
            return
        scaling = self.devicePixelRatioF()
        wanted = Wanted(self._chart, self._look, self.width(), self.height(), scaling)
        if wanted not in (self._drawn, self._failed) and wanted.wide > 0 and wanted.high > 0:
            self._is_waiting = True
            self._library.draw(
                partial(drawn_picture, wanted),
                partial(self._on_drawn, wanted),
                partial(self._on_failed, wanted),
            )

    def _on_drawn(self, wanted: Wanted, picture: QImage) -> None:
        if isValid(self):
            self._drawn, self._picture, self._is_waiting = wanted, picture, False
            self.update()

    def _on_failed(self, wanted: Wanted) -> None:
        if isValid(self):
            self._failed, self._is_waiting = wanted, False
            # Another chart's picture must not stand below this one's sentence.
            self._drawn, self._picture = None, QImage()
            self.update()


def drawn_picture(wanted: Wanted) -> QImage:
    """Draw a chart; meant for a worker. Brings matplotlib in when it is not there yet."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    size = (wanted.wide / DOTS_PER_INCH, wanted.high / DOTS_PER_INCH)
    figure = Figure(figsize=size, dpi=DOTS_PER_INCH * wanted.scaling)
    canvas = FigureCanvasAgg(figure)
    wanted.chart.draw(figure, wanted.look)
    make_room(figure, wanted.look)
    canvas.draw()
    picture = _as_image(canvas)
    picture.setDevicePixelRatio(wanted.scaling)
    return picture


def _as_image(canvas: FigureCanvasAgg) -> QImage:
    wide, high = canvas.get_width_height(physical=True)
    pixels = bytes(canvas.buffer_rgba())
    image = QImage(pixels, wide, high, 4 * wide, QImage.Format.Format_RGBA8888)
    return image.convertToFormat(QImage.Format.Format_RGB32)  # its own copy: ``pixels`` goes
