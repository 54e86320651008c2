"""Saved endings as an owner uses them: from the menu, from the panel, and put in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from socialcoach.core.planning.ending import Ending
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Notice
from socialcoach.ui.pages.write import WritePage
from socialcoach.ui.planning.paper import Paper
from tests.ui.pages_helpers import button, choice, click, field, says, visible_text

SIGN = "See you at the counter,\nEllie"


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, bakery: Strategy) -> WritePage:
    """Write with a post begun and two endings saved."""
    context.services.writing.endings.keep(Ending(0, "Sign-off", SIGN))
    context.services.writing.endings.keep(Ending(0, "Tags", "#bread #loaf", "instagram"))
    made = WritePage(context)
    qtbot.addWidget(made)
    made.resize(1300, 900)
    made.show()
    click(qtbot, made, "New post")
    qtbot.keyClicks(paper(made), "Fresh today.")
    return made


def paper(page: WritePage) -> Paper:
    """Return the sheet one writes on."""
    return page.findChildren(Paper)[0]


def open_menu(qtbot: QtBot, page: WritePage) -> QMenu:
    """Open the menu of endings with its key and return it."""
    qtbot.keyClick(paper(page), Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_the_first_key_in_the_menu_puts_the_first_ending_at_the_end(
    qtbot: QtBot, page: WritePage, services: Services
):
    menu = open_menu(qtbot, page)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert paper(page).text() == f"Fresh today.\n\n{SIGN}"
    qtbot.waitUntil(lambda: services.drafting.drafts()[0].text.endswith("Ellie"))


def test_an_ending_that_is_there_is_not_doubled_and_the_owner_is_told(
    qtbot: QtBot, page: WritePage, context: AppContext
):
    notices: list[Notice] = []
    context.hub.noticed.connect(notices.append)
    click(qtbot, page, "Endings")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in range(2):
        menu.actions()[0].trigger()
    assert paper(page).text().count("Ellie") == 1
    assert notices[-1].text == "“Sign-off” stands there already."
    menu.close()


def test_one_undo_takes_an_ending_out_again(qtbot: QtBot, page: WritePage):
    menu = open_menu(qtbot, page)
    menu.actions()[0].trigger()
    menu.close()
    paper(page).undo()
    assert paper(page).text() == "Fresh today."


def test_picked_words_become_an_ending(qtbot: QtBot, page: WritePage, services: Services):
    paper(page).moveCursor(QTextCursor.MoveOperation.Start, QTextCursor.MoveMode.KeepAnchor)
    menu = open_menu(qtbot, page)
    save = next(one for one in menu.actions() if one.text().startswith("Save"))
    save.trigger()
    menu.close()
    name = field(page, "Name it, if you like")
    assert isinstance(name, QLineEdit)
    qtbot.keyClicks(name, "Hello")
    click(qtbot, page, "Save the ending")
    assert Ending(3, "Hello", "Fresh today.") in services.writing.endings.all()


def show_all(qtbot: QtBot, page: WritePage) -> None:
    """Open the panel with all endings."""
    menu = open_menu(qtbot, page)
    menu.actions()[-1].trigger()
    menu.close()
    qtbot.waitUntil(lambda: "Sign-off" in visible_text(page))


def test_the_panel_puts_an_ending_where_the_cursor_is(qtbot: QtBot, page: WritePage):
    show_all(qtbot, page)
    cursor = paper(page).textCursor()
    cursor.setPosition(5)
    paper(page).setTextCursor(cursor)
    click(qtbot, page, "Put in at the cursor: Tags")
    assert paper(page).text() == "Fresh #bread #loaf today."


def test_a_new_ending_says_what_a_platform_makes_of_its_hashtags(qtbot: QtBot, page: WritePage):
    show_all(qtbot, page)
    click(qtbot, page, "Write down an ending")
    words = page.findChildren(QPlainTextEdit)
    box = next(one for one in words if one.accessibleName() == "Words of the ending")
    qtbot.keyClicks(box, " ".join(f"#tag{n}" for n in range(40)))
    where = choice(page, "Where it belongs")
    where.setCurrentIndex(where.findData("instagram"))
    says(qtbot, page, "40 hashtags")
    assert "Instagram" in visible_text(page)


def test_an_ending_is_thrown_away_and_comes_back(
    qtbot: QtBot, page: WritePage, context: AppContext
):
    notices: list[Notice] = []
    context.hub.noticed.connect(notices.append)
    show_all(qtbot, page)
    click(qtbot, page, "Throw Tags away")
    assert "#bread" not in visible_text(page)
    action = notices[-1].action
    assert action is not None
    action()
    says(qtbot, page, "#bread #loaf")


def test_an_empty_ending_is_not_kept_and_says_why(qtbot: QtBot, page: WritePage):
    show_all(qtbot, page)
    click(qtbot, page, "Write down an ending")
    click(qtbot, page, "Save the ending")
    says(qtbot, page, "There are no words to save yet.")
    assert button(page, "Never mind")
