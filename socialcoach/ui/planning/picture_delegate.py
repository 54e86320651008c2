"""Draws one picture in the row: its middle in a rounded square, a mark when it is described."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from socialcoach.core.planning.picture import Picture
from socialcoach.ui.planning.thumbnails import Thumbnails
from socialcoach.ui.theme.theme import Theme

PICTURE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
SIDE, GAP, ROUND, MARK = 64, 8, 8, 22
"""Sizes at the usual text size, in pixels."""


class PictureDelegate(QStyledItemDelegate):
    """Draws pictures from ``thumbnails``; what is not loaded yet is a quiet square."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._theme = theme
        self._thumbnails = thumbnails

    @property
    def side(self) -> int:
        """Return the side of a square in pixels."""
        return self._theme.sizes.scaled(SIDE)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(self.side + GAP, self.side + GAP)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        picture: Picture = index.data(PICTURE_ROLE)
        corner = option.rect.topLeft()
        square = QRect(corner.x() + GAP // 2, corner.y() + GAP // 2, self.side, self.side)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_picture(painter, square, self._thumbnails.of(picture))
        if picture.alt.strip():
            self._paint_mark(painter, square)
        self._paint_edge(painter, square, option)
        painter.restore()

    def _paint_picture(self, painter: QPainter, square: QRect, pixmap: QPixmap | None) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(square), ROUND, ROUND)
        painter.fillPath(shape, self._theme.colour("hover"))
        if pixmap is None:
            return
        if pixmap.isNull():
            icon = self._theme.icon("ph.image", "soft_ink")
            icon.paint(painter, square.adjusted(MARK, MARK, -MARK, -MARK))
            return
        painter.save()
        painter.setClipPath(shape)
        painter.drawPixmap(square, pixmap, middle_of(pixmap))
        painter.restore()

    def _paint_mark(self, painter: QPainter, square: QRect) -> None:
        size = self._theme.sizes.scaled(MARK)
        spot = QRect(square.right() - size - 3, square.bottom() - size - 3, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("card"))
        painter.drawEllipse(spot)
        inset = size // 5
        icon = self._theme.icon("ph.chat-centered-text", "accent")
        icon.paint(painter, spot.adjusted(inset, inset, -inset, -inset))

    def _paint_edge(self, painter: QPainter, square: QRect, option: QStyleOptionViewItem) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        colour = "focus" if focused else "accent" if chosen else "line"
        painter.setPen(QPen(self._theme.colour(colour), 3 if chosen else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(square).adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)


def middle_of(pixmap: QPixmap) -> QRect:
    """Return the largest square in the middle of a picture."""
    side = min(pixmap.width(), pixmap.height())
    return QRect((pixmap.width() - side) // 2, (pixmap.height() - side) // 2, side, side)
