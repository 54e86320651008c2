"""A list of any length reads only what comes into sight, and moves by keyboard as any other."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from socialcoach.ui.context import AppContext
from socialcoach.ui.relations.id_model import CHUNK, MOST_CHUNKS, IdModel
from socialcoach.ui.relations.line_delegate import LineDelegate, Look
from socialcoach.ui.relations.long_list import LongList

MANY = 200_000


class Asked:
    """Plays the database and remembers what it was asked for."""

    def __init__(self) -> None:
        self.ids: list[int] = []
        self.gone: set[int] = set()

    def __call__(self, ids: Sequence[int]) -> dict[int, object]:
        """Return a line for each id that is not gone."""
        self.ids += ids
        return {one: f"Line {one}" for one in ids if one not in self.gone}


@pytest.fixture
def asked() -> Asked:
    """A database of lines."""
    return Asked()


@pytest.fixture
def model(asked: Asked) -> IdModel:
    """A model over very many lines, the ids from 1."""
    made = IdModel(asked, str)
    made.show_ids(array("q", range(1, MANY + 1)))
    return made


@pytest.fixture
def view(qtbot: QtBot, context: AppContext, model: IdModel) -> LongList:
    """A list of very many lines, in a window."""
    made = LongList(model, LineDelegate(context.theme, lambda line: Look(str(line), "")), "Lines")
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.show()
    return made


def test_the_model_keeps_the_rules_of_models(asked: Asked, qtmodeltester: ModelTester):
    small = IdModel(asked, str)
    small.show_ids(array("q", [3, 1, 2]))
    qtmodeltester.check(small)


def test_only_what_comes_into_sight_is_read(qtbot: QtBot, view: LongList, asked: Asked):
    qtbot.waitUntil(lambda: bool(asked.ids))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: MANY in asked.ids)
    assert len(asked.ids) <= 3 * CHUNK


def test_memory_holds_a_bounded_number_of_lines(model: IdModel, asked: Asked):
    for row in range(0, MANY, CHUNK):
        model.line_at(row)
    asked.ids.clear()
    model.line_at(MANY - 1)
    assert asked.ids == []
    model.line_at(0)
    assert asked.ids[0] == 1
    assert MOST_CHUNKS * CHUNK < MANY / 10


def test_a_line_that_is_gone_from_the_database_is_empty_and_breaks_nothing(
    model: IdModel, asked: Asked
):
    asked.gone.add(2)
    assert model.line_at(1) is None
    assert model.index(1, 0).data() == ""
    assert model.index(0, 0).data() == "Line 1"


def test_home_end_and_the_page_keys_move_through_all_of_it(qtbot: QtBot, view: LongList):
    picked: list[int] = []
    view.picked.connect(picked.append)
    view.setFocus()
    for key, wanted in (
        (Qt.Key.Key_End, MANY),
        (Qt.Key.Key_Up, MANY - 1),
        (Qt.Key.Key_Home, 1),
        (Qt.Key.Key_Down, 2),
    ):
        qtbot.keyClick(view, key)
        qtbot.waitUntil(lambda wanted=wanted: picked[-1:] == [wanted])
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: picked[-1] > 4)
    assert view.visualRect(view.currentIndex()).intersects(view.viewport().rect())


def test_a_click_picks_the_line_under_the_pointer(qtbot: QtBot, view: LongList):
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    place = view.viewport().rect().center()
    wanted = view.indexAt(place)
    with qtbot.waitSignal(view.picked) as signal:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert signal.args == [wanted.row() + 1]


def test_letters_belong_in_the_search(qtbot: QtBot, view: LongList, asked: Asked):
    view.setFocus()
    with qtbot.waitSignal(view.typed) as signal:
        qtbot.keyClicks(view, "g")
    assert signal.args == ["g"]
    assert len(asked.ids) <= 3 * CHUNK


def test_a_picked_line_far_down_is_brought_into_sight(qtbot: QtBot, view: LongList):
    view.pick(150_000)
    assert view.currentIndex().row() == 149_999
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())
    view.pick(0)
    assert not view.selectionModel().hasSelection()


def test_the_same_lines_again_stay_where_somebody_has_scrolled_to(view: LongList):
    ids = array("q", range(1, MANY + 1))
    view.show_ids(ids, 5)
    view.verticalScrollBar().setValue(1_000_000)
    view.show_ids(ids, 5)
    assert view.verticalScrollBar().value() == 1_000_000


def test_a_line_picked_while_another_list_shows_is_in_sight_later(view: LongList):
    view.hide()
    view.show_ids(array("q", range(MANY, 0, -1)), 5)
    view.show()
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())
