"""Who may import whom: ui -> services -> storage -> core. Imports inside functions count too."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_archon import archrule

from tests.source import PACKAGE, PROJECT

ENTRANCE = (
    "socialcoach.app*",
    "socialcoach.window_app*",
    "socialcoach.cli*",
    "socialcoach.__main__",
)
QT = ("PySide6*", "shiboken6*", "qtawesome*", "qtpy*", "matplotlib.backends.backend_qt*")
OUTSIDE = ("sqlite3*", "sqlite_utils*", "keyring*", "httpx*", "platformdirs*", "tzlocal*")
HEAVY = ("matplotlib*", "numpy*", "keyring*", "httpx*", "cryptography*")
MACHINE = (
    *("os", "os.*", "shutil*", "subprocess*", "socket*", "ssl*", "http.*", "urllib.request*"),
    *(
        "tempfile*",
        "time",
        "threading*",
        "multiprocessing*",
        "concurrent*",
        "asyncio*",
        "webbrowser*",
    ),
)
# `Meter.load()` is the one place in core that reads: the bundled model and its two small tables.
READS_THE_BUNDLED_MODEL = {"socialcoach/core/meter/model.py", "socialcoach/core/meter/engine.py"}
TOUCHES_THE_WORLD = {
    *("open", "input", "print", "eval", "exec"),
    *("now", "utcnow", "today", "monotonic", "perf_counter", "getenv"),
    *("read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink", "touch", "rename"),
    *("exists", "is_file", "is_dir", "iterdir", "glob", "rglob", "stat", "resolve", "urandom"),
}


def test_core_imports_no_other_floor_and_nothing_of_the_machine() -> None:
    (
        archrule("core is pure", comment="rules take what they need as arguments")
        .match("socialcoach.core*")
        .should_not_import("socialcoach.storage*", "socialcoach.services*", "socialcoach.ui*")
        .should_not_import(*ENTRANCE, "socialcoach.paths", *QT, *OUTSIDE, *HEAVY, *MACHINE)
        .check("socialcoach")
    )


def test_storage_imports_only_core() -> None:
    (
        archrule("storage stands on core")
        .match("socialcoach.storage*")
        .should_not_import("socialcoach.services*", "socialcoach.ui*", *ENTRANCE, *QT, *HEAVY)
        .check("socialcoach")
    )


def test_services_import_only_storage_and_core() -> None:
    (
        archrule("services stand on storage and core")
        .match("socialcoach.services*")
        .should_not_import("socialcoach.ui*", *ENTRANCE, *QT)
        .check("socialcoach")
    )


def test_ui_reaches_storage_only_through_services() -> None:
    (
        archrule("ui asks services")
        .match("socialcoach.ui*")
        .should_not_import(
            "socialcoach.storage*", "sqlite3*", "sqlite_utils*", "keyring*", "httpx*"
        )
        .check("socialcoach", only_direct_imports=True)
    )


def test_only_the_entrance_imports_the_entrance() -> None:
    (
        archrule("wiring happens in one place")
        .match("socialcoach*")
        .exclude(*ENTRANCE)
        .should_not_import(*ENTRANCE)
        .check("socialcoach")
    )


def test_nothing_heavy_is_imported_when_the_app_starts() -> None:
    (
        archrule("heavy packages wait until they are needed")
        .match(*ENTRANCE)
        .should_not_import(*HEAVY)
        .check("socialcoach", only_toplevel_imports=True)
    )


def siblings(folder: str) -> list[str]:
    """Return the modules and packages directly in a folder of the app, without its helpers."""
    here = PROJECT / "socialcoach" / folder
    names = sorted(path.stem for path in here.iterdir() if is_code(path))
    return [f"socialcoach.{folder.replace('/', '.')}.{name}" for name in names]


def is_code(path: Path) -> bool:
    """Tell a module or a package from other entries of a folder."""
    return path.suffix == ".py" or (path / "__init__.py").exists()


SHARED = {
    "ui/pages": {"__init__", "page"},
    "ui/wizard": {"__init__", "step", "wizard", "sheet", "footer"},
}


@pytest.mark.parametrize("folder", sorted(SHARED))
def test_pages_and_steps_never_import_one_another(folder: str) -> None:
    rooms = [name for name in siblings(folder) if name.rpartition(".")[2] not in SHARED[folder]]
    assert rooms, f"nothing found in {folder}"
    for room in rooms:
        others = [pattern for other in rooms if other != room for pattern in (other, f"{other}.*")]
        (
            archrule(f"{room} stands alone", comment="go elsewhere by a signal")
            .match(room, f"{room}.*")
            .should_not_import(*others)
            .check("socialcoach", only_direct_imports=True)
        )


def test_core_touches_neither_clock_nor_disk() -> None:
    found = [
        f"{source.at(call)} calls {name}"
        for source in PACKAGE
        if source.name.startswith("socialcoach/core/")
        and source.name not in READS_THE_BUNDLED_MODEL
        for call, name in source.calls()
        if name.rpartition(".")[2] in TOUCHES_THE_WORLD
    ]
    assert not found, "\n".join(found)


def test_each_floor_has_the_same_five_rooms() -> None:
    rooms = {"strategy", "meter", "planning", "progress", "relations"}
    floors = {source.path.parent for source in PACKAGE}
    for floor in ("core", "storage", "services"):
        here = {folder.name for folder in floors if folder.parent.name == floor}
        strangers = here - rooms - {"words", "publishing", "bundled", "migrations"}
        assert not strangers, f"{floor} has rooms of another name: {strangers}"
