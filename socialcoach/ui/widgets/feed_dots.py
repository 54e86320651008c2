"""The feed as dots in a row: filled sells, a ring gives, the draft stands apart as the last one."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from socialcoach.core.meter.mix import WINDOW, FeedMix
from socialcoach.services.words.meter import mix_sentences
from socialcoach.ui.theme.theme import Theme

DOT, STEP, HEIGHT = 18, 24, 40
FADED = 0.4
"""How visible the post is that falls out when the draft goes out."""


class FeedDots(QWidget):
    """Shows the last ten posts and, when there is one, the draft as the eleventh."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._mix = FeedMix()
        self._draft: bool | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_mix(self, mix: FeedMix, draft_sells: bool | None = None) -> None:
        """Show a mix; ``draft_sells`` adds the draft, None leaves it out."""
        self._mix, self._draft = mix, draft_sells
        self.setAccessibleName(_("Your last posts"))
        self.setAccessibleDescription(self._spoken())
        self.setToolTip(self._spoken())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._px(STEP) * (WINDOW + 1) + self._px(24), self._px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(180, self._px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step, dot = self._fitted()
        middle = self.height() / 2
        x = dot / 2 + 2
        for place in range(WINDOW - self._mix.count):
            self._paint_empty(painter, QPointF(x + place * step, middle), dot)
        x += (WINDOW - self._mix.count) * step
        for place, sells in enumerate(self._mix.selling):
            falls_out = place == 0 and self._draft is not None and not self._mix.is_early
            opacity = FADED if falls_out else 1.0
            self._paint_dot(painter, QPointF(x + place * step, middle), dot, sells, opacity)
        if self._draft is not None:
            self._paint_draft(painter, x + self._mix.count * step, step, dot)

    def _paint_draft(self, painter: QPainter, x: float, step: float, dot: float) -> None:
        middle = self.height() / 2
        painter.setPen(QPen(self._theme.colour("line"), 1.5))
        edge = x - step / 2 + 2
        painter.drawLine(QPointF(edge, middle - dot), QPointF(edge, middle + dot))
        centre = QPointF(x + step / 3 + 2, middle)
        self._paint_dot(painter, centre, dot, bool(self._draft), 1.0)
        pen = QPen(self._theme.colour("ink"), 1.5, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, dot / 2 + 4, dot / 2 + 4)

    def _paint_dot(
        self, painter: QPainter, centre: QPointF, dot: float, sells: bool, opacity: float
    ) -> None:
        colour = QColor(self._theme.colour("selling" if sells else "giving"))
        colour.setAlphaF(opacity)
        painter.setPen(QPen(colour, 2.5))
        painter.setBrush(colour if sells else Qt.BrushStyle.NoBrush)
        radius = dot / 2 - 1.5
        painter.drawEllipse(
            QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        )

    def _paint_empty(self, painter: QPainter, centre: QPointF, dot: float) -> None:
        painter.setPen(QPen(self._theme.colour("line"), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, dot / 2 - 2, dot / 2 - 2)

    def _fitted(self) -> tuple[float, float]:
        wanted = self._px(STEP)
        step = min(wanted, (self.width() - 12) / (WINDOW + 1.6))
        return step, min(self._px(DOT), step - 4)

    def _px(self, pixels: int) -> int:
        return self._theme.sizes.scaled(pixels)

    def _spoken(self) -> str:
        words = mix_sentences(self._mix)[0]
        if self._draft is not None:
            words += " " + (_("This draft sells.") if self._draft else _("This draft gives."))
        return words
