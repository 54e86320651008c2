"""What somebody wrote before: as many cards as needed, made once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from socialcoach.core.relations.message import Message
from socialcoach.services.bundle import Services
from socialcoach.services.words.moments import ago
from socialcoach.ui.relations.earlier_line import EarlierLine
from socialcoach.ui.widgets.boxes import column


class EarlierLines(QWidget):
    """Shows at most ``most`` messages, the first ones given. Emits ``wanted(id)``."""

    wanted = Signal(int)

    def __init__(self, services: Services, most: int, longest: int) -> None:
        super().__init__()
        self._services, self._most, self._longest = services, most, longest
        self._lines: list[EarlierLine] = []
        self._column = column(spacing=8)
        self.setLayout(self._column)

    def show_messages(self, messages: Sequence[Message]) -> None:
        """Show these."""
        shown = messages[: self._most]
        while len(self._lines) < len(shown):
            line = EarlierLine(self._services, self._longest)
            line.wanted.connect(self.wanted)
            self._lines.append(line)
            self._column.addWidget(line)
        now, zone = self._services.clock.now(), self._services.planner.zone()
        for line, message in zip(self._lines, shown, strict=False):
            line.show_message(message, ago(message.wrote_at, now, zone))
        for line in self._lines[len(shown) :]:
            line.hide()
        self.setVisible(bool(shown))
