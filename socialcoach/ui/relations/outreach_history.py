"""What happened with a promoter, the latest first, and a line to note a contact."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from socialcoach.core.relations.promoter import TALLIES, PromoterEvent
from socialcoach.services.words.moments import ago
from socialcoach.services.words.outreach import event_words
from socialcoach.ui.context import AppContext
from socialcoach.ui.widgets.boxes import Card, clear, column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.form_rows import asked
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.name_lines import NameLines

SHOWN_FIRST = 6


class HistoryLines(QWidget):
    """The lines of the history, a few at first; visits and customers are counted elsewhere."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._lines = column(spacing=8)
        self._more = Button(_("Show everything"), self._show_all, role="link")
        self._events: Sequence[PromoterEvent] = ()
        self._all = False
        stack = column(spacing=8)
        stack.addLayout(self._lines)
        stack.addWidget(self._more)
        self.setLayout(stack)

    def show_events(self, events: Sequence[PromoterEvent], *, anew: bool = False) -> None:
        """Show what happened; ``anew`` begins with few lines again."""
        self._events = [one for one in events if one.what not in TALLIES]
        self._all = self._all and not anew
        self._show()

    def _show_all(self) -> None:
        self._all = True
        self._show()

    def _show(self) -> None:
        clear(self._lines)
        now = self._context.services.clock.now()
        zone = self._context.services.planner.zone()
        latest = sorted(self._events, key=lambda one: (one.at, one.id), reverse=True)
        shown = latest if self._all else latest[:SHOWN_FIRST]
        lines = [(ago(one.at, now, zone), event_words(one)) for one in shown]
        if lines:
            self._lines.addWidget(NameLines(lines, self._context.theme))
        else:
            self._lines.addWidget(label(_("Nothing yet. What you note will stand here."), "soft"))
        self._more.setVisible(len(shown) < len(latest))


class PromoterHistory(Card):
    """Emits ``noted(words)`` when the owner got in touch."""

    noted = Signal(str)

    def __init__(self, context: AppContext) -> None:
        super().__init__(spacing=12)
        self._line = QLineEdit()
        self._line.setPlaceholderText(_("For example: rang, she likes the idea"))
        self._lines = HistoryLines(context)
        button = Button(_("Note it"), self._note)
        button.setAccessibleName(_("Note that you got in touch"))
        line = row(self._line, button)
        line.setStretch(0, 1)
        holder = QWidget()
        holder.setLayout(line)
        holder.setFocusProxy(self._line)
        self.add(label(_("What happened"), "heading"), asked(_("Did you get in touch?"), holder))
        self._line.setAccessibleName(_("Did you get in touch?"))
        self.add(self._lines)
        self._line.returnPressed.connect(self._note)

    def show_events(self, events: Sequence[PromoterEvent], *, anew: bool = False) -> None:
        """Show what happened."""
        self._lines.show_events(events, anew=anew)
        if anew:
            self._line.clear()

    def _note(self) -> None:
        words = self._line.text().strip()
        self._line.clear()
        self.noted.emit(words)
