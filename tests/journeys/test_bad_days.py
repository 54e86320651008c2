"""Bad days, each with plain words and a way back: damage, a full disk, a stick pulled out."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlite_utils import Database

from socialcoach.services.bundle import Services
from socialcoach.storage.database import connect
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Hub
from socialcoach.ui.main_window import MainWindow
from socialcoach.ui.planning.paper import Paper
from socialcoach.ui.tasks import TaskRunner
from socialcoach.ui.trouble_window import TroubleWindow
from socialcoach.window_app import make_context
from tests.conftest import Clock
from tests.journeys.starting import set_up_business, start_and
from tests.ui.conftest import RecordingDesktop
from tests.ui.pages_helpers import button, says, visible_text
from tests.worlds import open_world

RETRY_MS = 10_000
World = tuple[Database, Services, MainWindow]


@pytest.fixture
def world(qapp: QApplication, qtbot: QtBot, data_dir: Path, clock: Clock) -> World:
    """The open window of a business, Write in front, and the connection to play tricks on."""
    set_up_business(data_dir, clock)
    database, services = open_world(data_dir, clock)
    theme = make_context(qapp, services).theme
    window = MainWindow(AppContext(services, theme, Hub(), TaskRunner(), RecordingDesktop()))
    qtbot.addWidget(window)
    window.show_page("write")
    window.show()
    return database, services, window


def paper_of(window: MainWindow) -> Paper:
    """Return the sheet one writes on."""
    return window.findChildren(Paper)[0]


def paste(window: MainWindow, text: str) -> Paper:
    """Paste text into the open draft."""
    paper = paper_of(window)
    data = QMimeData()
    data.setText(text)
    paper.insertFromMimeData(data)
    return paper


def texts(services: Services) -> list[str]:
    """Return what is kept of the drafts."""
    return [draft.text for draft in services.drafting.drafts()]


def test_on_a_full_disk_the_words_stay_and_are_kept_when_there_is_room(qtbot: QtBot, world: World):
    database, services, window = world
    pages = database.execute("PRAGMA page_count").fetchone()[0]
    database.execute(f"PRAGMA max_page_count={pages + 1}")
    words = "How to keep bread. " * 5_000
    paper = paste(window, words)
    says(qtbot, window, "The disk is full.")
    says(qtbot, window, "Not saved yet")
    assert paper.text() == words
    assert texts(services) == [""]
    database.execute("PRAGMA max_page_count=1000000")
    qtbot.waitUntil(lambda: texts(services) == [words], timeout=RETRY_MS)
    says(qtbot, window, "Saved")


def test_with_the_stick_pulled_out_the_words_stay_and_are_kept_when_it_is_back(
    qtbot: QtBot, world: World, data_dir: Path
):
    _database, services, window = world
    away = data_dir.with_name("pulled out")
    data_dir.rename(away)
    paper = paste(window, "Written without the stick")
    says(qtbot, window, "SocialCoach cannot write in its folder")
    says(qtbot, window, "Not saved yet")
    assert paper.text() == "Written without the stick"
    away.rename(data_dir)
    qtbot.waitUntil(lambda: texts(services) == ["Written without the stick"], timeout=RETRY_MS)


def test_another_draft_does_not_take_the_place_of_words_not_kept(
    qtbot: QtBot, world: World, data_dir: Path
):
    _database, services, window = world
    other = services.drafting.new("Another draft")
    away = data_dir.with_name("pulled out")
    data_dir.rename(away)
    paper = paste(window, "Not kept yet")
    window.show_page("write", other.id)
    assert paper.text() == "Not kept yet"
    says(qtbot, window, "The words on the paper are not saved yet, so they stay there.")
    away.rename(data_dir)
    qtbot.waitUntil(lambda: "Not kept yet" in texts(services), timeout=RETRY_MS)
    window.show_page("write", other.id)
    assert paper.text() == "Another draft"


def test_a_damaged_file_goes_back_to_the_last_copy_and_the_next_start_is_ordinary(
    qapp: QApplication, qtbot: QtBot, data_dir: Path, clock: Clock
):
    set_up_business(data_dir, clock)
    database, services = open_world(data_dir, clock)
    services.drafting.keep_text(services.drafting.drafts()[0].id, "In the copy", None)
    services.keeping.daily()
    database.close()
    (data_dir / "socialcoach.db").write_bytes(b"scrambled" * 999)
    said: list[str] = []

    def go_back(window: TroubleWindow) -> None:
        said.append(visible_text(window))
        button(window, "Go back to the newest copy").click()
        said.append(visible_text(window))

    assert start_and(TroubleWindow, go_back, data_dir) == 1
    assert "is damaged" in said[0]
    assert "The damaged file was kept as" in said[1]
    assert start_and(MainWindow, lambda one: said.append(paper_of(one).text()), data_dir) == 0
    assert said[2] == "In the copy"


def test_a_plan_nobody_can_read_is_said_before_any_page_opens(
    qapp: QApplication, data_dir: Path, clock: Clock
):
    set_up_business(data_dir, clock)
    with closing(connect(data_dir / "socialcoach.db")) as database:
        row = {"id": 1, "body": "[1, 2", "saved_at": "2026-11-22T09:00:00.000+00:00"}
        database.table("strategy").upsert(row, pk="id")
    said: list[str] = []
    assert start_and(TroubleWindow, lambda one: said.append(visible_text(one)), data_dir) == 1
    assert "Your plan could not be read." in said[0]


def test_data_of_a_newer_version_is_not_opened_and_stays_as_it_is(
    qapp: QApplication, data_dir: Path, clock: Clock
):
    set_up_business(data_dir, clock)
    file = data_dir / "socialcoach.db"
    with closing(connect(file)) as database:
        row = {"migration_set": "socialcoach", "name": "step_999", "applied_at": "2030-01-01"}
        database.table("_sqlite_migrations").insert(row)
    before = file.read_bytes()
    said: list[str] = []
    assert start_and(TroubleWindow, lambda one: said.append(visible_text(one)), data_dir) == 1
    assert "Please install the newest version" in said[0]
    assert file.read_bytes() == before


def test_a_folder_that_cannot_be_used_is_said(qapp: QApplication, tmp_path: Path):
    taken = tmp_path / "taken"
    taken.write_text("a file, not a folder")
    said: list[str] = []
    assert start_and(TroubleWindow, lambda one: said.append(visible_text(one)), taken) == 1
    assert f"SocialCoach cannot write in its folder {taken}" in said[0]
