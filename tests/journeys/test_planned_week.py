"""A post is planned, its time passes while the app is closed, and it goes out when the owner says.

In the real window, started twice over the same data.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from socialcoach.app import open_services
from socialcoach.core.planning.calendar_entry import Entry
from socialcoach.core.planning.publication import PublicationStatus
from socialcoach.paths import DataPaths, resource_dir
from socialcoach.services.bundle import Services
from socialcoach.services.settings import Look
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Hub
from socialcoach.ui.main_window import MainWindow
from socialcoach.ui.planning.paper import Paper
from socialcoach.ui.tasks import TaskRunner
from socialcoach.ui.theme.theme import Theme
from tests.conftest import Clock
from tests.journeys.starting import set_up_business
from tests.ui.conftest import RecordingDesktop
from tests.ui.pages_helpers import click, says

TIP = "Keep your bread cut side down on the board. How do you keep yours?"


@contextmanager
def opened(
    qapp: QApplication, qtbot: QtBot, services: Services, desktop: RecordingDesktop
) -> Iterator[MainWindow]:
    """Open the window over some data and close it at the end, as at night."""
    theme = Theme(qapp, resource_dir())
    theme.put_on(Look.LIGHT, 100)
    context = AppContext(services, theme, Hub(), TaskRunner(), desktop)
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.show_first()
    window.show()
    yield window
    window.close()
    qtbot.waitUntil(lambda: context.tasks.is_idle, timeout=30_000)
    context.tasks.close()


def rows(services: Services) -> list[PublicationStatus]:
    """How the one post stands on its platforms."""
    (post,) = {entry.post.id for entry in everything(services)}
    return [row.status for row in services.handing_over.of_post(post)]


def everything(services: Services) -> list[Entry]:
    """What stands in the calendar around today."""
    today = services.planner.today()
    first, last = today.replace(day=1), today.replace(day=30)
    return list(services.calendar.planning.entries(first, last))


def spoken(window: MainWindow) -> str:
    """All that a screen reader finds in the calendar."""
    assert window.current is not None
    model = window.current.findChildren(QTableView)[0].model()
    squares = [
        model.index(row, column)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    return "\n".join(str(one.data(Qt.ItemDataRole.AccessibleTextRole)) for one in squares)


def test_a_planned_post_waits_for_its_owner_and_goes_out_once(
    qapp: QApplication, qtbot: QtBot, data_dir: Path, clock: Clock
):
    set_up_business(data_dir, clock)
    desktop = RecordingDesktop()
    services = open_services(DataPaths(data_dir), clock)
    with opened(qapp, qtbot, services, desktop) as window:
        paper = window.findChildren(Paper)[0]
        qtbot.keyClicks(paper, TIP)
        click(qtbot, window, "Ready to post")
        click(qtbot, window, "Plan it")
        says(qtbot, window, "Planned for Monday, 23 November, 10:00 world time.")
        click(qtbot, window, "Calendar")
        assert "Planned" in spoken(window)
    assert rows(services) == [PublicationStatus.PLANNED]

    clock.advance(days=2)
    services = open_services(DataPaths(data_dir), clock)
    with opened(qapp, qtbot, services, desktop) as window:
        says(qtbot, window, "1 post was due while the app was closed. Nothing was sent.")
        assert not desktop.copied
        assert rows(services) == [PublicationStatus.PLANNED]
        click(qtbot, window, "See them")
        says(qtbot, window, "These were due while the app was closed")
        click(qtbot, window, f"Post now: {TIP}")
        click(qtbot, window, "Copy and open Facebook")
        click(qtbot, window, "Yes, it is out")
        click(qtbot, window, "Calendar")
        assert "Tuesday, 24 November. Today. 1 post. 09:00 world time" in spoken(window)
    assert desktop.copied == [TIP]
    assert rows(services) == [PublicationStatus.OUT]
