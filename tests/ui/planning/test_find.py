"""Finding in drafts as an owner types."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListView
from pytestqt.qtbot import QtBot
from sqlite_utils import Database

from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from socialcoach.ui.pages.write import WritePage
from socialcoach.ui.planning.paper import Paper
from tests.ui.pages_helpers import field, says, visible_text

AT = "2026-11-01T09:00:00.000+00:00"


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, bakery: Strategy) -> WritePage:
    """Write with two drafts and a post that is out."""
    drafting = context.services.drafting
    drafting.new("Wrap the loaf in linen.")
    drafting.new("Fresh Brötchen on Sunday.")
    made = WritePage(context)
    qtbot.addWidget(made)
    made.resize(1300, 900)
    made.show()
    return made


def find(qtbot: QtBot, page: WritePage, words: str) -> QLineEdit:
    """Type words into the box, which Ctrl+F leads to."""
    paper = page.findChildren(Paper)[0]
    paper.setFocus()
    qtbot.keyClick(paper, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    box = field(page, "Find in your drafts")
    assert isinstance(box, QLineEdit)
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClicks(box, words)
    return box


def results(page: WritePage) -> QListView:
    """Return the list of what was found."""
    lists = page.findChildren(QListView)
    return next(one for one in lists if one.accessibleName() == "What was found")


def rows(page: WritePage) -> list[str]:
    """Return what a screen reader says of each found post."""
    model = results(page).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def test_words_are_found_while_they_are_typed(qtbot: QtBot, page: WritePage):
    find(qtbot, page, "brotch")
    assert rows(page) == ["Fresh Brötchen on Sunday.. Fresh Brötchen on Sunday."]
    says(qtbot, page, "1 found")


def test_enter_opens_the_first_one(qtbot: QtBot, page: WritePage):
    box = find(qtbot, page, "linen")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.findChildren(Paper)[0].text() == "Wrap the loaf in linen.")


def test_escape_shows_the_drafts_again(qtbot: QtBot, page: WritePage):
    box = find(qtbot, page, "linen")
    assert results(page).isVisible()
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    assert not results(page).isVisible()
    drafts = next(one for one in page.findChildren(QListView) if one.accessibleName() == "Drafts")
    assert drafts.isVisible()


def test_the_arrow_leads_into_the_list_and_escape_out_of_it(qtbot: QtBot, page: WritePage):
    box = find(qtbot, page, "l")
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert results(page).hasFocus()
    qtbot.keyClick(results(page), Qt.Key.Key_Escape)
    assert not results(page).isVisible()


def test_what_was_just_written_is_found(qtbot: QtBot, page: WritePage, services: Services):
    paper = page.findChildren(Paper)[0]
    qtbot.keyClicks(paper, " Poppyseed")
    qtbot.waitUntil(lambda: "Poppyseed" in services.drafting.drafts()[0].text)
    find(qtbot, page, "poppy")
    assert len(rows(page)) == 1


def test_posts_that_are_out_are_found_with_the_switch(
    qtbot: QtBot, page: WritePage, database: Database
):
    row = {"text": "Linen towels", "status": "out", "created_at": AT, "updated_at": AT}
    database.table("post").insert({**row, "platforms": "[]", "notes": "", "idea": ""})
    find(qtbot, page, "linen")
    assert len(rows(page)) == 1
    switch = next(one for one in page.findChildren(QCheckBox) if one.isVisible())
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert len(rows(page)) == 2


def test_after_an_import_of_thousands_the_words_are_found_too(
    qtbot: QtBot, page: WritePage, database: Database
):
    row = {"status": "draft", "created_at": AT, "updated_at": AT, "platforms": "[]"}
    many = ({**row, "text": f"rye {n}", "notes": "", "idea": ""} for n in range(1000))
    database.table("post").insert_all(many)
    find(qtbot, page, "rye")
    says(qtbot, page, "The first 60. Type more to see fewer.")


def test_nothing_found_says_so(qtbot: QtBot, page: WritePage):
    find(qtbot, page, '"(*')
    find(qtbot, page, "zzz")
    says(qtbot, page, "Nothing found.")
    assert "Drafts" in visible_text(page)
