"""The band of a text on a line from giving to selling: a marker, a word, never a number."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from socialcoach.core.meter import Band
from socialcoach.services.words.meter import band_name
from socialcoach.ui.theme.theme import Theme

BANDS = (Band.GIVING, Band.LEANING, Band.SELLING)
GLIDE_MS = 180


class BandBar(QWidget):
    """Three fields in a row; the one in force is strong, the others pale, a marker points."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._band = Band.GIVING
        self._place = 0.0
        self._glide = QVariantAnimation(self, duration=GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._move)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("How much this post sells"))
        self.setAccessibleDescription(band_name(Band.GIVING))
        theme.changed.connect(self.updateGeometry)

    def show_band(self, band: Band, pitch: float) -> None:
        """Point into the field of ``band``; ``pitch`` (0 to 1) only moves within that field."""
        self._band = band
        self.setAccessibleDescription(band_name(band))
        target = (BANDS.index(band) + min(max(pitch, 0.1), 0.9)) / len(BANDS)
        self._glide.stop()
        if not self.isVisible():
            self._place = target
            return
        self._glide.setStartValue(self._place)
        self._glide.setEndValue(target)
        self._glide.start()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(220, self._theme.sizes.scaled(24) + self._words_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = self._theme.sizes.scaled(10)
        top = self._theme.sizes.scaled(12)
        for place, band in enumerate(BANDS):
            self._paint_field(painter, place, band, QRectF(0, top, self.width(), thick))
        self._paint_marker(painter, top)
        self._paint_words(painter, top + thick)

    def _paint_field(self, painter: QPainter, place: int, band: Band, whole: QRectF) -> None:
        width = whole.width() / len(BANDS)
        field = QRectF(whole.x() + place * width, whole.y(), width - 3, whole.height())
        role = str(band) if band is self._band else f"{band}_wash"
        painter.setPen(self._theme.colour(str(band)))
        painter.setBrush(self._theme.colour(role))
        painter.drawRoundedRect(field.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _paint_marker(self, painter: QPainter, top: int) -> None:
        x = self._place * self.width()
        half = self._theme.sizes.scaled(6)
        painter.setPen(self._theme.colour("ink"))
        painter.setBrush(self._theme.colour("ink"))
        points = [QPointF(x - half, 0), QPointF(x + half, 0), QPointF(x, top - 3)]
        painter.drawPolygon(QPolygonF(points))

    def _paint_words(self, painter: QPainter, top: int) -> None:
        from PySide6.QtCore import Qt

        font = self.font()
        font.setPixelSize(self._theme.sizes.for_style()["small"])
        painter.setFont(font)
        width = self.width() / len(BANDS)
        sides = (
            Qt.AlignmentFlag.AlignLeft,
            Qt.AlignmentFlag.AlignHCenter,
            Qt.AlignmentFlag.AlignRight,
        )
        for place, (band, side) in enumerate(zip(BANDS, sides, strict=True)):
            painter.setPen(self._theme.colour("ink" if band is self._band else "soft_ink"))
            box = QRectF(place * width, top + 2, width - 3, self._words_height())
            painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), band_name(band))

    def _words_height(self) -> int:
        return self._theme.sizes.scaled(22)

    def _move(self, value: float) -> None:
        self._place = value
        self.update()


def band_word(band: Band) -> str:
    """Return the spoken sentence for a band that has just changed."""
    return _("This post now reads as: {band}").format(band=band_name(band))
