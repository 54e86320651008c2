"""The whole way once, in the real window: from nothing to the first month's chart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socialcoach.app import open_services
from socialcoach.paths import DataPaths, resource_dir
from socialcoach.services.bundle import Services
from socialcoach.services.settings import Look
from socialcoach.ui.charts.canvas import ChartCanvas
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Hub
from socialcoach.ui.main_window import MainWindow
from socialcoach.ui.planning.paper import Paper
from socialcoach.ui.tasks import TaskRunner
from socialcoach.ui.theme.theme import Theme
from tests.conftest import Clock
from tests.services.progress.importing.exports import facebook_row, write_facebook
from tests.ui.conftest import RecordingDesktop
from tests.ui.pages_helpers import click, field, says, visible_text

TIP = "Keep your bread cut side down on the board. How do you keep yours? "


@pytest.fixture
def desktop() -> RecordingDesktop:
    """A desktop that only remembers."""
    return RecordingDesktop()


@pytest.fixture
def services(data_dir: Path, clock: Clock) -> Services:
    """All use cases on the first start."""
    return open_services(DataPaths(data_dir), clock)


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, services: Services, desktop: RecordingDesktop
) -> Iterator[MainWindow]:
    """The window as a newcomer sees it first."""
    theme = Theme(qapp, resource_dir())
    theme.put_on(Look.LIGHT, 100)
    context = AppContext(services, theme, Hub(), TaskRunner(), desktop)
    made = MainWindow(context)
    qtbot.addWidget(made)
    made.show_first()
    made.show()
    yield made
    made.close()
    qtbot.waitUntil(lambda: context.tasks.is_idle, timeout=20_000)
    context.tasks.close()


def walk_the_wizard(qtbot: QtBot, window: MainWindow) -> None:
    """Answer as a baker in a hurry would, likes and all."""
    click(qtbot, window, "Let us begin")
    qtbot.keyClicks(field(window, "What is your business called?"), "Hill Street Bakery")
    qtbot.keyClicks(field(window, "What do you do?"), "baker")
    click(qtbot, window, "Next")
    click(qtbot, window, "warm")
    click(qtbot, window, "Next")
    qtbot.keyClicks(field(window, "What should change for your business?"), "get 250 likes")
    says(qtbot, window, "And what will you do with those 250 likes?")
    click(qtbot, window, "More people nearby should know us and come")
    click(qtbot, window, "That is my goal")
    click(qtbot, window, "1 hour 30 minutes")
    click(qtbot, window, "Photos")
    click(qtbot, window, "Next")
    click(qtbot, window, "These are my places")
    says(qtbot, window, "Here is your plan, on one page")


def write_and_post(qtbot: QtBot, window: MainWindow, desktop: RecordingDesktop) -> None:
    """Write a tip and hand it over to Facebook."""
    click(qtbot, window, "New post")
    qtbot.keyClicks(window.findChildren(Paper)[0], TIP)
    click(qtbot, window, "Ready to post")
    click(qtbot, window, "Copy and open Facebook")
    assert desktop.copied[-1] == TIP
    click(qtbot, window, "Yes, it is out")
    says(qtbot, window, "Out on Facebook, just now.")


def october(file: Path) -> Path:
    """Write an export of Meta Business Suite with a post on each of 24 days in October."""
    days = range(1, 25)
    rows = [facebook_row(day, Publish_time=f"10/{day:02}/2026 03:30") for day in days]
    return write_facebook(file, rows)


def drop(window: MainWindow, file: Path) -> None:
    """Drop a file on the window, as from the file manager."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    middle = QPointF(window.rect().center())
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(middle, Qt.DropAction.CopyAction, data, buttons, keys)
    window.dropEvent(event)


def test_a_newcomer_comes_from_nothing_to_the_first_months_chart(
    qtbot: QtBot,
    window: MainWindow,
    services: Services,
    desktop: RecordingDesktop,
    tmp_path: Path,
):
    walk_the_wizard(qtbot, window)
    click(qtbot, window, "Write this")
    assert services.drafting.drafts()[0].idea
    write_and_post(qtbot, window, desktop)

    drop(window, october(tmp_path / "page.csv"))
    click(qtbot, window, "Bring them in")
    says(qtbot, window, "Your numbers are in")
    click(qtbot, window, "Close")
    pictures = window.findChildren(ChartCanvas)
    qtbot.waitUntil(lambda: sum(one.drawn is not None for one in pictures) >= 2, timeout=20_000)
    says(qtbot, window, "people who saw a post did something")

    click(qtbot, window, "My plan")
    says(qtbot, window, "Hill Street Bakery")
    click(qtbot, window, "Today")
    assert "of your last 10 posts" in visible_text(window)
    assert services.planner.strategy().goal.said == "get 250 likes"
