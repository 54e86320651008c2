"""The card of best times, on the page and in the report."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from tests.ui.pages_helpers import click, says
from tests.ui.progress_helpers import open_progress, post_seen, six_months


def better_evenings(services: Services) -> None:
    """Post for half a year on Monday mornings and on Tuesday evenings, which do far better."""
    start = datetime(2026, 5, 4, tzinfo=UTC)
    for week in range(25):
        monday = start + timedelta(weeks=week)
        post_seen(services, monday + timedelta(hours=9), "facebook", 1000, 20 + week % 7)
        post_seen(services, monday + timedelta(days=1, hours=19), "facebook", 1000, 60 + week % 9)


def test_times_that_are_alike_are_said_to_be_chance(context: AppContext, qtbot: QtBot) -> None:
    six_months(context.services)
    says(qtbot, open_progress(context, qtbot), "No time of the week stands out over 72 posts.")


def test_a_better_time_is_named_with_how_sure_it_is(context: AppContext, qtbot: QtBot) -> None:
    better_evenings(context.services)
    page = open_progress(context, qtbot)
    says(qtbot, page, "Tuesday evening does better than your other times.")
    says(qtbot, page, "What you posted then may matter more than when.")


def test_the_table_of_times_is_saved(context: AppContext, qtbot: QtBot, tmp_path: Path) -> None:
    better_evenings(context.services)
    page = open_progress(context, qtbot)
    click(qtbot, page, "Save the table “Best time to post”")
    [dialog] = page.findChildren(QFileDialog)
    dialog.selectFile(str(tmp_path / "times.csv"))
    dialog.accept()
    qtbot.waitUntil(lambda: (tmp_path / "times.csv").exists())
    written = (tmp_path / "times.csv").read_text(encoding="utf-8-sig")
    assert written.splitlines()[1].startswith("Tuesday evening,6")
