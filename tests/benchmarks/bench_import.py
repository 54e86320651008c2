"""Prints how long 100,000 posts take to come in, how long the window pauses, how memory grows.

Run it with ``python -m tests.benchmarks.bench_import`` on a machine that does little else. The
yardstick is Python's own csv reader with plain SQLite inserts of the same rows, without any of the
checking, in the same run. The window shows Progress all the while; a heartbeat measures its pauses.
"""

from __future__ import annotations

import csv
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QLabel

from socialcoach.app import open_services
from socialcoach.paths import DataPaths
from socialcoach.services.clock import SystemClock
from socialcoach.ui.context import AppContext
from socialcoach.ui.main_window import MainWindow
from socialcoach.ui.pages.progress import ProgressPage
from socialcoach.ui.widgets.buttons import Button
from socialcoach.window_app import make_application, make_context
from tests.services.progress.importing.exports import FACEBOOK, facebook_row

ROWS = 100_000
BEAT_MS = 5
OFTEN_MS = 20
MEMORY_MS = 200
WORDS = "Our oven was on at four this morning,\nand the whole street smelled of bread 🥖. " * 4


class Heartbeat:
    """Beats every few milliseconds and keeps the longest pause between two beats, in ms."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._last = 0.0
        self.pauses: list[float] = []

    def start(self) -> None:
        """Begin anew."""
        self.pauses, self._last = [], time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """Stop beating."""
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.pauses.append((now - self._last) * 1000)
        self._last = now

    def told(self) -> str:
        """Return the longest pause and how many were over the bar of 50 ms."""
        over = sum(pause > 50 for pause in self.pauses)
        return f"longest pause {max(self.pauses):.0f} ms, {over} of {len(self.pauses)} over 50 ms"


def write_export(file: Path) -> None:
    """Write an export of Facebook posts, half an hour apart."""
    begin = datetime(2020, 1, 1)
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, FACEBOOK)
        writer.writeheader()
        for number in range(ROWS):
            moment = begin + timedelta(minutes=30 * number)
            link = f"https://www.facebook.com/crumbandco/posts/9{number:014}"
            row = facebook_row(1, Title=f"{number} {WORDS}", Permalink=link)
            row["Post ID"] = f"9{number:014}"
            row["Publish time"] = f"{moment:%m/%d/%Y %H:%M}"
            writer.writerow(row)


def yardstick(file: Path, folder: Path) -> float:
    """Return the seconds that csv and SQLite take for the same rows without any checking."""
    begin = time.perf_counter()
    database = sqlite3.connect(folder / "plain.db")
    columns = ", ".join(f'"{name}"' for name in FACEBOOK)
    database.execute(f"create table plain ({columns})")
    marks = ", ".join("?" for _ in FACEBOOK)
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = csv.reader(stream)
        next(rows)
        database.executemany(f"insert into plain values ({marks})", rows)
    database.commit()
    database.close()
    return time.perf_counter() - begin


def megabytes() -> float:
    """Return the memory this process holds (Linux only)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> None:
    """Bring a large export in through the window's own way."""
    app = make_application(draws_only=True)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        file = folder / "export.csv"
        write_export(file)
        plain = yardstick(file, folder)
        sys.stdout.write(f"{ROWS:,} rows, {file.stat().st_size / 1e6:.0f} MB\n")
        sys.stdout.write(f"yardstick: csv and SQLite alone   {plain:6.1f} s\n")
        services = open_services(DataPaths(folder / "data"), SystemClock())
        services.planner.finish_wizard()
        context = make_context(app, services)
        window = MainWindow(context)
        window.resize(1280, 820)
        window.show()
        window.show_page("progress")
        wait_until(lambda: context.tasks.is_idle)
        bring_in(window, context, file, plain)
        window.close()
        context.tasks.close()


def bring_in(window: MainWindow, context: AppContext, file: Path, plain: float) -> None:
    """Preview, write and read the export as an owner does; print what it took."""
    page = window.findChild(ProgressPage)
    assert page is not None

    def has(words: str) -> bool:
        return any(button.text() == words for button in page.findChildren(Button))

    def press(words: str) -> None:
        next(one for one in page.findChildren(Button) if one.text() == words).click()

    before, peak = megabytes(), [0.0]
    memory = QTimer()
    memory.timeout.connect(lambda: peak.append(megabytes()))
    memory.start(MEMORY_MS)
    steps = [
        timed("looking through", lambda: page.open_item(file), lambda: has("Bring them in")),
        timed("writing", lambda: press("Bring them in"), lambda: is_written(page)),
    ]
    grown = max(*peak, megabytes()) - before
    sys.stdout.write(
        f"in all (bar 12 s)                 {sum(steps):6.1f} s   "
        f"{sum(steps) / plain:.1f} x the yardstick, memory +{grown:.0f} MB (bar 150)\n"
    )
    idle = context.tasks
    timed("the meter reads them, charts drawn", lambda: None, lambda: has("Close") and idle.is_idle)


def is_written(page: ProgressPage) -> bool:
    """Tell whether the page says that the import is in the database."""
    return any(shown.text() == "Your numbers are in" for shown in page.findChildren(QLabel))


def timed(what: str, begin: Callable[[], object], is_over: Callable[[], bool]) -> float:
    """Do something, wait until it is over and print how long it took and the window paused."""
    beat, start = Heartbeat(), time.perf_counter()
    beat.start()
    begin()
    wait_until(is_over)
    beat.stop()
    took = time.perf_counter() - start
    sys.stdout.write(f"{what:34} {took:6.1f} s   {beat.told()}\n")
    return took


def wait_until(is_over: Callable[[], bool]) -> None:
    """Let the window live until something is so."""
    loop, often = QEventLoop(), QTimer()
    often.timeout.connect(lambda: loop.quit() if is_over() else None)
    often.start(OFTEN_MS)
    loop.exec()


if __name__ == "__main__":
    main()
