"""Prints how Conversations moves with 20,000 people and 200,000 messages; asserts nothing.

Run it with ``python -m tests.benchmarks.bench_people`` on a machine that does little else; a folder
as argument keeps what was written there for the next time.
A heartbeat that wants to beat all the time tells the longest pause of the window in each part; the
yardsticks are Qt's own list of strings with as many lines, and a search without an index.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from array import array
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QPoint, QStringListModel, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget
from sqlite_utils import Database

from socialcoach.core.relations.message import Shelf
from socialcoach.paths import resource_dir
from socialcoach.services.settings import Look
from socialcoach.storage.relations.messages import Messages
from socialcoach.storage.relations.persons import Persons
from socialcoach.storage.times import to_text
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Hub
from socialcoach.ui.pages.conversations import ConversationsPage
from socialcoach.ui.relations.shelf_card import PEOPLE, SEARCH_AFTER_MS, ShelfCard
from socialcoach.ui.tasks import TaskRunner
from socialcoach.ui.theme.theme import Theme
from tests.conftest import Clock
from tests.ui.conftest import RecordingDesktop
from tests.worlds import open_world

PEOPLE_COUNT, MESSAGE_COUNT, WAITING_COUNT = 20_000, 200_000, 20_000
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
FIRST = ("Ana", "Bea", "Carl", "Dora", "Emil", "Fay", "Gus", "Hana", "Ian", "Jo", "Kay", "Lena")
WORDS = (
    *("loaf", "rolls", "gluten", "free", "monday", "open", "starter", "crust", "thank", "lovely"),
    *("cake", "order", "saturday", "queue", "morning", "seeds", "rye", "allergy", "price", "class"),
)
STEPS = 300
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LIMIT_MS = 50


class Heartbeat(QObject):
    """Beats whenever the window is free and notes the waits between beats, in milliseconds.

    ``busy`` is what the window's own thread worked meanwhile: what is left on a machine that does
    nothing else.
    """

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._beat)
        self._last = self._last_busy = 0.0
        self.gaps: list[float] = []
        self.busy: list[float] = []

    def start(self) -> None:
        """Begin to count anew."""
        self.gaps, self.busy = [], []
        self._last, self._last_busy = time.perf_counter(), time.thread_time()
        self._timer.start()

    def stop(self) -> float:
        """Return the longest wait."""
        self._beat()
        self._timer.stop()
        return max(self.gaps)

    def _beat(self) -> None:
        now, busy = time.perf_counter(), time.thread_time()
        self.gaps.append((now - self._last) * 1000)
        self.busy.append((busy - self._last_busy) * 1000)
        self._last, self._last_busy = now, busy


def fill(database: Database) -> None:
    """Write the people and what they wrote over five years."""
    dice = random.Random(7)
    persons = [
        {"id": n, "name": f"{dice.choice(FIRST)} {n}", "added_at": to_text(NOW), "notes": ""}
        for n in range(1, PEOPLE_COUNT + 1)
    ]
    handles = [
        {"id": one["id"], "person_id": one["id"], "platform": "facebook", "name": one["name"]}
        | {"key": str(one["name"]).casefold()}
        for one in persons
    ]
    with database.atomic():
        database.table("person").insert_all(persons)
        database.table("handle").insert_all(handles)
        database.table("message").insert_all(message_rows(dice), batch_size=500)


def message_rows(dice: random.Random) -> Iterator[dict[str, object]]:
    """Yield rows of the table ``message``."""
    for n in range(MESSAGE_COUNT):
        wrote = NOW - timedelta(minutes=13 * n)
        waiting = n < WAITING_COUNT
        yield {
            "handle_id": dice.randint(1, PEOPLE_COUNT),
            "platform": "facebook",
            "said": " ".join(dice.choices(WORDS, k=dice.randint(4, 25))) + dice.choice(".?"),
            "mood": "neutral",
            "needs": "",
            "wrote_at": to_text(wrote),
            "status": "waiting" if waiting else "answered",
            "answered_at": None if waiting else to_text(wrote + timedelta(hours=2)),
            "answer": "" if waiting else " ".join(dice.choices(WORDS, k=8)),
        }


def say(what: str, value: float, unit: str, note: str = "") -> None:
    """Print one line."""
    sys.stdout.write(f"{what:58} {value:9.1f} {unit} {note}\n")
    sys.stdout.flush()


def best_of(runs: int, work: Callable[[], object]) -> float:
    """Return the shortest time of several runs in milliseconds."""
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        times.append((time.perf_counter() - begin) * 1000)
    return min(times)


def compare_searches(database: Database) -> None:
    """Search with the index, and by looking through every text as a plain database would."""
    messages = Messages(database)
    like = (
        "select message.id from message join handle on handle.id = message.handle_id"
        " join person on person.id = handle.person_id"
        " where (said like ? or answer like ? or person.name like ?)"
        " and (said like ? or answer like ? or person.name like ?) order by wrote_at desc"
    )
    for words in (("gluten", "free"), ("lena 19999",), ("allergy", "lena")):
        sought = " ".join(words)
        parts = sought.split()
        values = [f"%{part}%" for part in parts for _ in range(3)]
        plain = best_of(3, lambda v=values: database.execute(like, v).fetchall())
        ours = best_of(3, lambda s=sought: messages.found(s))
        found = len(messages.found(sought))
        say(f"search “{sought}” ({found:,} found), ours", ours, "ms")
        say(f"search “{sought}”, without an index", plain, "ms", f"{plain / ours:.1f} times ours")
    say("list of all answered ids", best_of(3, lambda: messages.ids(Shelf.ANSWERED)), "ms")
    ids = messages.ids(Shelf.ANSWERED)
    chunk = array("q", ids[150_000:150_064])
    say("64 lines anywhere in it", best_of(20, lambda: messages.lines(chunk)), "ms")
    persons = Persons(database)
    some = persons.ids()[10_000:10_064]
    say("64 people anywhere", best_of(20, lambda: persons.lines(some)), "ms")


class Tour:
    """Moves a list as an owner in a hurry would, one step each time the window is free."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._heart = Heartbeat()
        self.longest: dict[str, float] = {}

    def run(self, what: str, steps: Iterator[Callable[[], object]]) -> float:
        """Take the steps and say the longest pause."""
        loop = QEventLoop()

        def next_step() -> None:
            step = next(steps, None)
            if step is not None:
                step()
                QTimer.singleShot(0, next_step)
            elif self._context.tasks.is_idle:
                QTimer.singleShot(100, loop.quit)
            else:
                QTimer.singleShot(5, next_step)

        self._heart.start()
        QTimer.singleShot(0, next_step)
        loop.exec()
        pause = self._heart.stop()
        busy = max(self._heart.busy)
        self.longest[what] = pause
        say(f"{what}: longest pause", pause, "ms", f"(of it at work {busy:.1f} ms)")
        return pause


def scrolling(view: QListView) -> Iterator[Callable[[], object]]:
    """Scroll from one end to the other, then jump about."""
    bar = view.verticalScrollBar()
    dice = random.Random(3)
    for step in range(STEPS):
        yield lambda at=step: bar.setValue(bar.maximum() * at // STEPS)
    for _ in range(STEPS):
        yield lambda: bar.setValue(dice.randint(0, bar.maximum()))
    for _ in range(STEPS):
        yield lambda: bar.setValue(bar.value() - bar.pageStep())


def keys(where: QWidget, *pressed: Qt.Key) -> Iterator[Callable[[], object]]:
    """Press keys again and again."""
    for _ in range(STEPS // 3):
        for key in pressed:
            yield lambda one=key: QTest.keyClick(where, one)


def typing(line: QLineEdit, text: str, context: AppContext) -> Iterator[Callable[[], object]]:
    """Type a search letter by letter, wait for what each finds, then take it back."""
    for end in range(1, len(text) + 1):
        yield lambda words=text[:end]: line.setText(words)
        yield from resting(context)
    yield line.clear
    yield from resting(context)


def resting(context: AppContext) -> Iterator[Callable[[], object]]:
    """Do nothing until the search has begun and all that it found is shown."""
    begins = time.perf_counter() + 2 * SEARCH_AFTER_MS / 1000
    while time.perf_counter() < begins or not context.tasks.is_idle:
        yield lambda: None


def answering(page: ConversationsPage, context: AppContext) -> Iterator[Callable[[], object]]:
    """Answer one after the other, as the keyboard does; each opens the next."""
    for _ in range(10):
        yield lambda: QTest.keyClick(page, Qt.Key.Key_Return, CTRL | SHIFT)
        yield from resting(context)


def visit(page: ConversationsPage, tour: Tour, context: AppContext) -> None:
    """Use the page in every way that touches the whole list."""
    shelf = page.findChildren(ShelfCard)[0]
    search = next(one for one in page.findChildren(QLineEdit) if "Search" in one.accessibleName())
    tour.run("opening the page (20,000 wait)", iter([page.show]))
    tour.run("answering ten people, one after the other", answering(page, context))
    tour.run("opening the answered ones", iter([lambda: shelf.show_shelf(Shelf.ANSWERED)]))
    tour.run("scrolling 180,000 messages", scrolling(shelf.list))
    tour.run("arrow keys and page keys", keys(shelf.list, Qt.Key.Key_Down, Qt.Key.Key_PageDown))
    tour.run("Home and End", keys(shelf.list, Qt.Key.Key_End, Qt.Key.Key_Home))
    tour.run(
        "searching while typing “gluten free lena”", typing(search, "gluten free lena", context)
    )
    tour.run("opening everybody", iter([lambda: shelf.show_shelf(PEOPLE)]))
    tour.run("scrolling 20,000 people", scrolling(shelf.list))
    tour.run("searching people while typing “lena 199”", typing(search, "lena 199", context))


def compare_lists(tour: Tour) -> float:
    """Show and scroll Qt's own list of strings with as many lines."""
    view = QListView()
    view.setUniformItemSizes(True)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.resize(344, 560)
    view.show()
    lines = [f"Line {n}" for n in range(MESSAGE_COUNT)]
    model = QStringListModel(lines, view)
    show = tour.run("Qt's own list: showing 200,000 lines", iter([lambda: view.setModel(model)]))
    tour.run("Qt's own list: scrolling them", scrolling(view))
    return show


def main() -> None:
    """Fill a database, then search, scroll and type."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    with tempfile.TemporaryDirectory() as passing:
        database, services = open_world(Path((*sys.argv[1:], passing)[0]), Clock(NOW))
        begin = time.perf_counter()
        if not database.table("message").count:
            fill(database)
        say("writing all of it", (time.perf_counter() - begin), "s")
        compare_searches(database)
        theme = Theme(app, resource_dir())
        theme.put_on(Look.LIGHT, 100)
        context = AppContext(services, theme, Hub(), TaskRunner(), RecordingDesktop())
        page = ConversationsPage(context)
        page.resize(1060, 820)
        page.move(QPoint(0, 0))
        tour = Tour(context)
        visit(page, tour, context)
        ours = max(tour.longest.values())
        say("longest pause of all", ours, "ms", f"(the limit is {LIMIT_MS} ms)")
        plain = compare_lists(tour)
        opening = tour.longest["opening the answered ones"]
        say("our list to Qt's own, showing", opening / max(plain, 0.1), "times")
        context.tasks.close()
        page.close()
        database.close()


if __name__ == "__main__":
    main()
