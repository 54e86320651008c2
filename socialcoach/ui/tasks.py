"""Work in the background, its result back on the GUI thread."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import count
from threading import Lock
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from socialcoach.ui.tidying import Tidying

Result = TypeVar("Result")

TURN_MS = 5
"""Milliseconds in which the window does what waits for it; without any it would go on at once."""

HAND_OVER_SECONDS = 0.0002
"""Python lets one thread work at a time. After so long a worker hands over to the window, which
asks for its turn many times while it draws; Python's own five milliseconds would add up."""


@dataclass(frozen=True)
class _Task:
    work: Callable[[], Any]
    on_done: Callable[[Any], object] | None
    on_error: Callable[[Exception], object] | None


_Outcome = tuple[Any, BaseException | None]
"""What a task returned, or what it raised."""


class TaskRunner(QObject):
    """Runs work in two threads. A worker opens its own database connection.

    A worker must never be the last to hold a part of a window: Qt would see it thrown away in the
    wrong thread. So it only knows its task by number, and has let go of it before it says so.

    ``on_done(result)`` and ``on_error(exception)`` run on the GUI thread. An error nobody asked for
    is raised there, so that it reaches the crash path instead of vanishing. As long as there are
    workers, Python tidies up on the GUI thread only (see :mod:`.tidying`).
    """

    _finished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        sys.setswitchinterval(HAND_OVER_SECONDS)
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="socialcoach")
        self._running = 0
        self._numbers = count()
        self._tasks, self._outcomes = dict[int, _Task](), dict[int, _Outcome]()
        self._tidying = Tidying(self)
        self._is_closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Tell whether all work is done and delivered."""
        return self._running == 0

    def run(
        self,
        work: Callable[[], Result],
        on_done: Callable[[Result], object] | None = None,
        on_error: Callable[[Exception], object] | None = None,
    ) -> None:
        """Start ``work``; nothing starts any more once the window is closing."""
        if self._is_closed:
            return
        self._running += 1
        number = next(self._numbers)
        self._tasks[number] = _Task(work, on_done, on_error)
        self._pool.submit(self._carry_out, number)

    def report(self, callback: Callable[[], object]) -> None:
        """Run ``callback`` on the GUI thread; a worker calls this to show its progress."""
        self._finished.emit(callback)

    def in_turn(self, callback: Callable[[], object]) -> None:
        """Run ``callback`` on the GUI thread once the window has painted and heard the owner."""
        self._running += 1
        QTimer.singleShot(TURN_MS, self, partial(self._take_turn, callback))

    def in_turns(self, callbacks: Iterable[Callable[[], object]]) -> None:
        """Run these on the GUI thread, one after the other, each when the window had time."""
        waiting = list(callbacks)
        if waiting:
            self.in_turn(partial(self._take_turns, waiting))

    def library_comes(self) -> None:
        """Tell that a worker is about to bring a large library in."""
        self._tidying.wait()

    def library_came(self) -> None:
        """Tell that the library is here, or could not be brought in."""
        if not self._is_closed:
            self._tidying.keep_what_is_here()

    def close(self) -> None:
        """Wait for work under way and start no more."""
        self._is_closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._tasks.clear()
        self._outcomes.clear()
        self._tidying.stop()

    def _carry_out(self, number: int) -> None:
        """Do a task, in a worker; put down what came of it and keep nothing."""
        self._outcomes[number] = self._outcome(number)
        self._finished.emit(partial(self._settle, number))

    def _outcome(self, number: int) -> _Outcome:
        try:
            return self._tasks[number].work(), None
        except BaseException as error:
            return None, error

    def _settle(self, number: int) -> None:
        self._running -= 1
        task = self._tasks.pop(number, None)
        if task is None:  # closed meanwhile: nobody is there to hear of it
            return
        result, error = self._outcomes.pop(number)
        if error is None:
            if task.on_done is not None:
                task.on_done(result)
        elif task.on_error is not None and isinstance(error, Exception):
            task.on_error(error)
        else:
            raise error

    def _take_turns(self, waiting: Sequence[Callable[[], object]]) -> None:
        self.in_turns(waiting[1:])
        waiting[0]()

    def _take_turn(self, callback: Callable[[], object]) -> None:
        self._running -= 1
        if not self._is_closed:
            callback()

    def _deliver(self, callback: Callable[[], object]) -> None:
        callback()


class Newest:
    """Passes a worker's reports on to the GUI thread, the newest only.

    A worker that counts fast would otherwise fill the window's queue and make it pause.
    """

    def __init__(self, tasks: TaskRunner, show: Callable[..., object]) -> None:
        self._tasks, self._show = tasks, show
        self._lock = Lock()
        self._what: tuple[object, ...] = ()
        self._is_on_its_way = False

    def __call__(self, *what: object) -> None:
        """Called by the worker, as often as it likes."""
        with self._lock:
            self._what = what
            if self._is_on_its_way:
                return
            self._is_on_its_way = True
        self._tasks.report(self._deliver)

    def _deliver(self) -> None:
        with self._lock:
            what, self._is_on_its_way = self._what, False
        self._show(*what)
