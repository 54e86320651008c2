"""The question several people asked lately, as the first idea of all."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal

from socialcoach.core.relations.similar import QuestionGroup
from socialcoach.services.words.ideas import asked_reason
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.labels import label


class AskedCard(Card):
    """Emits ``taken(QuestionGroup)`` and ``set_aside(QuestionGroup)``."""

    taken = Signal(object)
    set_aside = Signal(object)

    def __init__(self, group: QuestionGroup) -> None:
        super().__init__("good", margins=12)
        self.add(label(_("Answer: “{question}”").format(question=group.example), "strong"))
        self.add(label(asked_reason(len(group.questions))))
        flow = FlowLayout()
        flow.addWidget(Button(_("Answer it in a post"), lambda: self.taken.emit(group)))
        flow.addWidget(Button(_("Not now"), lambda: self.set_aside.emit(group), role="link"))
        self.add(flow)
