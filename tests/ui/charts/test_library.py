"""Charts wait for matplotlib and for one another."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from socialcoach.ui.charts.library import ChartLibrary
from socialcoach.ui.context import AppContext


def test_between_two_charts_the_window_has_its_turn(context: AppContext, qtbot: QtBot):
    library, happened = ChartLibrary(context.tasks), list[str]()

    def draw(name: str) -> None:
        happened.append(name)
        QTimer.singleShot(0, lambda: happened.append("window"))

    for name in ("first", "second", "third"):
        library.when_here(partial(draw, name))
    qtbot.waitUntil(lambda: context.tasks.is_idle and len(happened) == 6, timeout=20_000)
    assert happened == ["first", "window", "second", "window", "third", "window"]


def test_one_chart_that_fails_does_not_keep_the_others_waiting(context: AppContext, qtbot: QtBot):
    library, drawn = ChartLibrary(context.tasks), list[str]()
    with qtbot.capture_exceptions() as caught:
        library.when_here(lambda: 1 / 0)
        library.when_here(lambda: drawn.append("second"))
        qtbot.waitUntil(lambda: drawn == ["second"], timeout=20_000)
    assert caught[0][0] is ZeroDivisionError
