"""A draft's earlier texts beside the paper: when, what changed since, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from gettext import gettext as _
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from socialcoach.core.planning.history import Snapshot
from socialcoach.core.planning.word_diff import Change, Stretch, word_diff
from socialcoach.services.words.writing import change_sentence, spoken_change
from socialcoach.ui.planning.side_panel import SidePanel
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label, rich_label

SHOWN_ROWS = 5
ROW_HEIGHT = 36
"""Rows that show at once, and the height of one at the usual text size."""


class HistoryPanel(SidePanel):
    """Emits ``wanted(Snapshot)`` when an earlier text should come back."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, when: Callable[[datetime], str]) -> None:
        super().__init__(
            _("Earlier texts"), _("Kept by themselves when much changes or goes. Pick one.")
        )
        self._theme, self._when = theme, when
        self._snapshots: list[Snapshot] = []
        self._now = ""
        self._can_change = True
        self._list = QListWidget()
        self._list.setAccessibleName(_("Earlier texts"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._none = label(_("There is none of this draft yet."), "soft")
        self._told, self._words = label("", "strong"), rich_label()
        legend = label(_("Underlined words come back. Struck-out words go."), "small")
        self._back = Button(_("Bring this back"), self._bring_back)
        self._card = Card(margins=12)
        self._card.add(self._told, legend, self._words, self._back)
        for part in (self._none, self._list, self._card):
            self.body.addWidget(part)
        self._list.currentRowChanged.connect(self._on_picked)
        theme.changed.connect(self._fit)
        self._fit()

    def show_history(self, snapshots: list[Snapshot], now: str, *, can_change: bool) -> None:
        """Show earlier texts, the newest first, against the text as it is ``now``."""
        row = self._list.currentRow()
        picked = self._snapshots[row].id if 0 <= row < len(self._snapshots) else 0
        ids = [one.id for one in snapshots]
        is_other = ids != [one.id for one in self._snapshots]
        self._snapshots, self._now, self._can_change = snapshots, now, can_change
        if is_other:
            self._fill()
        place = ids.index(picked) if picked in ids else 0
        for part, shown in ((self._none, not snapshots), (self._list, bool(snapshots))):
            part.setVisible(shown)
        self._list.setCurrentRow(place)
        self._on_picked(self._list.currentRow())

    def _fill(self) -> None:
        self._list.blockSignals(True)
        self._list.clear()
        for one in self._snapshots:
            words = _("{when}: {beginning}").format(
                when=self._when(one.at), beginning=" ".join(one.text.split())[:60]
            )
            self._list.addItem(QListWidgetItem(words))
        self._list.blockSignals(False)
        self._fit()

    def _on_picked(self, row: int) -> None:
        is_one = 0 <= row < len(self._snapshots)
        self._card.setVisible(is_one)
        if not is_one:
            return
        stretches = word_diff(self._snapshots[row].text, self._now)
        self._told.setText(change_sentence(stretches))
        self._words.setText("".join(self._html(one) for one in stretches))
        self._words.setAccessibleName(spoken_change(stretches))
        changed = any(one.change is not Change.SAME for one in stretches)
        self._back.setEnabled(changed and self._can_change)

    def _html(self, stretch: Stretch) -> str:
        words = escape(stretch.text).replace("\n", "<br>")
        if stretch.change is Change.SAME:
            return words
        comes = stretch.change is Change.ONLY_EARLIER
        colour = self._theme.colour("giving" if comes else "selling").name()
        mark = "u" if comes else "s"
        return f'<span style="color:{colour}"><{mark}>{words}</{mark}></span>'

    def _bring_back(self) -> None:
        self.wanted.emit(self._snapshots[self._list.currentRow()])

    def _fit(self) -> None:
        rows, height = min(len(self._snapshots), SHOWN_ROWS), self._theme.sizes.scaled(ROW_HEIGHT)
        for row in range(self._list.count()):
            self._list.item(row).setSizeHint(QSize(0, height))
        self._list.setFixedHeight(height * rows + 8)
