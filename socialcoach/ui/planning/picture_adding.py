"""Adding pictures in the background, one after the other, with a way to stop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QBuffer, QIODevice, QObject, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from socialcoach.core.errors import UserError
from socialcoach.ui.context import AppContext


@dataclass(frozen=True)
class GivenPicture:
    """A file, or what was on the clipboard; ``name`` is said when it does not work."""

    source: Path | QImage
    name: str


class PictureAdding(QObject):
    """Signals: ``progressed(done, total)``, ``added(post_id)`` and ``ended(errors)``."""

    progressed = Signal(int, int)
    added = Signal(int)
    ended = Signal(list)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._stop = Event()
        self._waiting: list[tuple[int, GivenPicture]] = []
        self._errors: list[UserError] = []
        self._done = 0

    @property
    def is_busy(self) -> bool:
        """Tell whether pictures are still on their way."""
        return bool(self._waiting)

    def add(self, post_id: int, given: Sequence[GivenPicture]) -> None:
        """Put pictures to a post, after those that are on their way already."""
        was_idle = not self.is_busy
        self._waiting += [(post_id, one) for one in given]
        if was_idle and self._waiting:
            self._errors, self._done, self._stop = [], 0, Event()
            self._next()

    def stop(self) -> None:
        """Add no more after the one that is being read."""
        del self._waiting[1:]
        self._stop.set()

    def _next(self) -> None:
        post_id, given = self._waiting[0]
        self.progressed.emit(self._done, self._done + len(self._waiting))
        self._context.tasks.run(
            partial(self._add_one, post_id, given, self._stop), self._on_added, self._on_refused
        )

    def _add_one(self, post_id: int, given: GivenPicture, stop: Event) -> int:
        """Add one picture; runs in a worker. Returns the post's id, 0 when stopped before."""
        source = png_of(given.source) if isinstance(given.source, QImage) else given.source
        if stop.is_set():
            return 0
        with self._context.services.in_worker() as own:
            own.writing.pictures.add(post_id, source, given.name)
        return post_id

    def _on_added(self, post_id: int) -> None:
        if isValid(self):
            if post_id:
                self.added.emit(post_id)
            self._go_on()

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        if isValid(self):
            self._errors.append(error)
            self._go_on()

    def _go_on(self) -> None:
        self._waiting.pop(0)
        self._done += 1
        if self._waiting:
            self._next()
        else:
            self.ended.emit(self._errors)


def png_of(image: QImage) -> bytes:
    """Return a pasted picture as the bytes of a file, nothing lost."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 90)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
