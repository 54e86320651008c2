"""The calm path for heated or risky messages: pause, a calm answer, take it private."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal

from socialcoach.core.relations.care import CalmAnswer, Concern
from socialcoach.services.words.care import calm_steps, concern_sentence
from socialcoach.ui.context import AppContext
from socialcoach.ui.widgets.boxes import Card, clear, column, put
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.labels import label


class CareCard(Card):
    """Emits ``rest_wanted``, ``text_wanted(text)`` and ``fine_said`` when it was not so bad."""

    rest_wanted = Signal()
    text_wanted = Signal(str)
    fine_said = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__("note")
        self._answers = context.services.relations.answers
        self._why = label("", "soft")
        self._steps = column(spacing=4)
        for number, step in enumerate(calm_steps(), start=1):
            words = _("{n}. {step}").format(n=number, step=step)
            self._steps.addWidget(label(words))
        self._texts = column(spacing=8)
        self._rest = Button(_("Rest for 20 minutes"), self.rest_wanted.emit)
        fine = Button(_("This one is fine"), self.fine_said.emit, role="link")
        foot = FlowLayout()
        foot.addWidget(self._rest)
        foot.addWidget(fine)
        self.add(label(_("Take a breath first"), "heading"), self._why, self._steps, foot)
        self.add(self._texts)

    def show_concerns(self, found: tuple[Concern, ...], *, may_rest: bool) -> None:
        """Show why, and the calm answers that fit; hides without a reason."""
        self.setVisible(bool(found))
        if not found:
            return
        self._why.setText(concern_sentence(found[0]))
        self._rest.setVisible(may_rest)
        clear(self._texts)
        for answer in self._answers.calm(found)[:3]:
            put(self._texts, self._text_card(answer))

    def _text_card(self, answer: CalmAnswer) -> Card:
        use = Button(_("Use this text"), lambda: self.text_wanted.emit(answer.text), role="link")
        use.setAccessibleName(_("Use this text: {title}").format(title=answer.title))
        card = Card(margins=12, spacing=4)
        card.add(label(answer.title, "strong"), label(answer.advice, "soft"))
        line = FlowLayout()
        line.addWidget(use)
        card.add(line)
        return card
