"""Going back: to yesterday's copy, and with an export to a new computer; nothing is lost."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog

from tests.conftest import Clock
from tests.drawn_pictures import jpeg_file
from tests.journeys.owner import Steps, press, run, says, window
from tests.journeys.starting import set_up_business
from tests.worlds import open_world


def keep_text(data_dir: Path, clock: Clock, text: str) -> None:
    """Write a text into the one draft."""
    database, services = open_world(data_dir, clock)
    services.drafting.keep_text(services.drafting.drafts()[0].id, text, None)
    database.close()


def texts(data_dir: Path, clock: Clock) -> list[str]:
    """Return the texts of all drafts."""
    database, services = open_world(data_dir, clock)
    found = [one.text for one in services.drafting.drafts()]
    database.close()
    return found


def test_a_spoiled_draft_is_brought_back_and_the_later_state_is_kept(
    qapp: QApplication, data_dir: Path, clock: Clock
):
    set_up_business(data_dir, clock)
    keep_text(data_dir, clock, "How we keep our bread")
    database, services = open_world(data_dir, clock)
    services.keeping.daily()
    database.close()
    clock.advance(days=1)
    keep_text(data_dir, clock, "Spoiled")

    def steps() -> Steps:
        yield lambda: window() is not None
        found = window()
        assert found is not None
        found.show_page("settings")
        lists = [one for one in found.findChildren(QComboBox) if one.isVisible()]
        (copies,) = [one for one in lists if one.accessibleName() == "Copies on this computer"]
        copies.setCurrentIndex(copies.findText("22 November", Qt.MatchFlag.MatchStartsWith))
        press("Look inside")
        yield says("In it: 1 post, 0 people, 0 pictures.")
        press("Go back to this")
        yield says("You are back at that copy.")

    run(steps(), data_dir)
    assert texts(data_dir, clock) == ["How we keep our bread"]
    (aside,) = data_dir.glob("socialcoach-set-aside-*.db")
    database, services = open_world(data_dir, clock)
    services.restoring.go_back(aside)
    assert texts(data_dir, clock) == ["Spoiled"]


def test_an_export_comes_along_to_a_new_computer(
    qapp: QApplication, data_dir: Path, tmp_path: Path, clock: Clock
):
    set_up_business(data_dir, clock)
    keep_text(data_dir, clock, "How we keep our bread")
    database, services = open_world(data_dir, clock)
    draft = services.drafting.drafts()[0]
    picture = services.writing.pictures.add(draft.id, jpeg_file(tmp_path), "bread.jpg")
    export = services.exporting.write(tmp_path / "all.zip")
    database.close()
    elsewhere = tmp_path / "new computer"
    elsewhere.mkdir()

    def steps() -> Steps:
        yield lambda: window() is not None
        found = window()
        assert found is not None
        found.show_page("settings")
        press("Choose a file")
        (dialog,) = found.findChildren(QFileDialog)
        dialog.selectFile(str(export))
        dialog.accept()
        yield says("In it: 1 post, 0 people, 1 picture.")
        press("Go back to this")
        yield says("You are back at that copy.")

    run(steps(), elsewhere)
    assert texts(elsewhere, clock) == ["How we keep our bread"]
    assert (elsewhere / "pictures" / picture.file).is_file()
