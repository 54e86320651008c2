"""Earlier texts as an owner finds them: what changed, and bringing one back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Notice
from socialcoach.ui.pages.write import WritePage
from socialcoach.ui.planning.paper import Paper
from tests.ui.pages_helpers import button, click, says, visible_text

LOAF = "Wrap the loaf in linen and it stays fresh until Thursday."


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, bakery: Strategy) -> WritePage:
    """Write with a draft open."""
    context.services.drafting.new(LOAF, platforms=("instagram",))
    made = WritePage(context)
    qtbot.addWidget(made)
    made.resize(1300, 900)
    made.show()
    return made


def paper(page: WritePage) -> Paper:
    """Return the sheet one writes on."""
    return page.findChildren(Paper)[0]


def replace_everything(qtbot: QtBot, page: WritePage, services: Services) -> None:
    """Type over the whole text and wait until that is kept."""
    paper(page).selectAll()
    qtbot.keyClicks(paper(page), "Closed today.")
    qtbot.waitUntil(lambda: services.drafting.drafts()[0].text == "Closed today.")


def test_text_that_was_typed_over_comes_back(qtbot: QtBot, page: WritePage, services: Services):
    replace_everything(qtbot, page, services)
    click(qtbot, page, "Earlier texts")
    says(qtbot, page, "11 words come back, 2 newer words go")
    click(qtbot, page, "Bring this back")
    assert paper(page).text() == LOAF
    assert services.drafting.drafts()[0].text == LOAF


def test_bringing_back_can_be_undone(
    qtbot: QtBot, page: WritePage, services: Services, context: AppContext
):
    notices: list[Notice] = []
    context.hub.noticed.connect(notices.append)
    replace_everything(qtbot, page, services)
    click(qtbot, page, "Earlier texts")
    click(qtbot, page, "Bring this back")
    action = notices[-1].action
    assert action is not None
    action()
    assert paper(page).text() == "Closed today."


def test_what_comes_and_goes_is_marked_by_more_than_colour(
    qtbot: QtBot, page: WritePage, services: Services
):
    replace_everything(qtbot, page, services)
    click(qtbot, page, "Earlier texts")
    words = visible_text(page)
    assert "<u>Wrap" in words
    assert "<s>Closed" in words


def test_every_earlier_text_can_be_picked(qtbot: QtBot, page: WritePage, services: Services):
    replace_everything(qtbot, page, services)
    qtbot.keyClicks(paper(page), " We are at a wedding, so nobody is in the bakery.")
    paper(page).selectAll()
    paper(page).textCursor().removeSelectedText()
    qtbot.waitUntil(lambda: services.drafting.drafts()[0].text == "")
    click(qtbot, page, "Earlier texts")
    rows = next(one for one in page.findChildren(QListWidget) if one.isVisible())
    assert [LOAF in rows.item(row).text() for row in range(rows.count())] == [False, True]
    rows.setCurrentRow(1)
    click(qtbot, page, "Bring this back")
    assert paper(page).text() == LOAF


def test_a_draft_without_earlier_texts_says_so(qtbot: QtBot, page: WritePage):
    click(qtbot, page, "Earlier texts")
    says(qtbot, page, "There is none of this draft yet.")


def test_what_is_there_already_cannot_be_brought_back(
    qtbot: QtBot, page: WritePage, services: Services
):
    replace_everything(qtbot, page, services)
    click(qtbot, page, "Earlier texts")
    click(qtbot, page, "Bring this back")
    says(qtbot, page, "The same words as now")
    assert not button(page, "Bring this back").isEnabled()
