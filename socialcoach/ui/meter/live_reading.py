"""Reads the text on the paper at every key and shows what was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from socialcoach.core.meter import Reading
from socialcoach.core.planning.post import Verdict
from socialcoach.ui.meter.meter_panel import MeterPanel
from socialcoach.ui.planning.paper import Paper

PAUSE_MS = 800
"""After a pause this long the last word counts as finished, in milliseconds."""


@dataclass(frozen=True)
class Seen:
    """A reading and the owner's own word, which outranks it."""

    reading: Reading
    verdict: Verdict | None

    @property
    def selling(self) -> bool:
        """Tell whether the post counts as selling."""
        if self.verdict is not None:
            return self.verdict is Verdict.SELLING
        return self.reading.selling


class Read(Protocol):
    """Reads a text; ``typing`` leaves the unfinished last word unjudged."""

    def __call__(self, text: str, *, typing: bool) -> Seen: ...


class AfterReading(Protocol):
    """Told after each reading whether the post now counts as selling."""

    def __call__(self, *, selling: bool) -> None: ...


class LiveReading(QObject):
    """Joins the paper and the meter panel. ``reading`` is the latest one, None before any."""

    def __init__(self, paper: Paper, panel: MeterPanel, read: Read, after: AfterReading) -> None:
        super().__init__(paper)
        self._paper = paper
        self._panel = panel
        self._read = read
        self._after = after
        self.reading: Reading | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._read_whole)

    def read_now(self, *, at_once: bool) -> None:
        """Read the text; ``at_once`` shows a new band without waiting for calm."""
        text = self._paper.text()
        typing = not at_once and self._paper.cursor_is_at_end()
        seen = self._read(text, typing=typing)
        self.reading = seen.reading
        self._paper.show_cues(text, seen.reading.cues)
        self._panel.show_reading(seen.reading, seen.verdict, at_once=at_once)
        self._after(selling=seen.selling and bool(text.strip()))
        if typing:
            self._pause.start()

    def show_nothing(self) -> None:
        """Forget the last reading; there is no draft on the desk."""
        self._pause.stop()
        self.reading = None

    def _read_whole(self) -> None:
        self.read_now(at_once=True)
