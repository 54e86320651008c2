"""Leaving: everything taken along, then deleted; the app starts anew as on the first day."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import keyring
import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from socialcoach.core.planning.account import Account
from socialcoach.services.secrets import SERVICE
from socialcoach.ui.wizard.wizard import Wizard
from tests.conftest import Clock
from tests.journeys.owner import Steps, press, run, says, shows, window
from tests.journeys.starting import set_up_business
from tests.worlds import open_world


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
