"""A layout that wraps like words in a paragraph."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from socialcoach.ui.widgets.boxes import clear
from socialcoach.ui.widgets.flow import GAP, FlowLayout


class Box(QWidget):
    """A box of 100 by 30."""

    def sizeHint(self) -> QSize:
        return QSize(100, 30)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    """What the boxes are in, wide enough for two."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(220, 200)
    return made


@pytest.fixture
def flow(around: QWidget) -> FlowLayout:
    """Four boxes in a flow."""
    made = FlowLayout(around)
    for _ in range(4):
        made.addWidget(Box())
    around.show()
    return made


@pytest.mark.parametrize(
    ("width", "lines"), [(1000, 1), (400 + 3 * GAP, 1), (399 + 3 * GAP, 2), (215, 2), (100, 4)]
)
def test_boxes_go_on_in_the_next_line_when_there_is_no_room(
    flow: FlowLayout, width: int, lines: int
):
    assert flow.heightForWidth(width) == lines * 30 + (lines - 1) * GAP


def test_a_line_too_narrow_for_one_box_still_takes_one(flow: FlowLayout):
    assert flow.heightForWidth(10) == 4 * 30 + 3 * GAP


def test_its_smallest_size_is_that_of_the_largest_box(flow: FlowLayout):
    assert flow.minimumSize() == QSize(100, 30)


def test_boxes_stand_side_by_side_without_overlapping(flow: FlowLayout):
    places = [flow.itemAt(number).geometry() for number in range(flow.count())]
    assert not any(one.intersects(other) for one in places for other in places if one is not other)
    assert {place.y() for place in places} == {0, 30 + GAP}


def test_a_hidden_box_leaves_no_gap(flow: FlowLayout):
    flow.itemAt(0).widget().hide()
    assert flow.heightForWidth(300 + 2 * GAP) == 30


def test_it_can_be_emptied(flow: FlowLayout):
    clear(flow)
    assert flow.count() == 0
    assert flow.itemAt(0) is None
    assert flow.heightForWidth(500) == 0


def test_what_is_lower_stands_in_the_middle_of_its_line(flow: FlowLayout, around: QWidget):
    tall = flow.itemAt(1).widget()
    tall.setFixedHeight(50)
    around.resize(220, 201)
    assert flow.itemAt(0).geometry().center().y() == flow.itemAt(1).geometry().center().y()
