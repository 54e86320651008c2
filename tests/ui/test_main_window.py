"""The window: first the wizard, later the page that was open last; nothing is lost."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from sqlite_utils import Database

from socialcoach.core.changes import Changes
from socialcoach.core.strategy.business import Business
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from socialcoach.ui.main_window import MainWindow
from socialcoach.ui.page_list import PAGES, PageEntry
from socialcoach.ui.pages.page import Page
from socialcoach.ui.pages.progress import ProgressPage
from socialcoach.ui.planning.paper import Paper
from socialcoach.ui.sidebar import Sidebar
from socialcoach.ui.wizard.wizard import Wizard
from tests.ui.pages_helpers import click, says, visible_text

Opener = Callable[[], MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot, context: AppContext) -> Iterator[Opener]:
    """Open the window as the app does."""

    def open_it() -> MainWindow:
        window = MainWindow(context)
        qtbot.addWidget(window)
        window.show_first()
        window.show()
        return window

    yield open_it
    qtbot.waitUntil(lambda: context.tasks.is_idle, timeout=20_000)


@pytest.fixture
def window(open_window: Opener, bakery: Strategy) -> MainWindow:
    """The window of a business that is through with the wizard."""
    return open_window()


def page_id(window: MainWindow) -> str:
    """Return which page is showing."""
    assert isinstance(window.current, Page)
    return window.current.page_id


def type_a_post(qtbot: QtBot, window: MainWindow, text: str) -> Paper:
    """Start a post and type it."""
    window.show_page("write", "new")
    paper = window.findChildren(Paper)[0]
    qtbot.keyClicks(paper, text)
    return paper


def drop(window: MainWindow, *files: Path) -> QDropEvent:
    """Drop files on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    drag = QDragEnterEvent(QPointF(9, 9).toPoint(), copy, data, buttons, keys)
    window.dragEnterEvent(drag)
    event = QDropEvent(QPointF(9, 9), copy, data, buttons, keys)
    if drag.isAccepted():
        window.dropEvent(event)
    else:
        event.ignore()
    return event


def test_the_first_start_shows_the_wizard_and_no_sidebar(open_window: Opener):
    window = open_window()
    assert isinstance(window.current, Wizard)
    assert not window.findChildren(Sidebar)[0].isVisible()
    assert window.windowTitle() == "SocialCoach"


def test_later_starts_show_the_page_that_was_open_last(window: MainWindow, open_window: Opener):
    assert page_id(window) == "today"
    window.show_page("settings")
    assert page_id(open_window()) == "settings"


def test_a_page_that_no_longer_exists_gives_today(
    open_window: Opener, services: Services, bakery: Strategy
):
    services.settings.change(open_page="horoscope")
    assert page_id(open_window()) == "today"


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.page_id)
def test_every_page_of_the_sidebar_opens(qtbot: QtBot, window: MainWindow, kind: PageEntry):
    click(qtbot, window.findChildren(Sidebar)[0], kind.title())
    assert page_id(window) == kind.page_id


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.page_id)
def test_the_sidebar_and_the_page_agree_on_name_and_picture(entry: PageEntry):
    kind = entry.load()
    assert (kind.page_id, kind.icon, kind.title()) == (entry.page_id, entry.icon, entry.title())


def test_pages_open_by_ctrl_and_a_number(qtbot: QtBot, window: MainWindow):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for number, kind in enumerate(PAGES, start=1):
        qtbot.keyClick(window, f"{number}", Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda kind=kind: page_id(window) == kind.page_id)


def test_the_sidebar_names_the_business_and_follows_a_new_name(
    qtbot: QtBot, window: MainWindow, services: Services, context: AppContext
):
    says(qtbot, window, "Hill Street Bakery")
    context.hub.tell(services.planner.keep(Strategy(business=Business(name="Oven & Co"))))
    says(qtbot, window, "Oven & Co")


def test_going_to_another_page_keeps_what_was_typed(
    qtbot: QtBot, window: MainWindow, services: Services
):
    type_a_post(qtbot, window, "Half a thought")
    window.show_page("settings")
    assert services.drafting.drafts()[0].text == "Half a thought"


def test_closing_keeps_what_was_typed_last(qtbot: QtBot, window: MainWindow, services: Services):
    type_a_post(qtbot, window, "The very last words")
    window.close()
    assert services.drafting.drafts()[0].text == "The very last words"


def test_words_that_cannot_be_kept_hold_the_window_open(
    qtbot: QtBot, window: MainWindow, database: Database, services: Services
):
    paper = type_a_post(qtbot, window, "Not kept yet")
    database.execute("PRAGMA query_only=on")
    assert not window.close()
    assert window.isVisible()
    says(qtbot, window, "Your last words are not saved yet, so the window stays open.")
    assert paper.text() == "Not kept yet"
    database.execute("PRAGMA query_only=off")
    assert window.close()
    assert services.drafting.drafts()[0].text == "Not kept yet"


def test_the_owner_may_close_all_the_same(qtbot: QtBot, window: MainWindow, database: Database):
    type_a_post(qtbot, window, "Never mind")
    database.execute("PRAGMA query_only=on")
    window.close()
    click(qtbot, window, "Close anyway")
    assert not window.isVisible()


def test_another_page_can_be_looked_at_while_words_wait_to_be_kept(
    qtbot: QtBot, window: MainWindow, database: Database
):
    paper = type_a_post(qtbot, window, "Still here")
    database.execute("PRAGMA query_only=on")
    window.show_page("settings")
    assert page_id(window) == "settings"
    window.show_page("write")
    assert paper.text() == "Still here"
    database.execute("PRAGMA query_only=off")


def test_a_notice_shows_at_the_foot_and_its_button_works(
    qtbot: QtBot, window: MainWindow, context: AppContext
):
    done: list[str] = []
    context.hub.notice("Draft thrown away.", "Undo", lambda: done.append("undone"))
    says(qtbot, window, "Draft thrown away.")
    click(qtbot, window, "Undo")
    assert done == ["undone"]
    assert "Draft thrown away." not in visible_text(window)


def test_a_file_dropped_anywhere_goes_to_progress(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, context: AppContext
):
    file = tmp_path / "posts.csv"
    file.write_text("Post ID,Date\n")
    assert drop(window, file).isAccepted()
    assert page_id(window) == ProgressPage.page_id
    qtbot.waitUntil(lambda: context.tasks.is_idle, timeout=20_000)


def test_folders_and_several_files_at_once_are_not_taken(window: MainWindow, tmp_path: Path):
    files = [tmp_path / "one.csv", tmp_path / "two.csv"]
    for file in files:
        file.touch()
    assert not drop(window, *files).isAccepted()
    assert not drop(window, tmp_path).isAccepted()
    assert not drop(window, tmp_path / "gone.csv").isAccepted()
    assert page_id(window) == "today"


def test_the_day_begins_with_a_copy(qtbot: QtBot, window: MainWindow, services: Services):
    qtbot.waitUntil(lambda: len(services.keeping.copies()) == 1, timeout=20_000)


def test_a_copy_that_cannot_be_made_is_said(
    qtbot: QtBot, open_window: Opener, services: Services, bakery: Strategy
):
    services.paths.backups.write_text("a file where the folder should be")
    window = open_window()
    says(qtbot, window, "Today’s copy was not made.")


def test_the_wizard_can_be_taken_up_again_from_a_page(
    qtbot: QtBot, window: MainWindow, context: AppContext
):
    context.hub.go_to("wizard", "goal")
    assert isinstance(window.current, Wizard)
    assert window.current.step.step_id == "goal"
    assert window.findChildren(Sidebar)[0].isVisible()


def test_changes_refresh_the_page_in_sight(
    qtbot: QtBot, window: MainWindow, services: Services, context: AppContext
):
    post = services.drafting.new("Which crust?", platforms=("facebook",))
    services.handing_over.start(post, "facebook")
    context.hub.tell(Changes.DRAFTS)
    says(qtbot, window, "Did “Which crust?” go out?")


def test_starting_and_looking_at_every_page_opens_no_connection(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
):
    attempts: list[object] = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *where, **_: attempts.append(where))
    for kind in PAGES:
        window.show_page(kind.page_id)
    assert attempts == []
    assert "PySide6.QtNetwork" not in sys.modules


def test_a_page_has_at_most_one_first_thing_to_do(window: MainWindow):
    for kind in PAGES:
        window.show_page(kind.page_id)
        assert window.current is not None
        buttons = [one for one in window.current.findChildren(QPushButton) if one.isVisible()]
        primary = [one.text() for one in buttons if one.property("role") == "primary"]
        assert len(primary) <= 1, (kind.page_id, primary)
