"""My plan: the strategy on one page, what is open, and the ways to change and keep it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from socialcoach.core.changes import Changes
from socialcoach.core.strategy.brand import Brand
from socialcoach.core.strategy.goal import Aim, Goal
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Notice
from socialcoach.ui.pages.my_plan import MyPlanPage
from tests.ui.conftest import RecordingDesktop
from tests.ui.pages_helpers import button, visible_buttons, visible_text

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot, context: AppContext) -> MyPlanPage:
    """My plan, not shown yet."""
    made = MyPlanPage(context)
    qtbot.addWidget(made)
    made.resize(1072, 820)
    return made


@pytest.fixture
def file_dialog(qtbot: QtBot, page: MyPlanPage, bakery: Strategy) -> Iterator[QFileDialog]:
    """The question where to save, open beside the page."""
    page.show()
    qtbot.mouseClick(button(page, "Save as PDF"), LEFT)
    dialog = page.findChildren(QFileDialog)[0]
    yield dialog
    dialog.close()


def test_an_empty_page_has_one_button_that_opens_the_wizard(
    qtbot: QtBot, page: MyPlanPage, wanted: list[tuple[str, object]]
):
    page.show()
    assert visible_buttons(page) == ["Make my plan"]
    qtbot.mouseClick(button(page, "Make my plan"), LEFT)
    assert wanted == [("wizard", "about")]


def test_the_whole_plan_stands_on_the_page(page: MyPlanPage, bakery: Strategy, services: Services):
    goal = Goal("likes", Aim.NEARBY, "new customers a month", 2, 8, date(2027, 3, 31), "Winter")
    brand = Brand(("warm", "honest"), "Good bread", ("Every question is welcome",), ("cheap",), 48)
    services.planner.keep(replace(bakery, goal=goal, brand=brand))
    page.show()
    words = visible_text(page)
    for part in (
        "Hill Street Bakery",
        "warm and honest",
        "An answer within 2 days",
        "By 31 March 2027, we want 8 new customers a month. Today it is about 2.",
        "1 hour 30 minutes",
        "Facebook",
        "Of any ten posts in a row, two may sell",
    ):
        assert part in words


def test_what_is_open_is_said_and_leads_to_its_step(
    qtbot: QtBot, page: MyPlanPage, bakery: Strategy, wanted: list[tuple[str, object]]
):
    page.show()
    assert "What shall we count, and until when?" in visible_text(page)
    qtbot.mouseClick(button(page, "Answer: What shall we count, and until when?"), LEFT)
    assert wanted == [("wizard", "goal")]


@pytest.mark.parametrize(
    ("part", "step"),
    [
        ("Who we are", "about"),
        ("For whom", "about"),
        ("What we are like", "brand"),
        ("What should change", "goal"),
        ("Time and pace", "time"),
        ("Where we meet people", "platforms"),
    ],
)
def test_each_part_is_changed_where_it_was_asked(
    qtbot: QtBot,
    page: MyPlanPage,
    bakery: Strategy,
    wanted: list[tuple[str, object]],
    part: str,
    step: str,
):
    page.show()
    qtbot.mouseClick(button(page, f"Change: {part}"), LEFT)
    assert wanted == [("wizard", step)]


def test_a_change_shows_at_once(
    page: MyPlanPage, bakery: Strategy, services: Services, context: AppContext
):
    page.show()
    changes = services.planner.keep(replace(bakery, minutes_per_week=45))
    assert changes is Changes.STRATEGY
    context.hub.tell(changes)
    assert "45 minutes" in visible_text(page)


def test_the_plan_is_saved_where_the_owner_says(
    page: MyPlanPage,
    file_dialog: QFileDialog,
    tmp_path: Path,
    notices: list[Notice],
    desktop: RecordingDesktop,
):
    assert not file_dialog.isHidden()
    file_dialog.fileSelected.emit(str(tmp_path / "my plan.pdf"))
    assert (tmp_path / "my plan.pdf").read_bytes().startswith(b"%PDF")
    assert notices[0].text == "Saved as my plan.pdf."
    assert notices[0].action is not None
    notices[0].action()
    assert desktop.folders == [tmp_path]


def test_a_folder_that_is_not_there_is_answered_in_plain_words(
    page: MyPlanPage, file_dialog: QFileDialog, tmp_path: Path, notices: list[Notice]
):
    file_dialog.fileSelected.emit(str(tmp_path / "gone" / "plan.pdf"))
    assert notices[0].text == (
        "plan.pdf could not be written. Please choose another folder or make some room."
    )


def test_the_plan_fits_a_narrow_window(page: MyPlanPage, bakery: Strategy):
    page.resize(672, 600)
    page.show()
    for part in ("Who we are", "Time and pace"):
        change = button(page, f"Change: {part}")
        right = change.mapTo(page, change.rect().topRight()).x()
        assert right <= page.width()
