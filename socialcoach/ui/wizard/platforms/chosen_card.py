"""One chosen platform: why it suits, what it is for, and the way to swap it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from gettext import gettext as _

from PySide6.QtCore import Signal

from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.core.strategy.advice import Advice, ReasonCode
from socialcoach.services.words.bundled import data_text
from socialcoach.services.words.choosing import reasons_against, reasons_for, remarks
from socialcoach.services.words.strategy import weekly_time
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import Card, column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.form_rows import asked
from socialcoach.ui.widgets.growing_text import GrowingText
from socialcoach.ui.widgets.icon_label import IconLabel
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.pills import Pills


class ChosenCard(Card):
    """Shows a platform with its purpose.

    Signals: ``purpose_changed(text)``, ``swapped(key of the other one)``, ``removed()``.
    """

    purpose_changed = Signal(str)
    swapped = Signal(str)
    removed = Signal()

    def __init__(self, facts: PlatformFacts, advice: Advice, purpose: str, theme: Theme) -> None:
        super().__init__(margins=20, spacing=12)
        self.facts = facts
        self._theme = theme
        self._head = row(IconLabel(theme, facts.icon, 26), label(facts.name, "heading"), spacing=12)
        self._head.setStretch(1, 1)
        self.purpose = GrowingText(purpose)
        self.purpose.textChanged.connect(lambda: self.purpose_changed.emit(self.purpose.text()))
        self.add(self._head, label(data_text(facts.what), "soft"), self._reasons(advice))
        question = _("What is {platform} for?").format(platform=facts.name)
        self.add(asked(question, self.purpose))

    def offer_removal(self) -> None:
        """Let the owner do without this one."""
        words = _("Leave {platform} out").format(platform=self.facts.name)
        button = Button(_("Leave out"), self.removed.emit, role="link")
        button.setAccessibleName(words)
        self._head.addWidget(button)

    def offer_swap(self, others: Sequence[PlatformFacts]) -> None:
        """Let the owner take one of the others instead."""
        words = _("Swap {platform} for another").format(platform=self.facts.name)
        pills = Pills([(other.key, other.name) for other in others])
        pills.setAccessibleName(words)
        pills.changed.connect(lambda: self.swapped.emit(pills.chosen[0]))
        holder = Card("good", margins=12)
        holder.add(label(_("Which one instead?"), "strong"), pills)
        holder.hide()
        button = Button(_("Swap"), role="link")
        button.setAccessibleName(words)
        button.clicked.connect(lambda: holder.setVisible(holder.isHidden()))
        self._head.addWidget(button)
        self.body.insertWidget(1, holder)

    def _reasons(self, advice: Advice) -> Card:
        lines = Card("plain", margins=0, spacing=6)
        for words in reasons_for(advice):
            lines.add(_reason("ph.check", words, self._theme))
        for words in (*reasons_against(advice), *remarks(_as_chosen(advice))):
            lines.add(_reason("ph.info", words, self._theme))
        lines.add(_reason("ph.clock", weekly_time(advice), self._theme))
        return lines


def _as_chosen(advice: Advice) -> Advice:
    """Leave out the remark that there are enough others: this one is among them now."""
    kept = [one for one in advice.reasons if one.code is not ReasonCode.ENOUGH_CHOSEN]
    return replace(advice, reasons=tuple(kept))


def _reason(icon: str, words: str, theme: Theme) -> Card:
    line = Card("plain", margins=0)
    role = "accent" if icon == "ph.check" else "soft_ink"
    inner = row(IconLabel(theme, icon, 18, role), label(words, "soft"), spacing=8)
    inner.setStretch(1, 1)
    line.add(column(inner))
    return line
