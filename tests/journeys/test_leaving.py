"""Leaving: everything taken along, then deleted; the app starts anew as on the first day."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from socialcoach.core.planning.account import Account
from socialcoach.services.secrets import SERVICE
from socialcoach.ui.main_window import MainWindow
from socialcoach.ui.wizard.wizard import Wizard
from socialcoach.window_app import open_window
from tests.conftest import Clock
from tests.journeys.starting import LOOK_EVERY_MS, set_up_business
from tests.ui.pages_helpers import find_button, visible_text
from tests.worlds import open_world

Steps = Iterator[Callable[[], bool]]
PATIENCE = 6_000 // LOOK_EVERY_MS


class Owner:
    """Sits before the real window: does a step, waits until what it waits for is there, goes on."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._is_ready: Callable[[], bool] = lambda: True
        self._looks = 0
        self.failed: BaseException | None = None
        self._timer = QTimer(interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        self._looks += 1
        try:
            assert self._looks < PATIENCE, f"waited for too long:\n{visible_text(window())[-900:]}"
            if self._is_ready():
                self._is_ready = next(self._steps)
        except StopIteration:
            self._leave()
        except BaseException as error:  # said by the test, not swallowed by the event loop
            self.failed = error
            self._leave()

    def _leave(self) -> None:
        """Close the window as owners do: that ends the app, and the next test finds no window."""
        self._timer.stop()
        found = window()
        if found is None or not found.close():
            QApplication.exit(0)


def window() -> MainWindow | None:
    """Return the window that shows."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
    return next((one for one in found if one.isVisible()), None)


def shows(kind: type) -> bool:
    """Tell whether a page or the wizard of this kind is in front."""
    found = window()
    return found is not None and isinstance(found.current, kind)


def press(words: str) -> None:
    """Press a button of the window."""
    found = window()
    assert found is not None
    button = find_button(found, words)
    assert button is not None, words
    button.click()


def says(words: str) -> Callable[[], bool]:
    """Return whether the window says something."""

    def look() -> bool:
        found = window()
        return found is not None and words in visible_text(found)

    return look


def delete_all(name: str) -> Steps:
    """Open Settings, type the name, delete, and wait for the window that comes then."""
    found = window()
    assert found is not None
    found.show_page("settings", "delete")
    question = f"Type “{name}” to go on"
    yield says(question)
    lines = [one for one in found.findChildren(QLineEdit) if one.isVisible()]
    (line,) = [one for one in lines if one.accessibleName() == question]
    line.setText(name)
    press("Delete everything")
    yield says("Everything was deleted.")


def files_in(folder: Path) -> set[str]:
    """Return the files in a folder and below it."""
    return {one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()}


def run(steps: Steps, folder: Path, *, demo: bool = False) -> None:
    """Start SocialCoach for real and let the owner take the steps."""
    owner = Owner(steps)
    assert open_window(folder, demo=demo) == 0
    if owner.failed is not None:
        raise owner.failed


@pytest.fixture
def account(data_dir: Path, clock: Clock) -> Account:
    """A business with drafts, copies and an account on Bluesky."""
    set_up_business(data_dir, clock)
    database, services = open_world(data_dir, clock)
    draft = services.drafting.drafts()[0]
    services.drafting.keep_text(draft.id, "How we keep our bread", None)
    services.keeping.copy_now()
    began = datetime(2026, 11, 20, tzinfo=UTC)
    made = Account("bluesky:did:plc:x", "bluesky", "bsky.social", "hill.example", "Hill", began)
    services.publishing.accounts.connect(made, "secret")
    database.close()
    return made


def test_everything_is_taken_along_then_deleted_and_the_wizard_opens(
    qapp: QApplication, data_dir: Path, tmp_path: Path, account: Account
):
    export = tmp_path / "taken along.zip"
    (data_dir / "my own letter.odt").write_text("not SocialCoach’s")

    def steps() -> Steps:
        yield lambda: window() is not None
        found = window()
        assert found is not None
        found.show_page("settings")
        press("Export everything")
        (dialog,) = found.findChildren(QFileDialog)
        dialog.selectFile(str(export))
        dialog.accept()
        yield says("Everything was exported: taken along.zip")
        yield from delete_all("Hill Street")
        assert says("SocialCoach starts anew.")()
        assert shows(Wizard)

    run(steps(), data_dir)
    assert keyring.get_password(SERVICE, account.id) is None
    assert (data_dir / "my own letter.odt").exists()
    with zipfile.ZipFile(export) as opened:
        assert "How we keep our bread" in opened.read("posts.csv").decode("utf-8-sig")
    left = b"".join((data_dir / name).read_bytes() for name in files_in(data_dir))
    assert b"How we keep our bread" not in left


def test_words_on_the_paper_do_not_come_back_into_the_new_data(
    qapp: QApplication, data_dir: Path, clock: Clock, account: Account
):
    def steps() -> Steps:
        yield lambda: window() is not None
        found = window()
        assert found is not None
        found.show_page("write")
        yield from delete_all("Hill Street")

    run(steps(), data_dir)
    _database, services = open_world(data_dir, clock)
    assert services.drafting.drafts() == []
    assert services.planner.strategy().business.name == ""
    assert not services.planner.wizard_is_done()


def test_the_sample_is_fresh_again_and_nothing_real_is_touched(
    qapp: QApplication, data_dir: Path, tmp_path: Path, account: Account
):
    before = {name: (data_dir / name).read_bytes() for name in files_in(data_dir)}
    sample = tmp_path / "sample"

    def steps() -> Steps:
        yield lambda: window() is not None
        yield from delete_all("Rosa's Bakery")
        assert says("This is the sample, fresh from the start.")()
        assert says("Rosa's Bakery")()

    run(steps(), sample, demo=True)
    assert keyring.get_password(SERVICE, account.id) == "secret"
    assert {name: (data_dir / name).read_bytes() for name in files_in(data_dir)} == before
