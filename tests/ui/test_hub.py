"""The hub: what changed and what to show travels through one place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from socialcoach.core.changes import Changes
from socialcoach.ui.hub import Hub, Notice


@pytest.fixture
def hub(qapp: QApplication) -> Hub:
    """A hub nobody listens to yet."""
    return Hub()


def test_a_change_reaches_everyone_with_its_origin(hub: Hub):
    heard: list[tuple[Changes, object]] = []
    for _ in range(2):
        hub.changed.connect(lambda changes, origin: heard.append((changes, origin)))
    origin = QObject()
    hub.tell(Changes.DRAFTS | Changes.FEED, origin)
    assert heard == [(Changes.DRAFTS | Changes.FEED, origin)] * 2


def test_when_nothing_changed_nobody_is_told(hub: Hub):
    heard: list[Changes] = []
    hub.changed.connect(lambda changes, _origin: heard.append(changes))
    hub.tell(Changes.NOTHING)
    hub.tell(Changes.DRAFTS & Changes.FEED)
    assert heard == []


def test_a_notice_carries_its_words_and_its_button(hub: Hub):
    heard: list[Notice] = []
    hub.noticed.connect(heard.append)
    done: list[str] = []
    hub.notice("Draft thrown away.", "Undo", lambda: done.append("undone"))
    assert (heard[0].text, heard[0].button) == ("Draft thrown away.", "Undo")
    assert heard[0].action is not None
    heard[0].action()
    assert done == ["undone"]


def test_a_page_is_asked_for_with_what_to_show(hub: Hub):
    heard: list[tuple[str, object]] = []
    hub.page_wanted.connect(lambda page, what: heard.append((page, what)))
    hub.go_to("write", ("hand_over", 7))
    hub.go_to("today")
    assert heard == [("write", ("hand_over", 7)), ("today", None)]
