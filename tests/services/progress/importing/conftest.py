"""An importer on an empty database, and a way to look at what it wrote."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlite_utils import Database

from socialcoach.paths import resource_dir
from socialcoach.services.progress.importing.importer import Importing
from socialcoach.storage.database import open_database

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


class StandingClock:
    """A clock that always says 22 November 2026, 09:00 UTC."""

    def now(self) -> datetime:
        """Return that moment."""
        return NOW


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty, up-to-date database."""
    opened = open_database(tmp_path / "socialcoach.db")
    yield opened
    opened.close()


@pytest.fixture
def importing(tmp_path: Path, database: Database) -> Importing:
    """An importer for a business in Berlin."""
    assert database is not None
    folder = resource_dir() / "importers"
    return Importing(
        tmp_path / "socialcoach.db", folder, StandingClock(), lambda: ZoneInfo("Europe/Berlin")
    )
