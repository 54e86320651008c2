"""Services over a folder of the test's own; what never changes is read once for all tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sqlite_utils import Database

from socialcoach.app import build_services
from socialcoach.paths import DataPaths, resource_dir
from socialcoach.services.bundle import Services
from socialcoach.services.clock import Clock
from socialcoach.services.meter.reader import MeterReader
from socialcoach.storage.bundled.bundled import Bundled, load_bundled
from socialcoach.storage.database import open_database


@cache
def bundled() -> Bundled:
    """The platforms, trades and lessons; nothing changes them."""
    return load_bundled(resource_dir())


@cache
def reader() -> MeterReader:
    """One meter for all tests: its model is the same for all."""
    return MeterReader()


def open_world(folder: Path, clock: Clock) -> tuple[Database, Services]:
    """Open the data in a folder as the app does; the connection comes along, to play tricks on."""
    paths = DataPaths(folder)
    paths.create()
    database = open_database(paths.database)
    return database, build_services(database, paths, clock, bundled(), reader())
