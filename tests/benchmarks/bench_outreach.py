"""Prints how Outreach moves with 20,000 promoters and 5,000 talks; asserts nothing.

Run it with ``python -m tests.benchmarks.bench_outreach`` on a machine that does little else. Times
are what the thread itself worked, in milliseconds; what is read in the background is told apart.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication
from sqlite_utils import Database

from socialcoach.core.relations.listening import matching_talks
from socialcoach.core.relations.outreach_due import due_promoters
from socialcoach.core.relations.promoter import Stage
from socialcoach.core.relations.promoter_list import (
    ListColumn,
    board_order,
    by_name,
    by_stage,
    matching_lines,
    sorted_lines,
)
from socialcoach.paths import resource_dir
from socialcoach.services.settings import Look
from socialcoach.storage.relations.listening import Talks
from socialcoach.storage.relations.promoters import Promoters
from socialcoach.storage.times import to_text
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Hub
from socialcoach.ui.relations.outreach_board import OutreachBoard
from socialcoach.ui.relations.outreach_table import OutreachTable
from socialcoach.ui.tasks import TaskRunner
from socialcoach.ui.theme.theme import Theme
from tests.conftest import Clock
from tests.ui.conftest import RecordingDesktop
from tests.worlds import open_world

PROMOTERS, EVENTS, TALKS = 20_000, 40_000, 5_000
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TODAY = date(2026, 11, 22)
WORDS = ("club", "school", "paper", "choir", "street", "garden", "market", "library", "runners")
TURNS = 5


def fill(database: Database) -> None:
    """Write promoters, their tallies and talks."""
    draw = random.Random(7)
    promoters = [
        {
            "name": f"{draw.choice(WORDS)} {draw.choice(WORDS)} {number}",
            "who_follows": f"{draw.choice(WORDS)} people",
            "value_offered": draw.choice(WORDS),
            "stage": str(draw.choice(tuple(Stage))),
            "next_step": f"ask the {draw.choice(WORDS)}",
            "last_contact_at": to_text(NOW - timedelta(days=draw.randrange(400))),
            "result": "",
            "do_not_contact": int(draw.random() < 0.01),
            "next_on": (TODAY + timedelta(days=draw.randrange(-9, 90))).isoformat(),
        }
        for number in range(PROMOTERS)
    ]
    database.table("promoter").insert_all(promoters)
    events = (
        {
            "promoter_id": draw.randrange(1, PROMOTERS + 1),
            "at": to_text(NOW),
            "what": draw.choice(("visit", "customer", "contact")),
            "words": "",
        }
        for _number in range(EVENTS)
    )
    database.table("promoter_event").insert_all(events)
    talk = {"platform": "facebook", "place": "", "who": "", "tags": "[]", "link": ""}
    talks = (
        {**talk, "about": f"where is the {draw.choice(WORDS)}", "noted_at": to_text(NOW)}
        for _number in range(TALKS)
    )
    database.table("talk").insert_all(talks)


def best_of(work: Callable[[], object]) -> float:
    """Return the shortest time of a few turns, in milliseconds."""
    times = []
    for _turn in range(TURNS):
        start = time.thread_time()
        work()
        times.append((time.thread_time() - start) * 1000)
    return min(times)


def measure(context: AppContext, database: Database) -> None:
    """Print the times of reading, searching, sorting and showing."""
    lines = by_name(Promoters(database).lines())
    talks = Talks(database).all()
    board, table = OutreachBoard(context.theme), OutreachTable(context.theme)
    for view in (board, table):
        view.resize(1024, 480)
        view.show()
    on_board = board_order(lines)
    columns, fewer = by_stage(on_board), by_stage(matching_lines(on_board, "choir"))
    turn = iter([columns, fewer] * TURNS)
    parts: dict[str, Callable[[], object]] = {
        "read all lines (in the background)": Promoters(database).lines,
        "who is due": lambda: due_promoters(Promoters(database).may_be_due(TODAY), TODAY),
        "search, two words": lambda: matching_lines(lines, "choir gard"),
        "sort by next step": lambda: sorted_lines(lines, ListColumn.NEXT),
        "order for the board (in the background)": lambda: board_order(by_name(lines)),
        "put into columns": lambda: by_stage(on_board),
        "show the board": lambda: board.show_lines(next(turn), TODAY),
        "draw the board": board.grab,
        "show the list, sorted": lambda: table.show_lines(lines, TODAY),
        "draw the list": table.grab,
        "search the talks": lambda: matching_talks(talks, "where choir"),
    }
    for name, work in parts.items():
        sys.stdout.write(f"{name:40} {best_of(work):8.1f} ms\n")


def main() -> None:
    """Fill a folder that is thrown away, and measure."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv)
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        database, services = open_world(Path(folder), Clock(NOW))
        fill(database)
        theme = Theme(app, resource_dir())
        theme.put_on(Look.LIGHT, 100)
        context = AppContext(services, theme, Hub(), TaskRunner(), RecordingDesktop())
        measure(context, database)
        context.tasks.close()
        database.close()


if __name__ == "__main__":
    main()
