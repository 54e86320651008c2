"""What every page keeps to: visible pages refresh, hidden ones turn stale."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QStackedWidget
from pytestqt.qtbot import QtBot

from socialcoach.core.changes import Changes
from socialcoach.services.settings import Look
from socialcoach.ui.context import AppContext
from socialcoach.ui.pages.page import Page


class CountingPage(Page):
    """Counts how often it was filled."""

    page_id = "counting"
    icon = "ph.house"
    affected_by = Changes.DRAFTS | Changes.FEED

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.filled = 0

    def refresh(self) -> None:
        self.filled += 1


@pytest.fixture
def stack(qtbot: QtBot, context: AppContext) -> QStackedWidget:
    """Two pages, the first of them on top."""
    made = QStackedWidget()
    for _ in range(2):
        made.addWidget(CountingPage(context))
    qtbot.addWidget(made)
    return made


def filled(stack: QStackedWidget) -> list[int]:
    """How often each page was filled."""
    pages = [stack.widget(0), stack.widget(1)]
    return [page.filled for page in pages if isinstance(page, CountingPage)]


def test_a_page_is_filled_when_it_is_first_seen(stack: QStackedWidget):
    assert filled(stack) == [0, 0]
    stack.show()
    assert filled(stack) == [1, 0]
    stack.setCurrentIndex(1)
    assert filled(stack) == [1, 1]


def test_a_page_seen_again_unchanged_is_not_filled_again(stack: QStackedWidget):
    stack.show()
    for place in (1, 0, 1, 0):
        stack.setCurrentIndex(place)
    assert filled(stack) == [1, 1]


def test_a_change_fills_the_visible_page_now_and_the_hidden_one_when_it_is_seen(
    stack: QStackedWidget, context: AppContext
):
    stack.show()
    stack.setCurrentIndex(1)
    context.hub.tell(Changes.DRAFTS)
    context.hub.tell(Changes.FEED)
    assert filled(stack) == [1, 3]
    stack.setCurrentIndex(0)
    assert filled(stack) == [2, 3]


def test_a_change_of_something_else_is_none_of_its_business(
    stack: QStackedWidget, context: AppContext
):
    stack.show()
    context.hub.tell(Changes.PEOPLE | Changes.SETTINGS)
    assert filled(stack) == [1, 0]


def test_a_page_is_not_told_of_its_own_change(stack: QStackedWidget, context: AppContext):
    stack.show()
    context.hub.tell(Changes.DRAFTS, stack.widget(0))
    assert filled(stack) == [1, 0]
    context.hub.tell(Changes.DRAFTS, stack.widget(1))
    assert filled(stack) == [2, 0]


def test_a_new_look_fills_pages_again(stack: QStackedWidget, context: AppContext):
    stack.show()
    context.theme.put_on(Look.DARK, 100)
    assert filled(stack) == [2, 0]
