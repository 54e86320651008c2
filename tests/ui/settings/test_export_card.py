"""Export everything, as the owner does it: choose a place, see how far it is, stop, find it."""

from __future__ import annotations

import threading
import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QProgressBar
from pytestqt.qtbot import QtBot

from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.export_tables import table_files
from socialcoach.services.exporting import Exporting, Progress
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Notice
from socialcoach.ui.settings.export_card import ExportCard
from tests.ui.conftest import RecordingDesktop
from tests.ui.pages_helpers import button, click, find_button, says


@pytest.fixture
def card(qtbot: QtBot, context: AppContext, bakery: Strategy) -> ExportCard:
    """The card, open in a window."""
    made = ExportCard(context)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(qtbot: QtBot, card: ExportCard, file: Path) -> None:
    """Ask for an export and name a file for it."""
    click(qtbot, card, "Export everything")
    (dialog,) = card.findChildren(QFileDialog)
    dialog.selectFile(str(file))
    dialog.accept()


def test_the_file_is_written_and_its_folder_can_be_opened(
    qtbot: QtBot,
    card: ExportCard,
    notices: list[Notice],
    desktop: RecordingDesktop,
    tmp_path: Path,
):
    choose(qtbot, card, tmp_path / "mine.zip")
    qtbot.waitUntil(lambda: bool(notices))
    assert notices[0].text == "Everything was exported: mine.zip"
    assert notices[0].button == "Open folder"
    assert zipfile.is_zipfile(tmp_path / "mine.zip")
    assert notices[0].action is not None
    notices[0].action()
    assert desktop.folders == [tmp_path]
    assert button(card, "Export everything").isEnabled()
    assert find_button(card, "Stop the export") is None


def test_a_name_with_the_day_is_suggested(qtbot: QtBot, card: ExportCard):
    click(qtbot, card, "Export everything")
    (dialog,) = card.findChildren(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "socialcoach-2026-11-22.zip"
    dialog.reject()


def test_an_export_under_way_can_be_stopped_and_leaves_no_file(
    qtbot: QtBot, card: ExportCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    go, write = threading.Event(), Exporting.write

    def slow(self: Exporting, wanted: Path, go_on: Progress) -> Path:
        def patient(done: int, total: int) -> bool:
            answer = go_on(done, total)
            if done == 2:
                go.wait(10)
            return answer

        return write(self, wanted, patient)

    monkeypatch.setattr(Exporting, "write", slow)
    choose(qtbot, card, tmp_path / "mine.zip")
    says(qtbot, card, f"Writing: 2 of {len(table_files()) + 2} files")
    assert card.findChildren(QProgressBar)[0].value() == 2
    assert not button(card, "Export everything").isEnabled()
    click(qtbot, card, "Stop the export")
    go.set()
    says(qtbot, card, "Stopped. No file was written, and nothing was changed.")
    assert list(tmp_path.glob("mine*")) == []


def test_a_place_that_cannot_be_written_to_is_said_on_the_card(
    qtbot: QtBot, card: ExportCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(*_given: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    choose(qtbot, card, tmp_path / "mine.zip")
    says(qtbot, card, f"The export could not be written in {tmp_path}.")
    assert button(card, "Export everything").isEnabled()
