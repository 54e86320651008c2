"""Fixtures for everything with a window: real services over a folder of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from sqlite_utils import Database

from socialcoach.core.strategy.business import Business
from socialcoach.core.strategy.strategy import PlatformPurpose, Strategy
from socialcoach.paths import resource_dir
from socialcoach.services.bundle import Services
from socialcoach.services.settings import Look
from socialcoach.ui.context import AppContext
from socialcoach.ui.desktop import Desktop
from socialcoach.ui.hub import Hub, Notice
from socialcoach.ui.tasks import TaskRunner
from socialcoach.ui.theme.theme import Theme
from tests.conftest import Clock
from tests.worlds import open_world


class RecordingDesktop(Desktop):
    """Remembers what would have left the window. ``browser_opens`` False plays a broken browser."""

    def __init__(self) -> None:
        self.copied: list[str] = []
        self.addresses: list[str] = []
        self.folders: list[Path] = []
        self.browser_opens = True

    def copy_text(self, text: str) -> None:
        self.copied.append(text)

    def open_address(self, address: str) -> bool:
        self.addresses.append(address)
        return self.browser_opens

    def open_folder(self, folder: Path) -> bool:
        self.folders.append(folder)
        return True


@pytest.fixture
def world(data_dir: Path, clock: Clock) -> tuple[Database, Services]:
    """The connection and the use cases over it."""
    return open_world(data_dir, clock)


@pytest.fixture
def database(world: tuple[Database, Services]) -> Database:
    """The connection the use cases write through, to play tricks on."""
    return world[0]


@pytest.fixture
def services(world: tuple[Database, Services]) -> Services:
    """All use cases over an empty database."""
    return world[1]


@pytest.fixture
def desktop() -> RecordingDesktop:
    """A desktop that only remembers."""
    return RecordingDesktop()


@pytest.fixture
def context(
    qapp: QApplication, services: Services, desktop: RecordingDesktop
) -> Iterator[AppContext]:
    """What pages are given, in the light theme."""
    theme = Theme(qapp, resource_dir())
    theme.put_on(Look.LIGHT, 100)
    tasks = TaskRunner()
    yield AppContext(services, theme, Hub(), tasks, desktop)
    tasks.close()
    # Without this, closed windows live on and every later test dresses them again.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def bakery(services: Services) -> Strategy:
    """A bakery on Facebook and Instagram that is through with the wizard."""
    strategy = Strategy(
        business=Business(name="Hill Street Bakery", owner="Ana", trade="bakery"),
        minutes_per_week=90,
        platforms=(PlatformPurpose("facebook"), PlatformPurpose("instagram")),
    )
    services.planner.keep(strategy)
    services.planner.finish_wizard()
    return strategy


@pytest.fixture
def notices(context: AppContext) -> list[Notice]:
    """What was said at the foot of the window, the newest last."""
    found: list[Notice] = []
    context.hub.noticed.connect(found.append)
    return found


@pytest.fixture
def wanted(context: AppContext) -> list[tuple[str, object]]:
    """The pages that were asked for, and what on them."""
    found: list[tuple[str, object]] = []
    context.hub.page_wanted.connect(lambda page, what: found.append((page, what)))
    return found
