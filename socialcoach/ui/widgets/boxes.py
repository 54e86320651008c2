"""Cards, rows and columns on the 8-pixel grid."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

Box = TypeVar("Box", bound=QBoxLayout)


def column(*items: QWidget | QLayout, spacing: int = 8, margins: int = 0) -> QVBoxLayout:
    """Return a layout that stacks the items."""
    return _filled(QVBoxLayout(), items, spacing, margins)


def row(*items: QWidget | QLayout, spacing: int = 8, margins: int = 0) -> QHBoxLayout:
    """Return a layout that puts the items side by side."""
    return _filled(QHBoxLayout(), items, spacing, margins)


class Card(QFrame):
    """A box with round corners and a hairline; ``role`` may be card, note or good."""

    def __init__(self, role: str = "card", *, margins: int = 16, spacing: int = 8) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.body = column(spacing=spacing, margins=margins)
        self.setLayout(self.body)

    def add(self, *items: QWidget | QLayout) -> None:
        """Put more items at the end."""
        add_to(self.body, *items)


def rule() -> QFrame:
    """Return a hairline across."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line


def scrolling(content: QWidget, *, widest: int | None = None) -> QScrollArea:
    """Return ``content`` in an area that scrolls up and down, centred when ``widest`` is set."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    around = row(margins=0, spacing=0)
    around.addWidget(content, 1000)
    if widest is not None:
        content.setMaximumWidth(widest)
        around.insertStretch(0, 1)
        around.addStretch(1)
    outer = _AsTallAsItsWords()
    outer.setLayout(around)
    area.setWidget(outer)
    return area


class _AsTallAsItsWords(QWidget):
    """Takes the height its words need at the width there is.

    Qt would also ask for the height they need in the narrowest column, and leave a blank below.
    When many parts change at once (another look, a list drawn anew), it asks too early and would
    squeeze them; so it is asked again once they have come to rest.
    """

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._ask_again)
        return handled

    def _ask_again(self) -> None:
        if self.heightForWidth(self.width()) > self.height():
            self.updateGeometry()


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def put(layout: QBoxLayout, part: QWidget) -> None:
    """Put a part at the end of a layout that is on screen and show it at once.

    Qt alone would show it a moment later, too late to put the keyboard on it.
    """
    layout.addWidget(part)
    part.show()


def add_to(layout: QBoxLayout, *items: QWidget | QLayout) -> None:
    """Put items at the end of a layout."""
    for item in items:
        if isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)


def _filled(box: Box, items: tuple[QWidget | QLayout, ...], spacing: int, margins: int) -> Box:
    box.setSpacing(spacing)
    box.setContentsMargins(margins, margins, margins, margins)
    add_to(box, *items)
    return box
