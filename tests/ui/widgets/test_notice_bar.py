"""A notice: shown now, the newest wins, goes by itself, its button acts once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from socialcoach.ui.hub import Notice
from socialcoach.ui.widgets import notice_bar
from socialcoach.ui.widgets.notice_bar import NoticeBar
from tests.ui.pages_helpers import click, visible_buttons, visible_text


@pytest.fixture
def bar(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> NoticeBar:
    """A bar that is as quick to go as a test needs."""
    monkeypatch.setattr(notice_bar, "SHOWN_MS", 60)
    return NoticeBar()


@pytest.fixture
def around(qtbot: QtBot, bar: NoticeBar) -> QWidget:
    """The window the bar is in."""
    made = QWidget()
    bar.setParent(made)
    qtbot.addWidget(made)
    made.show()
    return made


def test_nothing_shows_before_there_is_something_to_say(bar: NoticeBar, around: QWidget):
    assert not bar.isVisible()


def test_a_notice_without_a_button_only_closes(bar: NoticeBar, around: QWidget):
    bar.show_notice(Notice("Copied."))
    assert visible_text(bar) == "Copied."
    assert visible_buttons(bar) == ["×"]
    assert bar.accessibleName() == "Copied."


def test_the_newest_notice_wins(bar: NoticeBar, around: QWidget):
    bar.show_notice(Notice("First", "Undo"))
    bar.show_notice(Notice("Second"))
    assert visible_text(bar) == "Second"
    assert visible_buttons(bar) == ["×"]


def test_the_button_acts_once_and_the_notice_goes(qtbot: QtBot, bar: NoticeBar, around: QWidget):
    done: list[str] = []
    bar.show_notice(Notice("Draft thrown away.", "Undo", lambda: done.append("undone")))
    click(qtbot, bar, "Undo")
    assert done == ["undone"]
    assert not bar.isVisible()


def test_it_can_be_closed_by_hand(qtbot: QtBot, bar: NoticeBar, around: QWidget):
    bar.show_notice(Notice("Copied."))
    click(qtbot, bar, "Close")
    assert not bar.isVisible()


def test_it_goes_by_itself(qtbot: QtBot, bar: NoticeBar, around: QWidget):
    bar.show_notice(Notice("Copied."))
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_words_that_look_like_markup_are_shown_as_written(bar: NoticeBar, around: QWidget):
    bar.show_notice(Notice("<b>bold</b>"))
    assert visible_text(bar) == "<b>bold</b>"
    assert bar.findChildren(QLabel)[0].textFormat() is Qt.TextFormat.PlainText
