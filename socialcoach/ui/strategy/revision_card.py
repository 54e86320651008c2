"""Going through the whole plan each quarter, beside how it stood the last time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from gettext import gettext as _

from PySide6.QtCore import Signal

from socialcoach.core.strategy.review import PlanChange
from socialcoach.services.words.living_plan import look_sentence
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.name_lines import NameLines


class RevisionCard(Card):
    """Emits ``looked_through``."""

    looked_through = Signal()

    def __init__(
        self, last: date, today: date, changes: Sequence[PlanChange], theme: Theme, *, is_due: bool
    ) -> None:
        super().__init__("note" if is_due else "card", margins=20, spacing=8)
        self.add(label(_("Going through it"), "heading"))
        self.add(label(look_sentence(last, today, is_due=is_due)))
        if changes:
            self.add(label(_("What has changed since then"), "strong"))
        for change in changes:
            self.add(label(change.heading, "soft"))
            lines = [(_("Before"), change.before or "—"), (_("Now"), change.now or "—")]
            self.add(NameLines(lines, theme))
        if is_due or changes:
            self.add(Button(_("I have gone through it"), self.looked_through.emit))
        self.body.addStretch(1)
