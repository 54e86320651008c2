"""Fixtures for all tests. The environment is set before anything imports Qt."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import hypothesis
import pytest

from tests import guards

HOME = tempfile.TemporaryDirectory(prefix="socialcoach-tests-", ignore_cleanup_errors=True)
guards.enter(guards.private_world(Path(HOME.name)))

# A busy computer is not a bug, so no time limit; nothing is written into the checkout.
hypothesis.settings.register_profile("here", deadline=None, database=None)
hypothesis.settings.load_profile("here")

no_network = guards.no_network
memory_keyring = guards.memory_keyring
no_modal_dialogs = guards.no_modal_dialogs
opened_links = guards.opened_links
empty_clipboard = guards.empty_clipboard


class Clock:
    """A clock that stands still until a test moves it."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        """Return the time now, in UTC."""
        return self._now

    def set(self, now: datetime) -> None:
        """Move to a time, which must say its zone."""
        assert now.tzinfo is not None, "a time without a zone means nothing"
        self._now = now.astimezone(UTC)

    def advance(self, **by: float) -> None:
        """Move on, as in `clock.advance(days=2)`."""
        self._now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    """A clock that says Sunday 22 November 2026, 09:00 UTC."""
    return Clock(datetime(2026, 11, 22, 9, tzinfo=UTC))


@pytest.fixture
def data_dir(tmp_path: Path) -> Iterator[Path]:
    """An empty folder where the app under test keeps its data."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder
