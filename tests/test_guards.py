"""The guards themselves: each stops what it is there to stop."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot

from socialcoach.paths import DataPaths
from tests.conftest import Clock

PROJECT = Path(__file__).resolve().parent.parent
OUR_GUARDS = """
from tests.conftest import (  # noqa: F401
    empty_clipboard, memory_keyring, no_modal_dialogs, no_network, opened_links,
)
"""
FORBIDDEN = {
    "a connection to the internet": """
import contextlib, socket
def test_it():
    with contextlib.suppress(OSError):
        socket.create_connection(("192.0.2.1", 80), timeout=0.2)
""",
    "a connection whose failure is swallowed": """
import contextlib, socket
def test_it():
    with contextlib.suppress(Exception):
        socket.create_connection(("192.0.2.1", 80), timeout=0.2)
""",
    "the internet from an integration test": """
import contextlib, pytest, socket
@pytest.mark.integration
def test_it():
    with contextlib.suppress(OSError):
        socket.create_connection(("192.0.2.1", 80), timeout=0.2)
""",
    "a modal question": """
from PySide6.QtWidgets import QMessageBox
def test_it(qtbot):
    QMessageBox.question(None, "Sure", "Really")
""",
    "a modal dialog of our own": """
from PySide6.QtWidgets import QDialog
class Ours(QDialog):
    pass
def test_it(qtbot):
    Ours().exec()
""",
    "a modal dialog opened by a click": """
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
def test_it(qtbot):
    button = QPushButton("Open")
    qtbot.addWidget(button)
    button.clicked.connect(lambda: QFileDialog.getOpenFileName(None, "Open"))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
""",
    "a Qt warning": """
from PySide6.QtCore import qWarning
def test_it(qtbot):
    qWarning("something is wrong")
""",
    "an error in a slot": """
from PySide6.QtWidgets import QPushButton
def test_it(qtbot):
    button = QPushButton("Go")
    qtbot.addWidget(button)
    button.clicked.connect(lambda: 1 / 0)
    button.click()
""",
    "a Python warning": """
import warnings
def test_it():
    warnings.warn("old", DeprecationWarning)
""",
    "a file left open": """
import gc
def test_it(tmp_path):
    (tmp_path / "a").open("w")
    gc.collect()
""",
    "an unknown marker": """
import pytest
@pytest.mark.sometime
def test_it():
    pass
""",
}


ALLOWED = {
    "nothing of the kind": """
def test_it(qtbot):
    pass
""",
    "a marked connection to this machine": """
import pytest, socket
@pytest.mark.network
def test_it():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()
""",
}


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bool]:
    """Run all samples in a pytest of their own, under our guards; tell which of them passed."""
    folder = tmp_path_factory.mktemp("samples")
    (folder / "conftest.py").write_text(OUR_GUARDS, encoding="utf-8")
    samples = FORBIDDEN | ALLOWED
    for number, text in enumerate(samples.values()):
        (folder / f"test_{number}.py").write_text(text, encoding="utf-8")
    settings = (
        "-c",
        str(PROJECT / "pyproject.toml"),
        "-p",
        "no:cacheprovider",
        "-p",
        "no:randomly",
    )
    pytest_words = (*settings, "--continue-on-collection-errors", "--tb=no", "-rA", str(folder))
    result = subprocess.run(
        [sys.executable, "-m", "pytest", *pytest_words],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    passed = {int(n) for n in re.findall(r"^PASSED .*test_(\d+)\.py", result.stdout, re.MULTILINE)}
    failed = re.findall(r"^(?:FAILED|ERROR) .*test_(\d+)\.py", result.stdout, re.MULTILINE)
    seen = {int(number) for number in failed} | passed
    assert seen == set(range(len(samples))), result.stdout + result.stderr
    return {what: n in passed and str(n) not in failed for n, what in enumerate(samples)}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_a_test_fails_for(what: str, verdicts: dict[str, bool]) -> None:
    assert not verdicts[what]


@pytest.mark.parametrize("what", ALLOWED)
def test_a_test_passes_with(what: str, verdicts: dict[str, bool]) -> None:
    assert verdicts[what]


def test_the_keyring_is_empty_and_in_memory() -> None:
    import keyring

    assert keyring.get_password("SocialCoach", "bakery") is None
    keyring.set_password("SocialCoach", "bakery", "secret")
    assert keyring.get_password("SocialCoach", "bakery") == "secret"
    assert type(keyring.get_keyring()).__name__ == "MemoryKeyring"


def test_a_second_test_finds_the_keyring_empty_again() -> None:
    test_the_keyring_is_empty_and_in_memory()


def test_links_are_recorded_and_not_opened(opened_links: list[str]) -> None:
    assert QDesktopServices.openUrl(QUrl("https://example.org/shop"))
    assert opened_links == ["https://example.org/shop"]


@pytest.mark.parametrize("turn", [1, 2])
def test_the_clipboard_starts_empty(turn: int, qtbot: QtBot) -> None:
    assert QGuiApplication.clipboard().text() == ""
    QGuiApplication.clipboard().setText(f"left by turn {turn}")


def test_the_apps_own_folder_is_not_the_persons(tmp_path: Path) -> None:
    assert "socialcoach-tests-" in str(DataPaths.default().folder)


def test_tests_run_in_the_zone_they_say() -> None:
    assert os.environ["TZ"] in (time.tzname[0], os.environ.get("SOCIALCOACH_TEST_ZONE"))


def test_the_clock_stands_still_until_it_is_moved(clock: Clock) -> None:
    assert clock.now() == datetime(2026, 11, 22, 9, tzinfo=UTC)
    clock.advance(days=1)
    assert clock.now() - datetime(2026, 11, 22, 9, tzinfo=UTC) == timedelta(days=1)
