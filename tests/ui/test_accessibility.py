"""Every page by keyboard and by ear, and nothing cut off at twice the text size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.tour import PLACES, Tour, percent, settled, tour

CONTROLS = (
    *(QAbstractButton, QLineEdit, QTextEdit, QPlainTextEdit),
    *(QComboBox, QAbstractItemView, QAbstractSpinBox),
)
MOST_TABS = 200
SLACK = 2
"""Pixels that rounding may take from a label."""

__all__ = ["percent", "tour"]


def controls(window: QWidget) -> list[QWidget]:
    """Return all visible controls; the parts inside a spin box, a list or a table belong to it."""
    found = [one for kind in CONTROLS for one in window.findChildren(kind) if one.isVisible()]
    whole = [one for one in found if not isinstance(one, QHeaderView)]
    return [one for one in whole if not isinstance(one.parent(), QAbstractSpinBox | QComboBox)]


def describe(widget: QWidget) -> str:
    """Return what a widget is, for a message."""
    words = widget.text() if isinstance(widget, QAbstractButton | QLabel | QLineEdit) else ""
    return f"{type(widget).__name__} “{words or widget.accessibleName()}” {widget.objectName()}"


def nameless(window: QWidget) -> list[str]:
    """Return the controls of which a screen reader can say nothing."""
    named = QAccessible.Text.Name
    return [
        describe(one)
        for one in controls(window)
        if not QAccessible.queryAccessibleInterface(one).text(named).strip()
    ]


def reached_by_tab(qtbot: QtBot, window: QWidget) -> set[QWidget]:
    """Press Tab until the focus comes round again; return all it came to."""
    reached: set[QWidget] = set()
    for _ in range(MOST_TABS):
        here = window.focusWidget() or window
        if here in reached:
            break
        reached.add(here)
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    return reached


def out_of_reach(window: QWidget, reached: set[QWidget]) -> list[str]:
    """Return the controls Tab did not come to; of those to choose one from, it comes to one."""
    return [
        describe(one)
        for one in controls(window)
        if one.isEnabled() and not reached & {one, *chosen_instead(one)}
    ]


def chosen_instead(control: QWidget) -> list[QAbstractButton]:
    """Return the buttons of a group, in which the arrow keys move on."""
    group = control.group() if isinstance(control, QAbstractButton) else None
    return group.buttons() if group else []


def cut_off(window: QWidget) -> list[str]:
    """Return the visible words that do not fit their place."""
    words = [one for one in window.findChildren(QLabel) if one.isVisible() and one.text()]
    buttons = [one for one in window.findChildren(QPushButton) if one.isVisible()]
    areas = [one for one in window.findChildren(QScrollArea) if one.isVisible()]
    too_small = [one for one in words if label_is_cut(one)]
    too_small += [one for one in buttons if one.sizeHint().width() > one.width() + SLACK]
    beyond = [one for one in areas if one.widget().width() > one.viewport().width() + SLACK]
    return [f"{describe(one)} {one.width()}x{one.height()}" for one in (*too_small, *beyond)]


def label_is_cut(label: QLabel) -> bool:
    """Tell whether a label has less room than its words need."""
    if not label.wordWrap():
        needs = label.sizeHint()
        return needs.width() > label.width() + SLACK or needs.height() > label.height() + SLACK
    widest_word = label.minimumSizeHint().width()
    needed_height = label.heightForWidth(label.width())
    return widest_word > label.width() + SLACK or needed_height > label.height() + SLACK


@pytest.mark.parametrize("place", PLACES)
def test_a_screen_reader_can_name_every_control(qtbot: QtBot, tour: Tour, place: str, percent: int):
    window = tour.go_to(place, percent)
    found = settled(qtbot, tour, lambda: nameless(window))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("place", PLACES)
def test_tab_comes_to_every_control(qtbot: QtBot, tour: Tour, place: str, percent: int):
    window = tour.go_to(place, percent)
    qtbot.waitUntil(lambda: tour.context.tasks.is_idle, timeout=30_000)
    found = out_of_reach(window, reached_by_tab(qtbot, window))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("place", PLACES)
def test_no_words_are_cut_off(qtbot: QtBot, tour: Tour, place: str, percent: int):
    window = tour.go_to(place, percent)
    found = settled(qtbot, tour, lambda: cut_off(window))
    assert not found, "\n".join(found)


def standing_out(window: QWidget) -> list[str]:
    """Return the primary buttons, of which a page has one, so that the next step is clear."""
    buttons = [one for one in window.findChildren(QPushButton) if one.isVisible()]
    found = [describe(one) for one in buttons if one.property("role") == "primary"]
    return found if len(found) > 1 else []


@pytest.mark.parametrize("place", PLACES)
def test_one_button_at_most_stands_out(qtbot: QtBot, tour: Tour, place: str, percent: int):
    window = tour.go_to(place, percent)
    found = settled(qtbot, tour, lambda: standing_out(window))
    assert not found, "\n".join(found)
