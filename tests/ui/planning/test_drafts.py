"""The list of drafts and the sheet to write on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from socialcoach.core.planning.post import Post, PostStatus, SavedReading, Verdict
from socialcoach.core.text import clean
from socialcoach.services.settings import Look
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.draft_list import DraftList
from socialcoach.ui.planning.draft_model import DraftModel
from socialcoach.ui.planning.paper import Paper

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
SELLS = SavedReading(0.9, "selling", "offer", 2, "v1")
GIVES = SavedReading(0.1, "giving", "tip", 0, "v1")
typed = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=40)


def draft(number: int, text: str, **more: object) -> Post:
    """A draft of now."""
    return replace(Post(number, text, PostStatus.DRAFT, NOW, NOW), **more)


THREE = [
    draft(3, "Which crust?\nTell us", reading=GIVES),
    draft(2, "Order now", reading=SELLS, verdict=Verdict.GIVING),
    draft(1, " \n "),
]


@pytest.fixture
def drafts(qtbot: QtBot, context: AppContext) -> DraftList:
    """Three drafts, the second of them open."""
    made = DraftList(context.theme, lambda _moment: "yesterday")
    qtbot.addWidget(made)
    made.resize(280, 500)
    made.show_drafts(THREE, 2)
    made.show()
    return made


def view(drafts: DraftList) -> QListView:
    """Return the list itself."""
    return drafts.findChildren(QListView)[0]


def rows(drafts: DraftList) -> list[str]:
    """Return the words of each row."""
    model = view(drafts).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_each_draft_shows_its_first_line(drafts: DraftList):
    assert rows(drafts) == ["Which crust?", "Order now", "New post"]
    assert view(drafts).currentIndex().row() == 1


def test_a_draft_is_opened_with_the_arrow_keys(qtbot: QtBot, drafts: DraftList):
    opened: list[int] = []
    drafts.chosen.connect(opened.append)
    qtbot.keyClick(view(drafts), Qt.Key.Key_Down)
    qtbot.keyClick(view(drafts), Qt.Key.Key_Home)
    assert opened == [1, 3]


def test_the_delete_key_asks_to_throw_the_picked_draft_away(qtbot: QtBot, drafts: DraftList):
    gone: list[int] = []
    drafts.throw_away_wanted.connect(gone.append)
    view(drafts).setFocus()
    qtbot.keyClick(view(drafts), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: gone == [2])


def test_showing_the_list_again_opens_nothing(drafts: DraftList):
    opened: list[int] = []
    drafts.chosen.connect(opened.append)
    drafts.show_drafts([draft(9, "Newest"), *THREE], 9)
    drafts.show_drafts([], 0)
    assert opened == []


def test_a_draft_is_read_out_with_its_band(drafts: DraftList):
    model = view(drafts).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 0).data(role) == "Which crust?. Giving"


@pytest.mark.parametrize("look", [Look.LIGHT, Look.CONTRAST])
def test_drafts_can_be_painted_in_every_look_and_size(
    drafts: DraftList, context: AppContext, look: Look
):
    context.theme.put_on(look, 200)
    assert not drafts.grab().isNull()


def test_the_model_keeps_qts_rules(qtbot: QtBot):
    model = DraftModel()
    tester = QAbstractItemModelTester(model)
    for shown in (THREE, THREE[:1], [], THREE):
        model.show_drafts(shown)
        assert model.rowCount() == len(shown)
    assert (model.row_of(2), model.row_of(77), model.draft_at(9)) == (1, -1, None)
    assert tester.model() is model


@pytest.fixture
def paper(qtbot: QtBot, context: AppContext) -> Paper:
    """An empty sheet."""
    made = Paper(context.theme)
    qtbot.addWidget(made)
    made.show()
    return made


@given(typed)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_put_on_the_paper_is_read_from_it_letter_for_letter(paper: Paper, text: str):
    paper.show_text(text)
    assert paper.text() == text


def test_what_is_pasted_arrives_as_plain_text(paper: Paper):
    data = QMimeData()
    data.setHtml("<b>Bold</b> words")
    data.setText("Bold\0 words")
    paper.show_text("")
    paper.insertFromMimeData(data)
    assert paper.text() == "Bold words"
    assert "font-weight:7" not in paper.toHtml()


def test_lines_end_alike_wherever_they_come_from(paper: Paper):
    paper.show_text("one\r\ntwo\nthree\u2028four\u2029five")
    assert paper.text() == "one\ntwo\nthree\nfour\nfive"


def test_typing_is_told_and_showing_another_text_is_not(qtbot: QtBot, paper: Paper):
    told: list[str] = []
    paper.typed.connect(lambda: told.append(paper.text()))
    paper.show_text("Shown")
    assert told == []
    qtbot.keyClicks(paper, "!")
    assert told == ["Shown!"]


def test_undo_never_goes_back_to_another_draft(qtbot: QtBot, paper: Paper):
    paper.show_text("The first draft")
    paper.show_text("The second draft")
    qtbot.keyClick(paper, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert paper.text() == "The second draft"


def test_hard_spaces_stay_and_halves_of_characters_go(paper: Paper):
    paper.show_text(clean("20\u00a0min \ud83d"))
    assert paper.text() == "20\u00a0min \ufffd"
