"""Prints how long the calendar takes with 5,000 entries a year over three years; asserts nothing.

The yardsticks anybody can measure: the same rows by plain ``sqlite3``, and Qt's own month,
``QCalendarWidget``, which shows numbers only. Run ``python -m tests.benchmarks.bench_calendar``.
"""

from __future__ import annotations

import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication, QCalendarWidget
from sqlite_utils import Database

from socialcoach.core.planning.calendar_days import View
from socialcoach.core.strategy.business import Business
from socialcoach.core.strategy.strategy import PlatformPurpose, Strategy
from socialcoach.paths import resource_dir
from socialcoach.services.bundle import Services
from socialcoach.services.settings import Look
from socialcoach.storage.times import to_text
from socialcoach.ui.context import AppContext
from socialcoach.ui.desktop import Desktop
from socialcoach.ui.hub import Hub
from socialcoach.ui.pages.calendar import CalendarPage
from socialcoach.ui.tasks import TaskRunner
from socialcoach.ui.theme.theme import Theme
from tests.benchmarks.bench_progress import post_row
from tests.worlds import open_world

A_YEAR, YEARS = 5_000, 3
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
FIRST, LAST = date(2026, 10, 26), date(2026, 12, 6)
SIZE = (1040, 780)


class StillClock:
    """A clock that stands still."""

    def now(self) -> datetime:
        """Return the same moment each time."""
        return NOW


def fill(database: Database) -> None:
    """Write two years of history and a year of plans, on one platform or two."""
    dice = random.Random(7)
    posts, rows = [], []
    for number in range(1, A_YEAR * YEARS + 1):
        at = NOW + timedelta(days=365 * (dice.random() * YEARS - 2))
        posts.append(post_row(number, to_text(at), dice.choice(("tip", "offer", "story"))))
        posts[-1]["status"] = "out" if at < NOW else "ready"
        rows.append(publication_row(number, at, dice.choice(("facebook", "instagram"))))
    database.table("post").insert_all(posts)
    database.table("publication").insert_all(rows)


def publication_row(number: int, at: datetime, platform: str) -> dict[str, object]:
    """Return a row that is out, or planned for a day to come."""
    ahead = at > NOW
    return {
        "id": number,
        "post_id": number,
        "platform": platform,
        "status": "planned" if ahead else "out",
        "at": to_text(at),
        "text": "",
        "permalink": "",
        "source": "sample",
        "planned_for": to_text(at) if ahead else None,
        "zone": "Europe/London",
    }


def best_of(work: Callable[[], object], times: int = 7) -> float:
    """Return the best time in milliseconds, of the processor alone: the machine may be busy."""
    found = []
    for _ in range(times):
        begin = time.process_time()
        work()
        found.append((time.process_time() - begin) * 1000)
    return min(found)


def say(what: str, took: float, yardstick: float = 0.0, name: str = "") -> None:
    """Print a time, and how many times the yardstick it is."""
    ratio = f"   {took / yardstick:6.1f} x {name} ({yardstick:.1f} ms)" if yardstick else ""
    sys.stdout.write(f"{what:34} {took:8.1f} ms{ratio}\n")


def read_plainly(file: Path) -> list[object]:
    """Return the month's rows with their posts, as anybody would read them."""
    query = (
        "select * from publication join post on post.id = publication.post_id "
        "where publication.at >= ? and publication.at < ?"
    )
    span = [to_text(datetime(2026, 10, 26, tzinfo=UTC)), to_text(datetime(2026, 12, 7, tzinfo=UTC))]
    with sqlite3.connect(file) as connection:
        return connection.execute(query, span).fetchall()


def draw(app: QApplication, services: Services) -> None:
    """Time the page against Qt's own month."""
    theme = Theme(app, resource_dir())
    theme.put_on(Look.LIGHT, 100)
    context = AppContext(services, theme, Hub(), TaskRunner(), Desktop())
    page, plain = CalendarPage(context), QCalendarWidget()
    for widget in (page, plain):
        widget.resize(*SIZE)
        widget.show()
        widget.grab()
    turns = [date(2026, 11, 22), date(2027, 3, 22)]
    yardstick = best_of(lambda: (plain.showNextMonth(), plain.grab()))

    def turn() -> None:
        turns.reverse()
        page.open_item(turns[0])
        page.grab()

    for view in View:
        page.open_item(view)
        say(f"turning and drawing a {view}", best_of(turn), yardstick, "QCalendarWidget")
    say("reading everything on the page", best_of(page.refresh))
    context.tasks.close()


def main() -> None:
    """Fill a database and time what the page asks for."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database, services = open_world(folder, StillClock())
        services.planner.keep(
            Strategy(
                business=Business(zone="Europe/London", country="GB", trade="bakery"),
                minutes_per_week=120,
                platforms=(PlatformPurpose("facebook"), PlatformPurpose("instagram")),
            )
        )
        fill(database)
        planning = services.calendar.planning
        plainly = best_of(lambda: read_plainly(services.paths.database))
        entries = planning.entries(FIRST, LAST)
        sys.stdout.write(f"{len(entries)} entries in six weeks\n")
        say("reading six weeks", best_of(lambda: planning.entries(FIRST, LAST)), plainly, "sqlite3")
        say("where it crosses the rule", best_of(planning.crossings))
        say("the pace and the free days", best_of(services.calendar.pacing.outlook))
        say("what is due next", best_of(services.calendar.reminders.wait))
        if isinstance(app, QApplication):
            draw(app, services)
        database.close()


if __name__ == "__main__":
    main()
