"""Background work: off the GUI thread, its result and its errors back on it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from functools import partial
from sys import getswitchinterval
from threading import Event, Thread, current_thread, setprofile
from types import FrameType

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socialcoach.core.errors import UserError
from socialcoach.ui.tasks import Newest, TaskRunner


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[TaskRunner]:
    """A runner that is closed at the end."""
    runner = TaskRunner()
    yield runner
    runner.close()


def test_work_runs_elsewhere_and_the_result_comes_back_here(qtbot: QtBot, tasks: TaskRunner):
    here = current_thread()
    found: list[object] = []
    tasks.run(
        lambda: found.append(current_thread()) or 42, lambda _: found.append(current_thread())
    )
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert found[0] is not here
    assert found[1] is here


def test_nothing_is_idle_before_the_result_was_taken(qtbot: QtBot, tasks: TaskRunner):
    go_on = Event()
    results: list[bool] = []
    tasks.run(go_on.wait, results.append)
    assert not tasks.is_idle
    go_on.set()
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert results == [True]


def test_a_worker_hands_over_to_the_window_within_a_millisecond(tasks: TaskRunner):
    assert getswitchinterval() <= 0.001


def test_what_is_done_in_turns_leaves_the_window_time_in_between(qtbot: QtBot, tasks: TaskRunner):
    happened: list[str] = []

    def step(name: str) -> None:
        happened.append(name)
        QTimer.singleShot(0, lambda: happened.append("window"))

    tasks.in_turns([partial(step, "first"), partial(step, "second"), partial(step, "third")])
    qtbot.waitUntil(lambda: tasks.is_idle and len(happened) == 6)
    assert happened == ["first", "window", "second", "window", "third", "window"]


class Held:
    """Something of a window's, held by work and by what follows it."""

    def __init__(self, ends: list[Thread]) -> None:
        self._ends = ends

    def __call__(self, *_what: object) -> None:
        return None

    def __del__(self) -> None:
        self._ends.append(current_thread())


def fails(_held: Held) -> None:
    """Work that goes wrong."""
    raise UserError("data.folder")


@pytest.fixture
def stopped_worker() -> Iterator[tuple[Event, Event]]:
    """Workers stop short just after they have said that they are done, until they may go on."""
    is_told, go_on = Event(), Event()

    def stop(_frame: FrameType, event: str, called: object) -> None:
        if event == "c_return" and getattr(called, "__name__", "") == "emit":
            is_told.set()
            go_on.wait()

    setprofile(stop)
    yield is_told, go_on
    setprofile(None)  # type: ignore[arg-type]
    go_on.set()


@pytest.mark.parametrize("work", [lambda _held: None, fails])
def test_a_worker_is_never_the_last_to_hold_a_part_of_a_window(
    stopped_worker: tuple[Event, Event],
    qtbot: QtBot,
    tasks: TaskRunner,
    work: Callable[[Held], None],
):
    ends: list[Thread] = []
    is_told, go_on = stopped_worker
    held = Held(ends)
    tasks.run(partial(work, held), held, held)
    del held
    qtbot.waitUntil(lambda: is_told.is_set() and tasks.is_idle)
    gc.collect()
    go_on.set()
    tasks.close()
    assert ends == [current_thread()]


class Part:
    """A part of a window that only Python's own tidying throws away, for it holds itself."""

    def __init__(self, ends: list[Thread]) -> None:
        self._itself, self._ends = self, ends

    def __del__(self) -> None:
        self._ends.append(current_thread())


def make_python_tidy_up() -> int:
    """Make so many things that Python would throw away what holds itself."""
    return len([[number] for number in range(100_000)])


def test_a_worker_never_throws_away_parts_of_a_window(qtbot: QtBot, tasks: TaskRunner):
    ends: list[Thread] = []
    Part(ends)
    tasks.run(make_python_tidy_up)
    qtbot.waitUntil(lambda: tasks.is_idle)
    tasks.run(make_python_tidy_up)  # nor between two pieces of work
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert all(one is current_thread() for one in ends)


def test_the_window_tidies_up_meanwhile(qtbot: QtBot, tasks: TaskRunner):
    ends: list[Thread] = []
    kept: list[list[int]] = []
    Part(ends)
    tasks.run(lambda: kept.extend([number] for number in range(100_000)))
    qtbot.waitUntil(lambda: bool(ends))
    assert ends == [current_thread()]


def test_when_the_last_worker_is_gone_python_tidies_up_by_itself_again(tasks: TaskRunner):
    assert not gc.isenabled()
    tasks.close()
    assert gc.isenabled()


def test_an_error_reaches_whoever_asked(qtbot: QtBot, tasks: TaskRunner):
    errors: list[Exception] = []

    def fail() -> None:
        raise UserError("import.empty", file="posts.csv")

    tasks.run(fail, on_error=errors.append)
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert [str(error) for error in errors] == ["import.empty(file='posts.csv')"]


def test_an_error_nobody_asked_for_does_not_vanish(qtbot: QtBot, tasks: TaskRunner):
    with qtbot.capture_exceptions() as caught:
        tasks.run(lambda: 1 / 0)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert tasks.is_idle


def test_an_error_while_taking_the_result_does_not_vanish_either(qtbot: QtBot, tasks: TaskRunner):
    with qtbot.capture_exceptions() as caught:
        tasks.run(lambda: 0, lambda number: 1 / number)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_progress_is_shown_on_the_gui_thread_in_its_order(qtbot: QtBot, tasks: TaskRunner):
    seen: list[tuple[int, bool]] = []
    here = current_thread()

    def work() -> None:
        for number in range(3):
            tasks.report(lambda number=number: seen.append((number, current_thread() is here)))

    tasks.run(work)
    qtbot.waitUntil(lambda: len(seen) == 3)
    assert seen == [(0, True), (1, True), (2, True)]


def test_closing_waits_for_work_under_way_and_starts_no_more(qapp: QApplication):
    tasks = TaskRunner()
    started, go_on, done = Event(), Event(), []
    for _ in range(4):
        tasks.run(lambda: started.set() or (go_on.wait() and done.append(1)))
    assert started.wait(20)
    go_on.set()
    tasks.close()
    assert 1 <= len(done) <= 4


def test_after_closing_nothing_starts_and_nothing_breaks(qapp: QApplication):
    runner = TaskRunner()
    runner.close()
    begun: list[bool] = []
    runner.run(lambda: begun.append(True))
    assert runner.is_idle
    assert not begun


def test_of_many_reports_the_window_hears_the_newest_and_not_each(qtbot: QtBot, tasks: TaskRunner):
    heard: list[tuple[int, int]] = []
    report = Newest(tasks, lambda done, total: heard.append((done, total)))
    here_busy = Event()

    def count() -> None:
        for done in range(1, 1001):
            report(done, 1000)
        here_busy.set()

    tasks.run(count)
    here_busy.wait()  # the window is busy with something else all the while
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert heard == [(1000, 1000)]
    report(1, 2)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[-1] == (1, 2)
