"""The Tab key goes through a part from top to bottom."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from socialcoach.ui.planning.tab_chain import follow_the_eye
from socialcoach.ui.widgets.boxes import column, put, row


def test_what_was_put_in_later_is_reached_where_it_stands(qtbot: QtBot):
    window, part, cards = QWidget(), QWidget(), column()
    before, last, after = QLineEdit("before"), QPushButton("last"), QLineEdit("after")
    part.setLayout(column(cards, last))
    window.setLayout(row(before, part, after))
    qtbot.addWidget(window)
    window.show()
    for name in ("one", "two"):
        card = QWidget()
        card.setLayout(row(QPushButton(name)))
        put(cards, card)
    follow_the_eye(part)
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    stops = []
    for _ in range(4):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        reached = QApplication.focusWidget()
        assert isinstance(reached, QLineEdit | QPushButton)
        stops.append(reached.text())
    assert stops == ["one", "two", "last", "after"]
