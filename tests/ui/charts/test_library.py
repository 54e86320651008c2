"""Charts are drawn in the background, one after the other."""

from __future__ import annotations

from functools import partial
from threading import current_thread, main_thread

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from socialcoach.ui.charts.library import ChartLibrary
from socialcoach.ui.context import AppContext


def test_charts_are_drawn_one_by_one_and_not_by_the_windows_thread(
    context: AppContext, qtbot: QtBot
):
    library, happened = ChartLibrary(context.tasks), list[str]()

    def make(name: str) -> QImage:
        assert current_thread() is not main_thread()
        happened.append(f"{name} begins")
        happened.append(f"{name} ends")
        return QImage()

    for name in ("first", "second", "third"):
        library.draw(partial(make, name), lambda _drawn: None)
    qtbot.waitUntil(lambda: context.tasks.is_idle and len(happened) == 6)
    names = ("first", "second", "third")
    assert happened == [f"{name} {what}" for name in names for what in ("begins", "ends")]


def test_the_picture_arrives_on_the_windows_thread(context: AppContext, qtbot: QtBot):
    arrived: list[bool] = []
    library = ChartLibrary(context.tasks)
    library.draw(QImage, lambda _drawn: arrived.append(current_thread() is main_thread()))
    qtbot.waitUntil(lambda: arrived == [True])


def test_one_chart_that_fails_does_not_keep_the_others_waiting(context: AppContext, qtbot: QtBot):
    library, drawn = ChartLibrary(context.tasks), list[str]()

    def fail() -> QImage:
        raise ZeroDivisionError

    with qtbot.capture_exceptions() as caught:
        library.draw(fail, lambda _drawn: drawn.append("first"))
        library.draw(QImage, lambda _drawn: drawn.append("second"))
        qtbot.waitUntil(lambda: drawn == ["second"], timeout=20_000)
    assert caught[0][0] is ZeroDivisionError


def test_held_charts_are_drawn_when_the_window_has_its_hands_free(
    context: AppContext, qtbot: QtBot
):
    library, drawn = ChartLibrary(context.tasks), list[str]()
    library.hold()
    library.draw(QImage, lambda _drawn: drawn.append("chart"))
    assert context.tasks.is_idle
    library.go_on()
    qtbot.waitUntil(lambda: drawn == ["chart"])
