"""Use cases over an empty database, without a window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from socialcoach.services.bundle import Services
from tests.conftest import Clock
from tests.worlds import open_world

World = tuple[Database, Services]


@pytest.fixture
def world(data_dir: Path, clock: Clock) -> Iterator[World]:
    """The connection and the use cases over it."""
    database, services = open_world(data_dir, clock)
    yield database, services
    database.close()


@pytest.fixture
def database(world: World) -> Database:
    """The connection the use cases write through."""
    return world[0]


@pytest.fixture
def services(world: World) -> Services:
    """All use cases over an empty database."""
    return world[1]
