"""One file on its way in: looked through, written and read by the meter, all in the background."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.services.bundle import Services
from socialcoach.services.meter.reader import context_of
from socialcoach.services.progress.importing.preview import (
    ImportAnswers,
    ImportPreview,
    ImportResult,
)
from socialcoach.ui.context import AppContext
from socialcoach.ui.tasks import Newest

Result = TypeVar("Result")

LAST_POSTS = 30
"""How many of the newest posts the first sentence about the feed looks at."""


class ImportRun(QObject):
    """Does the steps of one import, one after the other.

    Signals: ``previewed(ImportPreview)``, ``columns_found(ColumnChoice)``,
    ``written(ImportResult)``, ``read(posts, selling)``,
    ``undone()``, ``progressed(done, total)``, ``reading(posts)`` and ``failed(UserError)``.
    """

    previewed = Signal(object)
    columns_found = Signal(object)
    written = Signal(object)
    read = Signal(int, int)
    undone = Signal()
    progressed = Signal(object, object)
    reading = Signal(int)
    failed = Signal(object)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._stop = Event()
        self._report = Newest(context.tasks, self.progressed.emit)
        self._report_reading = Newest(context.tasks, self.reading.emit)

    def preview(self, path: Path, answers: ImportAnswers) -> None:
        """Look through a file."""
        self._stop = stop = Event()

        def look(own: Services) -> ImportPreview:
            return own.importing.preview(path, answers, self._report, stop.is_set)

        self._run(look, self.previewed.emit)

    def find_columns(self, path: Path) -> None:
        """Look at the columns of a file of unknown layout."""
        self._run(lambda own: own.importing.columns(path), self.columns_found.emit)

    def write(self, preview: ImportPreview) -> None:
        """Write what was previewed."""
        self._stop = stop = Event()

        def bring_in(own: Services) -> ImportResult:
            return own.importing.write(preview, self._report, stop.is_set)

        self._run(bring_in, self._on_written)

    def cancel(self) -> None:
        """Stop what is under way; ``failed`` follows with ``import.cancelled``."""
        self._stop.set()

    def drop(self) -> None:
        """Stop what is under way and say no more."""
        self.cancel()
        self.blockSignals(True)

    def undo(self, import_id: int) -> None:
        """Take an import back."""
        self._run(lambda own: own.importing.undo(import_id), self._on_undone)

    def _on_written(self, result: ImportResult) -> None:
        self._context.hub.tell(result.changes)
        self.written.emit(result)
        self._run(self._read_feed, self._on_read)

    def _read_feed(self, own: Services) -> tuple[Changes, int, int]:
        """Let the meter read what is new; runs in the worker."""
        context = context_of(own.planner.strategy())
        changes = own.feed.read_unread(context, self._report_reading)
        last = own.feed.latest(LAST_POSTS)
        return changes, len(last), sum(post.selling for post in last)

    def _on_read(self, found: tuple[Changes, int, int]) -> None:
        changes, posts, selling = found
        self._context.hub.tell(changes)
        self.read.emit(posts, selling)

    def _on_undone(self, changes: Changes) -> None:
        self._context.hub.tell(changes)
        self.undone.emit()

    def _run(self, work: Callable[[Services], Result], then: Callable[[Result], object]) -> None:
        """Do ``work`` in the background with services over a connection of its own."""

        def with_own() -> Result:
            with self._context.services.in_worker() as own:
                return work(own)

        self._context.tasks.run(with_own, then, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.failed.emit(error)
