"""Spelling as an owner meets it: marks, the menu, the panel, the switch."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QCheckBox, QMenu
from pytestqt.qtbot import QtBot

from socialcoach.core.strategy.strategy import Strategy
from socialcoach.ui.context import AppContext
from socialcoach.ui.pages.write import WritePage
from socialcoach.ui.planning.paper import Paper
from tests.ui.pages_helpers import choice, click, says

WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, bakery: Strategy) -> WritePage:
    """Write with a draft that holds two slips."""
    context.services.drafting.new("We recieve teh flour and the bread is fresh.")
    made = WritePage(context)
    qtbot.addWidget(made)
    made.resize(1300, 900)
    made.show()
    qtbot.waitUntil(lambda: marked(made) == ["recieve", "teh"], timeout=20_000)
    return made


def paper(page: WritePage) -> Paper:
    """Return the sheet one writes on."""
    return page.findChildren(Paper)[0]


def marked(page: WritePage) -> list[str]:
    """Return the words with a wave under them."""
    marks = paper(page).extraSelections()
    return [one.cursor.selectedText() for one in marks if one.format.underlineStyle() == WAVE]


def test_what_is_typed_is_marked_once_the_word_is_finished(qtbot: QtBot, page: WritePage):
    paper(page).setFocus()
    qtbot.waitUntil(paper(page).hasFocus)
    qtbot.keyClicks(paper(page), " And brd")
    assert marked(page) == ["recieve", "teh"]
    qtbot.keyClicks(paper(page), " ")
    assert marked(page) == ["recieve", "teh", "brd"]


def test_a_key_leads_to_the_next_word_and_the_menu_mends_it(qtbot: QtBot, page: WritePage):
    paper(page).setFocus()
    qtbot.keyClick(paper(page), Qt.Key.Key_F7)
    assert paper(page).textCursor().selectedText() == "recieve"
    where = paper(page).mapToGlobal(paper(page).rect().center())
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, where - where, where)
    QApplication.sendEvent(paper(page), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [one.text() for one in menu.actions()[:2]] == [
        "“recieve” is not in the dictionary.",
        "receive",
    ]
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert paper(page).text().startswith("We receive teh")
    qtbot.waitUntil(lambda: marked(page) == ["teh"])
    paper(page).undo()
    assert paper(page).text().startswith("We recieve teh")


def test_the_panel_offers_what_was_meant(qtbot: QtBot, page: WritePage):
    click(qtbot, page, "Spelling")
    says(qtbot, page, "English: 2 words to look at twice.")
    click(qtbot, page, "Write the for teh")
    says(qtbot, page, "English: 1 word to look at twice.")
    assert "recieve the flour" in paper(page).text()


def test_a_word_of_the_owners_is_never_marked_again(qtbot: QtBot, page: WritePage):
    click(qtbot, page, "Spelling")
    click(qtbot, page, "Add recieve to my words")
    qtbot.waitUntil(lambda: marked(page) == ["teh"])
    click(qtbot, page, "Take recieve off the list")
    qtbot.waitUntil(lambda: marked(page) == ["recieve", "teh"])


def test_marks_can_be_switched_off_and_stay_off(qtbot: QtBot, page: WritePage, context: AppContext):
    click(qtbot, page, "Spelling")
    boxes = page.findChildren(QCheckBox)
    switch = next(one for one in boxes if one.isVisible() and "Mark" in one.text())
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert marked(page) == []
    assert not context.services.writing.spelling.is_on
    says(qtbot, page, "Nothing is marked while this is off.")


def test_a_language_without_a_dictionary_says_so_and_marks_nothing(qtbot: QtBot, page: WritePage):
    paper(page).selectAll()
    qtbot.keyClicks(paper(page), "Dzisiaj nie ma chleba, ale jutro jest dla was swiezy.")
    click(qtbot, page, "Spelling")
    says(qtbot, page, "This looks like Polish. There is no dictionary for it here.")
    assert marked(page) == []
    assert choice(page, "Language").currentText() == "As I write"


def test_marks_and_the_meters_cues_stand_side_by_side(qtbot: QtBot, page: WritePage):
    qtbot.keyClicks(paper(page), " Order now and get 20% off. ")
    qtbot.waitUntil(lambda: len(paper(page).extraSelections()) > 2)
    assert marked(page) == ["recieve", "teh"]
