"""Finding things on a page as a person does: by the words on them."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.exceptions import TimeoutError as Timeout
from pytestqt.qtbot import QtBot

from socialcoach.ui.context import AppContext
from socialcoach.ui.widgets.growing_text import GrowingText

PageOf = TypeVar("PageOf", bound=QWidget)


def opened(qtbot: QtBot, context: AppContext, page: PageOf, width: int, height: int) -> PageOf:
    """Show a page in a window of its own and wait until it has all it shows."""
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    qtbot.waitUntil(lambda: context.tasks.is_idle, timeout=30_000)
    return page


def click(qtbot: QtBot, where: QWidget, words: str) -> None:
    """Click the button with these words (or this spoken name), as soon as it shows."""
    qtbot.waitUntil(lambda: find_button(where, words) is not None)
    qtbot.mouseClick(button(where, words), Qt.MouseButton.LeftButton)


def button(where: QWidget, words: str) -> QAbstractButton:
    """Return the visible button with these words (or this spoken name)."""
    found = find_button(where, words)
    assert found, f"no visible button “{words}”; there are {visible_buttons(where)}"
    return found


def find_button(where: QWidget, words: str) -> QAbstractButton | None:
    """Return the visible button with these words, None when there is none."""
    for one in where.findChildren(QAbstractButton):
        if one.isVisible() and words in (one.text().replace("&", ""), one.accessibleName()):
            return one
    return None


def says(qtbot: QtBot, where: QWidget, words: str) -> None:
    """Wait until these words stand somewhere on the page."""
    try:
        qtbot.waitUntil(lambda: words in visible_text(where))
    except Timeout as error:
        raise AssertionError(f"“{words}” is not on the page:\n{visible_text(where)}") from error


def visible_buttons(where: QWidget) -> list[str]:
    """Return the words on all visible buttons."""
    buttons = where.findChildren(QAbstractButton)
    return [one.text() or one.accessibleName() for one in buttons if one.isVisible()]


def visible_text(where: QWidget) -> str:
    """Return all visible labels' words, one a line."""
    labels = where.findChildren(QLabel)
    return "\n".join(one.text() for one in labels if one.isVisible() and one.text())


def field(where: QWidget, question: str) -> QLineEdit | GrowingText:
    """Return the visible line that answers a question."""
    every = [*where.findChildren(QLineEdit), *where.findChildren(GrowingText)]
    lines = [one for one in every if one.isVisible()]
    found = [one for one in lines if question in (one.accessibleName(), one.placeholderText())]
    assert found, f"no line for “{question}”; there are {[one.accessibleName() for one in lines]}"
    return found[0]


def choice(where: QWidget, question: str) -> QComboBox:
    """Return the visible list to choose from that answers a question."""
    lists = [one for one in where.findChildren(QComboBox) if one.isVisible()]
    found = [one for one in lists if one.accessibleName() == question]
    assert found, f"no list for “{question}”; there are {[one.accessibleName() for one in lists]}"
    return found[0]
