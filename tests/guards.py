"""What no test may do: leave this machine, touch the owner's passwords or files, or open a dialog.

`conftest.py` sets the environment before Qt starts and turns these fixtures on for every test.
"""

from __future__ import annotations

import getpass
import os
import socket
import sys
import tempfile
import time
import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QDialog,
    QFileDialog,
    QFontDialog,
    QInputDialog,
    QMenu,
    QMessageBox,
)

MODAL: dict[type[Any], tuple[str, ...]] = {
    QDialog: ("exec",),
    QMenu: ("exec",),
    QMessageBox: ("exec", "about", "aboutQt", "critical", "information", "question", "warning"),
    QFileDialog: (
        *("exec", "getExistingDirectory", "getExistingDirectoryUrl", "getOpenFileName"),
        *("getOpenFileNames", "getOpenFileUrl", "getOpenFileUrls", "getSaveFileName"),
        "getSaveFileUrl",
    ),
    QInputDialog: ("exec", "getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
    QColorDialog: ("exec", "getColor"),
    QFontDialog: ("exec", "getFont"),
}
MAY_CONNECT = ("network", "integration")


class Forbidden(AssertionError):
    """A test did something that would reach beyond it."""


def private_world(home: Path) -> dict[str, str]:
    """Return the environment for all tests: own home, C locale, a known time zone, no screen.

    Set SOCIALCOACH_TEST_ZONE to run the suite as if the computer stood somewhere else.
    """
    zone = os.environ.get("SOCIALCOACH_TEST_ZONE", "UTC")
    owned = (
        "HOME",
        "APPDATA",
        "LOCALAPPDATA",
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "XDG_STATE_HOME",
    )
    servers = os.environ.get("SOCIALCOACH_SERVERS") or str(cache_folder() / "socialcoach-servers")
    # Which fonts and letters there are is slow to find out, so it is kept for the next time.
    kept = str(Path(tempfile.gettempdir()) / f"socialcoach-tests-{getpass.getuser()}")
    return {
        **dict.fromkeys(owned, str(home)),
        "XDG_CACHE_HOME": kept,
        "MPLCONFIGDIR": kept,
        "SOCIALCOACH_SERVERS": servers,
        "NO_PROXY": "127.0.0.1,localhost",
        "HYPOTHESIS_STORAGE_DIRECTORY": kept,
        "LC_ALL": "C.UTF-8",
        "LANG": "C.UTF-8",
        "LANGUAGE": "",
        "TZ": zone,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHON_KEYRING_BACKEND": "tests.memory_keyring.MemoryKeyring",
    }


def cache_folder() -> Path:
    """Return where `packaging/dev.py servers` keeps the servers: the cache of the real home."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def enter(world: dict[str, str]) -> None:
    """Put the environment in force; child processes inherit it."""
    os.environ.update(world)
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.fixture(autouse=True)
def no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Refuse connections; tests marked `network` or `integration` may reach this machine only.

    The attempt fails the test even where the app takes the error for a bad connection.
    """
    marked = any(request.node.get_closest_marker(name) for name in MAY_CONNECT)
    attempts: list[object] = []

    def guard(original: Callable[..., Any]) -> Callable[..., Any]:
        def connect(self: socket.socket, address: Any) -> Any:
            if marked and is_local(self, address):
                return original(self, address)
            attempts.append(address)
            raise Forbidden(f"A test tried to connect to {address!r}.")

        return connect

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, guard(getattr(socket.socket, name)))
    yield
    if attempts:
        pytest.fail(f"A test tried to connect to {attempts!r}.")


def is_local(connection: socket.socket, address: Any) -> bool:
    """Tell whether an address is on this machine."""
    if connection.family not in (socket.AF_INET, socket.AF_INET6):
        return True
    return str(address[0]).startswith("127.") or address[0] in ("localhost", "::1")


@pytest.fixture(autouse=True)
def memory_keyring() -> None:
    """Start each test with an empty keyring in memory; never the system's own."""
    if "keyring" in sys.modules:
        import keyring

        from tests.memory_keyring import MemoryKeyring

        keyring.set_keyring(MemoryKeyring())


@pytest.fixture(autouse=True)
def no_modal_dialogs(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail where the app would stop and wait for a dialog that no test can answer."""
    opened: list[str] = []

    def refuse(name: str) -> Callable[..., NoReturn]:
        def refusal(*_arguments: object, **_options: object) -> NoReturn:
            opened.append(name)
            raise Forbidden(f"{name} would block the window; show it without waiting instead.")

        return refusal

    with monkeypatch.context() as patch:
        for kind, names in MODAL.items():
            for name in names:
                patch.setattr(kind, name, refuse(f"{kind.__name__}.{name}"))
        yield
    if opened:
        pytest.fail(f"A dialog would have blocked the window: {', '.join(opened)}.")


@pytest.fixture(autouse=True)
def opened_links(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Record the links the app opens in the browser or file manager, instead of opening them."""
    links: list[str] = []

    def open_url(url: QUrl | str) -> bool:
        links.append(QUrl(url).toString())
        return True

    def browse(url: str, *_options: object, **_more: object) -> bool:
        return open_url(url)

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    for name in ("open", "open_new", "open_new_tab"):
        monkeypatch.setattr(webbrowser, name, browse)
    return links


@pytest.fixture(autouse=True)
def empty_clipboard() -> Iterator[None]:
    """Leave nothing on the clipboard for the next test (offscreen it is this process's own)."""
    yield
    if isinstance(QApplication.instance(), QApplication):
        QGuiApplication.clipboard().clear()
