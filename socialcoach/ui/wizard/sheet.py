"""One step on its sheet: where we are, the question, the answers, why we ask, what is missing."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QWidget

from socialcoach.ui.widgets.boxes import Card, column, scrolling
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.wizard.step import WizardStep


class Sheet(QWidget):
    """Shows ``step``, the one at ``place`` (from 0) of ``count``, in a column that scrolls.

    ``bar_changed(width)`` tells how wide the scroll bar is, in pixels; 0 when there is none.
    """

    bar_changed = Signal(int)

    def __init__(self, step: WizardStep, place: int, count: int) -> None:
        super().__init__()
        self.step = step
        self.setAccessibleName(step.title())
        self._why, self._why_words = _note("card")
        self._problem, self._problem_words = _note("note")
        stack = column(
            _progress(place, count, step.time_needed()),
            label(step.title(), "title"),
            self._why,
            step,
            self._problem,
            spacing=12,
        )
        stack.setContentsMargins(24, 40, 24, 16)
        stack.addStretch(1)
        content = QWidget()
        content.setLayout(stack)
        self._content = content
        self._area = scrolling(content, widest=720)
        self._outer = self._area.widget() or content
        self.setLayout(column(self._area, spacing=0))
        step.reveal.connect(self._reveal)
        self._area.verticalScrollBar().rangeChanged.connect(self._stay_centred)

    @property
    def is_explained(self) -> bool:
        """Tell whether the reason for asking is on show."""
        return not self._why.isHidden()

    def open_fresh(self, *, explained: bool) -> None:
        """Show the sheet from its top, without what was said before."""
        self.show_problem("")
        self.explain(explained and bool(self.step.why()))
        self._area.verticalScrollBar().setValue(0)

    def explain(self, on: bool) -> None:
        """Show or hide why we ask."""
        self._why_words.setText(self.step.why())
        self._why.setVisible(on)

    def show_problem(self, sentence: str) -> None:
        """Say what the next step still needs; an empty text takes it away."""
        self._problem_words.setText(sentence)
        self._problem.setVisible(bool(sentence))
        if sentence:
            self._problem.setAccessibleName(sentence)
            QAccessible.updateAccessibility(
                QAccessibleEvent(self._problem, QAccessible.Event.Alert)
            )
            self._reveal(self._problem)

    def fit_width(self, width: int) -> None:
        """Let the column be at most this wide, in pixels."""
        self._content.setMaximumWidth(width)

    @property
    def bar_width(self) -> int:
        """Return the width of the scroll bar in pixels, 0 when there is none."""
        bar = self._area.verticalScrollBar()
        return bar.sizeHint().width() if bar.maximum() else 0

    def _stay_centred(self) -> None:
        """Leave as much room on the left as the scroll bar takes on the right."""
        bar = self.bar_width
        self._outer.setContentsMargins(bar, 0, 0, 0)
        self.bar_changed.emit(bar)

    def _reveal(self, part: QWidget) -> None:
        """Scroll to a part, after the layout has made room for it."""
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(part))


def _progress(place: int, count: int, time_needed: str) -> QLabel:
    words = _("Step {number} of {count} · {time}")
    return label(words.format(number=place + 1, count=count, time=time_needed), "small")


def _note(role: str) -> tuple[Card, QLabel]:
    card, words = Card(role), label("", "soft" if role == "card" else "")
    card.add(words)
    card.hide()
    return card, words
