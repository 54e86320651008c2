"""The readiness question: one line when answered, three short questions when opened."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtWidgets import QWidget

from socialcoach.core.changes import Changes
from socialcoach.core.relations.readiness import ReadyAnswer, ReadyCode
from socialcoach.services.words.readiness import (
    figures_sentence,
    ready_answer,
    ready_sentence,
    why_ready,
)
from socialcoach.ui.context import AppContext
from socialcoach.ui.widgets.boxes import Card, column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.form_rows import asked
from socialcoach.ui.widgets.growing_text import GrowingText
from socialcoach.ui.widgets.icon_label import IconLabel
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.pills import Pills


class ReadyCard(Card):
    """Guides and never blocks: it can be closed unanswered and opened again."""

    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__(margins=12, spacing=12)
        self._context, self._page = context, page
        answers = [(answer, ready_answer(answer)) for answer in ReadyAnswer]
        self._product, self._promise = Pills(answers), Pills(answers)
        self._gain = GrowingText()
        self._gain.setPlaceholderText(_("For example: fresh bread for their reading hour"))
        self._line = label()
        self._figures = label("", "soft")
        self._open = Button("", self._toggle, role="link")
        self._questions = QWidget()
        self._build()

    def refresh(self) -> None:
        """Show the answers and what follows from them."""
        ready = self._context.services.relations.ready
        known = ready.readiness()
        for pills, answer in ((self._product, known.product), (self._promise, known.promise)):
            pills.choose([answer] if answer else [])
        if self._gain.text().strip() != known.gain:
            self._gain.setText(known.gain)
        notes = ready.notes()
        self._figures.setText(figures_sentence(ready.figures()))
        self._figures.setVisible(bool(self._figures.text()))
        self._answer.setVisible(ReadyCode.ANSWER_FIRST in notes)
        self._line.setText(" ".join(ready_sentence(code) for code in notes[:2]) or _invitation())
        self._name_button()

    def _build(self) -> None:
        icon = IconLabel(self._context.theme, "ph.circle-wavy-check", 22)
        head = row(icon, self._line, self._open, spacing=12)
        head.setStretch(1, 1)
        self._answer = Button(_("Answer them"), self._go_answer, role="link")
        why = label(why_ready(), "small")
        foot = FlowLayout()
        foot.addWidget(Button(_("That is it for now"), self._close))
        foot.addWidget(self._answer)
        stack = column(
            why,
            asked(
                _("Is the product good, so good that you would send your sister?"), self._product
            ),
            asked(_("Do you keep what you promise your customers?"), self._promise),
            self._figures,
            asked(_("What could somebody gain who tells others about you?"), self._gain),
            spacing=12,
        )
        stack.addLayout(foot)
        self._questions.setLayout(stack)
        self._questions.hide()
        self.add(head, self._questions)
        self._product.changed.connect(self._keep)
        self._promise.changed.connect(self._keep)
        self._gain.textChanged.connect(self._on_typed)

    def _toggle(self) -> None:
        opened = self._questions.isHidden()
        self._questions.setVisible(opened)
        self._name_button()
        if opened:
            self._product.setFocus()

    def _close(self) -> None:
        self._keep()
        self._questions.hide()
        self._name_button()
        self._open.setFocus()

    def _name_button(self) -> None:
        known = self._context.services.relations.ready.readiness()
        words = _("Look at it again") if known.on else _("Three short questions")
        self._open.setText(words if self._questions.isHidden() else _("Close"))
        self._open.setAccessibleName(_("Are we ready? {words}").format(words=self._open.text()))

    def _on_typed(self) -> None:
        known = self._context.services.relations.ready.readiness()
        if self._gain.text().strip() != known.gain:
            self._keep()

    def _keep(self) -> None:
        ready = self._context.services.relations.ready
        known = ready.readiness()
        now = (_answer(self._product), _answer(self._promise), self._gain.text().strip())
        if now != (known.product, known.promise, known.gain):
            changes: Changes = ready.keep(*now)
            self._context.hub.tell(changes, self._page)
            self.refresh()

    def _go_answer(self) -> None:
        self._context.hub.go_to("conversations")


def _invitation() -> str:
    return _("Before you ask anybody to recommend you: are you ready for it?")


def _answer(pills: Pills) -> ReadyAnswer | None:
    return ReadyAnswer(pills.chosen[0]) if pills.chosen else None
