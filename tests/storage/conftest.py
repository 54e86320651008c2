"""An open database in a folder of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from socialcoach.storage.database import open_database


@pytest.fixture
def file(data_dir: Path) -> Path:
    """Where the database is."""
    return data_dir / "socialcoach.db"


@pytest.fixture
def database(file: Path) -> Iterator[Database]:
    """An empty database, up to date."""
    opened = open_database(file)
    yield opened
    opened.close()
