"""Ideas beside the paper: reasons, keeping, hiding, writing down, looking through all."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QListView
from pytestqt.qtbot import QtBot

from socialcoach.core.meter import Kind
from socialcoach.core.planning.own_idea import OwnIdea
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.services.relations.conversations import Entry
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Notice
from socialcoach.ui.pages.write import WritePage
from socialcoach.ui.planning.ideas_model import IdeaModel
from socialcoach.ui.planning.paper import Paper
from socialcoach.ui.widgets.buttons import Button
from tests.conftest import Clock
from tests.ui.pages_helpers import choice, click, field, says, visible_buttons, visible_text


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, bakery: Strategy) -> WritePage:
    """Write, open in a window."""
    made = WritePage(context)
    qtbot.addWidget(made)
    made.resize(1300, 900)
    made.show()
    return made


def offered(page: WritePage) -> list[str]:
    """Return the titles of the ideas whose buttons show."""
    start = "Write this: "
    names = [one.accessibleName() for one in page.findChildren(Button) if one.isVisible()]
    return [name.removeprefix(start) for name in names if name.startswith(start)]


def browser(page: WritePage) -> QListView:
    """Return the list of ideas."""
    lists = page.findChildren(QListView)
    return next(one for one in lists if one.accessibleName() == "Ideas")


def test_three_ideas_are_shown_each_with_a_reason(qtbot: QtBot, page: WritePage):
    click(qtbot, page, "Ideas")
    assert len(offered(page)) == 3
    words = visible_text(page)
    reasons = ("Made for your trade.", "It suits any business.", "It is the season for it.")
    assert sum(words.count(reason) for reason in reasons) == 3


def test_a_near_holiday_is_the_reason_of_the_first_one(
    qtbot: QtBot, page: WritePage, services: Services, clock: Clock
):
    plan = services.planner.strategy()
    services.planner.keep(replace(plan, business=replace(plan.business, country="GB")))
    clock.set(datetime(2026, 12, 20, 9, tzinfo=UTC))
    click(qtbot, page, "Ideas")
    says(qtbot, page, "Christmas Day is in 5 days.")


def test_a_hidden_idea_is_gone_and_comes_back_from_its_list(
    qtbot: QtBot, page: WritePage, context: AppContext
):
    notices: list[Notice] = []
    context.hub.noticed.connect(notices.append)
    click(qtbot, page, "Ideas")
    title = offered(page)[0]
    click(qtbot, page, f"Not for us: {title}")
    assert title not in offered(page)
    click(qtbot, page, "Hidden")
    says(qtbot, page, title)
    click(qtbot, page, f"Bring back: {title}")
    assert context.services.writing.ideas.hidden() == ()
    assert notices[-1].button == "Undo"


def test_hiding_can_be_undone_at_once(qtbot: QtBot, page: WritePage, context: AppContext):
    notices: list[Notice] = []
    context.hub.noticed.connect(notices.append)
    click(qtbot, page, "Ideas")
    title = offered(page)[0]
    click(qtbot, page, f"Not for us: {title}")
    action = notices[-1].action
    assert action is not None
    action()
    assert title in offered(page)


def test_a_kept_idea_stands_on_its_shelf(qtbot: QtBot, page: WritePage, services: Services):
    click(qtbot, page, "Ideas")
    title = offered(page)[0]
    click(qtbot, page, f"Keep: {title}")
    click(qtbot, page, "Kept")
    says(qtbot, page, title)
    assert [one.title for one in services.writing.ideas.kept()] == [title]
    click(qtbot, page, f"Keep no longer: {title}")
    says(qtbot, page, "None here.")


def test_an_idea_is_written_down_from_anywhere_with_the_picked_words(
    qtbot: QtBot, page: WritePage, services: Services
):
    click(qtbot, page, "New post")
    paper = page.findChildren(Paper)[0]
    qtbot.keyClicks(paper, "The radio song")
    paper.selectAll()
    qtbot.keyClick(paper, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    title = field(page, "The idea in a few words")
    assert title.text() == "The radio song"
    kind = choice(page, "Kind")
    kind.setCurrentIndex(kind.findData("fun"))
    qtbot.keyClick(title, Qt.Key.Key_Return)
    own = services.writing.ideas.own("own-1")
    assert own is not None
    assert (own.title, own.kind) == ("The radio song", Kind.FUN)
    says(qtbot, page, "The radio song")


def test_an_idea_without_words_says_what_is_missing(qtbot: QtBot, page: WritePage):
    click(qtbot, page, "Ideas")
    click(qtbot, page, "Write an idea down")
    click(qtbot, page, "Keep this idea")
    says(qtbot, page, "Give the idea a few words first")


def test_an_own_idea_can_be_changed_and_thrown_away(
    qtbot: QtBot, page: WritePage, services: Services
):
    services.writing.ideas.write_down(OwnIdea(0, "Radio", Kind.FUN))
    click(qtbot, page, "Ideas")
    click(qtbot, page, "All ideas")
    click(qtbot, page, "Change Radio")
    title = field(page, "The idea in a few words")
    assert isinstance(title, QLineEdit)
    qtbot.keyClicks(title, " song")
    click(qtbot, page, "Keep this idea")
    click(qtbot, page, "Throw Radio song away")
    assert services.writing.ideas.own("own-1") is None


def test_all_ideas_are_searched_and_kept_to_a_kind(qtbot: QtBot, page: WritePage):
    click(qtbot, page, "Ideas")
    click(qtbot, page, "All ideas")
    rows = browser(page).model()
    whole = rows.rowCount()
    assert whole >= 65
    kind = choice(page, "Kind of idea")
    kind.setCurrentIndex(kind.findData("question"))
    questions = rows.rowCount()
    assert 0 < questions < whole
    search = field(page, "Search the ideas")
    assert isinstance(search, QLineEdit)
    qtbot.keyClicks(search, "toast")
    assert 0 < rows.rowCount() < questions
    qtbot.keyClicks(search, "zzz")
    says(qtbot, page, "None here.")


def test_the_arrow_keys_go_through_the_ideas_and_one_is_written(
    qtbot: QtBot, page: WritePage, services: Services
):
    click(qtbot, page, "Ideas")
    click(qtbot, page, "All ideas")
    browser(page).setFocus()
    qtbot.keyClick(browser(page), Qt.Key.Key_Down)
    title = str(browser(page).currentIndex().data())
    click(qtbot, page, f"Write this: {title}")
    idea = next(one for one in services.writing.ideas.all() if one.title == title)
    assert services.drafting.drafts()[0].idea == idea.id


def test_a_question_three_people_asked_is_the_first_idea(
    qtbot: QtBot, page: WritePage, services: Services
):
    ask_three_times(services)
    click(qtbot, page, "Ideas")
    says(qtbot, page, "3 people asked this lately. One post answers them all.")
    click(qtbot, page, "Answer it in a post")
    assert "gluten" in services.drafting.drafts()[0].text
    assert "Answer it in a post" not in visible_buttons(page)


def ask_three_times(services: Services) -> None:
    """Let three people ask the same."""
    for name in ("Ann", "Bea", "Cleo"):
        said = "Do you bake gluten free bread on Saturday?"
        services.relations.conversations.note(Entry("facebook", name, said))


def test_the_model_keeps_qts_rules(services: Services):
    model = IdeaModel()
    tester = QAbstractItemModelTester(model)
    model.show_ideas(services.writing.ideas.all())
    model.look_for("bread", "tip")
    assert tester.model() is model
