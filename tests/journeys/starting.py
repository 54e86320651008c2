"""Starting SocialCoach for real, in this process or in one that can be killed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from socialcoach.core.strategy.business import Business
from socialcoach.core.strategy.strategy import PlatformPurpose, Strategy
from socialcoach.window_app import open_window
from tests.conftest import Clock
from tests.source import PROJECT
from tests.worlds import open_world

Window = TypeVar("Window", bound=QWidget)
LOOK_EVERY_MS = 20

TYPING = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from socialcoach.ui.planning.paper import Paper
from socialcoach.window_app import make_application, open_window

app = make_application()
tab = sys.argv[2] if len(sys.argv) > 2 else ""
letters = iter("abcdefghijklmnopqrstuvwxyz " * 1000)
timer = QTimer(interval=15)

def type_one():
    papers = [one for one in app.allWidgets() if isinstance(one, Paper) and one.isVisible()]
    tabs = [one for one in app.allWidgets() if one.property("role") == "tab" and one.isVisible()]
    wanted = [one for one in tabs if one.text() == tab and not one.isChecked()]
    if papers and wanted:
        wanted[0].click()
    elif papers:
        letter = next(letters)
        QTest.keyClick(papers[0], letter)
        print(letter, time.monotonic(), flush=True)

timer.timeout.connect(type_one)
timer.start()
open_window(Path(sys.argv[1]), demo=False)
"""
"""Opens the window as an owner does and types on and on; says each letter and when.

A second word names the platform for whose words it turns to that tab first.
"""


def set_up_business(folder: Path, clock: Clock, meant_for: tuple[str, ...] = ("facebook",)) -> None:
    """Leave a business with one empty draft behind, Write open."""
    database, services = open_world(folder, clock)
    platforms = (PlatformPurpose("facebook"), PlatformPurpose("instagram"))
    services.planner.keep(Strategy(business=Business(name="Hill Street"), platforms=platforms))
    services.planner.finish_wizard()
    draft = services.drafting.new(platforms=meant_for)
    services.settings.change(open_page="write", open_draft=draft.id)
    database.close()


@contextmanager
def someone_typing(folder: Path, tab: str = "") -> Iterator[subprocess.Popen[str]]:
    """Start another SocialCoach in which someone types; it is killed at the end."""
    words = [sys.executable, "-c", TYPING, str(folder), tab]
    variables = {**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(words, env=variables, stdout=subprocess.PIPE, text=True) as child:
        try:
            yield child
        finally:
            child.kill()


def start_and(kind: type[Window], act: Callable[[Window], None], folder: Path) -> int:
    """Start SocialCoach here; once a window of this kind shows, act in it and close it."""
    timer = QTimer(interval=LOOK_EVERY_MS)

    def look() -> None:
        windows = QApplication.topLevelWidgets()
        found = [one for one in windows if isinstance(one, kind) and one.isVisible()]
        if not found:
            return
        timer.stop()
        try:
            act(found[0])
        finally:
            found[0].close()

    timer.timeout.connect(look)
    timer.start()
    return open_window(folder, demo=False)
