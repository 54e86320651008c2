"""Draws a picture as a platform would show it: whole, cut, or with a border."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from socialcoach.core.planning.picture import Fit, Picture
from socialcoach.core.planning.picture_shape import is_out_of_shape, shaping
from socialcoach.core.planning.platform_facts import PictureFacts
from socialcoach.ui.planning.thumbnails import Thumbnails
from socialcoach.ui.theme.theme import Theme

ROUND = 8
TALLEST = 1.6
"""Height by width of the tallest sketch; what is taller is shown smaller."""


class PreviewPicture(QWidget):
    """Shows one picture in the width there is."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._theme = theme
        self._thumbnails = thumbnails
        self._picture: Picture | None = None
        self._box = QRectF(0, 0, 1, 1)
        self._canvas = (1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        thumbnails.loaded.connect(lambda _file: self.update())

    def show_picture(self, picture: Picture, platform: str, facts: PictureFacts) -> None:
        """Show a picture as it would look on a platform."""
        self._picture = picture
        fit = picture.fit_for(platform)
        if fit is Fit.AS_IT_IS and is_out_of_shape(picture.ratio, facts):
            fit = Fit.CROP  # what the platform itself does to it, if it takes it at all
        done = shaping(picture.width, picture.height, fit, facts)
        left, top, right, bottom = done.box or (0, 0, picture.width, picture.height)
        self._box = QRectF(
            left / picture.width,
            top / picture.height,
            (right - left) / picture.width,
            (bottom - top) / picture.height,
        )
        self._canvas = done.canvas or (right - left, bottom - top)
        self.setAccessibleName(picture.alt)
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as tall as the picture in this width needs."""
        ratio = min(self._canvas[1] / self._canvas[0], TALLEST)
        self.setFixedHeight(max(1, round(self.width() * ratio)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = self._frame()
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(frame), ROUND, ROUND)
        pixmap = self._thumbnails.of(self._picture) if self._picture is not None else None
        if pixmap is None or pixmap.isNull():
            painter.fillPath(shape, self._theme.colour("hover"))
            if pixmap is not None:
                side = self._theme.sizes.scaled(32)
                middle = QRect(0, 0, side, side)
                middle.moveCenter(frame.center())
                self._theme.icon("ph.image", "soft_ink").paint(painter, middle)
            return
        painter.fillPath(shape, Qt.GlobalColor.white)
        painter.setClipPath(shape)
        self._paint_pixmap(painter, frame, pixmap)
        painter.setClipping(False)
        painter.setPen(self._theme.colour("line"))
        painter.drawPath(shape)

    def _frame(self) -> QRect:
        """Return the rectangle of the picture's shape, in the middle of the widget."""
        size = QSize(*self._canvas)
        size.scale(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        frame = QRect(0, 0, size.width(), size.height())
        frame.moveCenter(self.rect().center())
        return frame

    def _paint_pixmap(self, painter: QPainter, frame: QRect, pixmap: QPixmap) -> None:
        source = QRectF(
            self._box.x() * pixmap.width(),
            self._box.y() * pixmap.height(),
            self._box.width() * pixmap.width(),
            self._box.height() * pixmap.height(),
        )
        size = source.size().toSize()
        size.scale(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(0, 0, size.width(), size.height())
        target.moveCenter(frame.center())
        painter.drawPixmap(QRectF(target), pixmap, source)
