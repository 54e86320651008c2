"""A big radio button or tick box in a card: a title and a sentence that says what it means."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from socialcoach.ui.theme.theme import Theme

PADDING, MARK, GAP = 16, 20, 14


class ChoiceCard(QAbstractButton):
    """One choice among several. Put radio-like ones into a ``QButtonGroup``.

    ``key`` is the value this card stands for.
    """

    def __init__(
        self, key: str, title: str, detail: str, theme: Theme, *, many: bool = False
    ) -> None:
        super().__init__()
        self.key = key
        self._detail = detail
        self._theme = theme
        self._many = many
        self.setText(title)
        self.setCheckable(True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        text_width = width - 2 * PADDING - self._mark_side() - GAP
        title = self._bounds(self._bold(), self.text(), text_width).height()
        detail = self._bounds(self.font(), self._detail, text_width).height()
        return title + (detail + 2 if self._detail else 0) + 2 * PADDING

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(max(self.width(), 320)))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        side = self._mark_side()
        self._paint_mark(painter, QRect(PADDING, (self.height() - side) // 2, side, side))
        self._paint_words(painter, PADDING + side + GAP)

    def _paint_box(self, painter: QPainter) -> None:
        chosen = self.isChecked()
        width = 2 if chosen or self.hasFocus() else 1
        line = "accent" if chosen else "line"
        if self.hasFocus():
            line = "focus" if not chosen else "ink"
        painter.setPen(QPen(self._theme.colour(line), width))
        painter.setBrush(self._theme.colour("giving_wash" if chosen else "card"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 12, 12)

    def _paint_mark(self, painter: QPainter, where: QRect) -> None:
        if self.isChecked():
            name = "ph.check-square-fill" if self._many else "ph.check-circle-fill"
            role = "accent"
        else:
            name = "ph.square" if self._many else "ph.circle"
            role = "soft_ink"
        self._theme.icon(name, role).paint(painter, where)

    def _paint_words(self, painter: QPainter, left: int) -> None:
        width = self.width() - left - PADDING
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(self._bold())
        title = self._bounds(self._bold(), self.text(), width)
        total = self.heightForWidth(self.width()) - 2 * PADDING
        top = (self.height() - total) // 2
        flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRect(left, top, width, title.height()), flags, self.text())
        painter.setPen(self._theme.colour("ink" if self.isChecked() else "soft_ink"))
        painter.setFont(self.font())
        below = QRect(left, top + title.height() + 2, width, self.height())
        painter.drawText(below, flags, self._detail)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _bounds(self, font: QFont, text: str, width: int) -> QRect:
        flags = int(Qt.TextFlag.TextWordWrap)
        return QFontMetrics(font).boundingRect(QRect(0, 0, max(width, 40), 10_000), flags, text)

    def _mark_side(self) -> int:
        return self._theme.sizes.scaled(MARK)
