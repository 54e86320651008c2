"""The platforms to leave for now, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.core.strategy.advice import Advice
from socialcoach.services.words.bundled import data_text
from socialcoach.services.words.choosing import heard_there, reasons_against, remarks
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import Card, column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.icon_label import IconLabel
from socialcoach.ui.widgets.labels import label

SHOWN_FIRST = 4
"""How many are shown before "show the others"."""


class LeaveList(Card):
    """Lists ``others`` in the order of their fit; ``taken(key)`` when the owner wants one."""

    taken = Signal(str)

    def __init__(
        self,
        others: Sequence[Advice],
        platforms: Mapping[str, PlatformFacts],
        theme: Theme,
        *,
        room: bool,
    ) -> None:
        super().__init__(margins=20, spacing=16)
        self._theme, self._room = theme, room
        self.add(label(_("Leave these for now"), "heading"), label(_advice(room), "soft"))
        for advice in others[:SHOWN_FIRST]:
            self.add(self._line(platforms[advice.key], advice))
        hidden = others[SHOWN_FIRST:]
        if hidden:
            self._add_hidden([self._line(platforms[one.key], one) for one in hidden])

    def _add_hidden(self, lines: list[QHBoxLayout]) -> None:
        rest = QWidget()
        rest.setLayout(column(*lines, spacing=16))
        rest.hide()
        words = ngettext("Show {n} more", "Show {n} more", len(lines)).format(n=len(lines))
        button = Button(words, role="link")

        def show_rest() -> None:
            rest.show()
            button.hide()

        button.clicked.connect(show_rest)
        self.add(rest, button)

    def _line(self, facts: PlatformFacts, advice: Advice) -> QHBoxLayout:
        why = (reasons_against(advice, 1) or remarks(advice)[-1:] or [data_text(facts.what)])[0]
        why = " ".join((*heard_there(advice), why))
        words = column(label(facts.name, "strong"), label(why, "soft"), spacing=0)
        line = row(IconLabel(self._theme, facts.icon, 22, "soft_ink"), words, spacing=12)
        line.setStretch(1, 1)
        if self._room:
            button = Button(_("Take it"), lambda: self.taken.emit(facts.key), role="link")
            button.setAccessibleName(_("Take {platform}").format(platform=facts.name))
            line.addWidget(button)
        return line


def _advice(room: bool) -> str:
    if room:
        return _("You may take one more. Three is the most: being everywhere wears you out.")
    return _("Three is the most: being everywhere wears you out. To change one, press Swap.")
