"""Was it worth it: time against what came of it, and places to note more of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from gettext import gettext as _

from PySide6.QtCore import Signal

from socialcoach.core.progress.worth_it import Worth
from socialcoach.services.words.progress import worth_sentence
from socialcoach.services.words.worth_it import (
    advice_words,
    worth_head,
    worth_line,
    worth_note,
    worth_row,
)
from socialcoach.ui.charts.chart import TableData
from socialcoach.ui.context import AppContext
from socialcoach.ui.progress.link_row import in_a_row
from socialcoach.ui.progress.loading import Shown
from socialcoach.ui.progress.table_button import TableButton
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.pills import Pills


class WorthCard(Card):
    """Signals: ``customer_noted(platform)``, ``time_wanted()``, ``outlook_wanted()``."""

    customer_noted = Signal(str)
    time_wanted = Signal()
    outlook_wanted = Signal()

    def __init__(
        self, shown: Shown, platforms: Sequence[tuple[str, str]], context: AppContext
    ) -> None:
        """``platforms`` are keys and names to choose from."""
        super().__init__()
        names = dict(platforms)
        self.add(label(worth_title(), "heading"), label(worth_sentence(shown.overview, names)))
        for worth in shown.worth:
            self._add_platform(worth, names)
        if shown.worth:
            note = worth_note(shown.month, shown.overview.today_month)
            self.add(label(note, "small"))
        self._time = Button(_("Note minutes spent"), self.time_wanted.emit, role="link")
        self._note = Button(_("Note a new customer"), self._ask, role="link")
        self._question = label(_("Where did they find you?"), "strong")
        self._pills = Pills(platforms)
        self._build(shown, names, context)

    def _build(self, shown: Shown, names: Mapping[str, str], context: AppContext) -> None:
        outlook = Button(_("What may come of it"), self.outlook_wanted.emit, role="link")
        links = [self._note, self._time, outlook]
        if shown.worth:
            links.append(TableButton(context, worth_title(), worth_table(shown.worth, names)))
        self.add(in_a_row(*links), self._question, self._pills)
        self.body.addStretch(1)
        self._pills.setAccessibleName(self._question.text())
        self._pills.changed.connect(self._answer)
        self._question.hide()
        self._pills.hide()

    def _add_platform(self, worth: Worth, names: Mapping[str, str]) -> None:
        platform = worth.effort.platform
        words = _("{platform}: {advice}").format(
            platform=names.get(platform, platform), advice=advice_words(worth.advice)
        )
        self.add(label(words, "strong"), label(worth_line(worth), "soft"))

    def _ask(self) -> None:
        self._note.hide()
        self._question.show()
        self._pills.show()
        self._pills.setFocus()

    def _answer(self) -> None:
        self.customer_noted.emit(self._pills.chosen[0])


def worth_title() -> str:
    """Return the name of the card."""
    return _("Was it worth it?")


def worth_table(found: Sequence[Worth], names: Mapping[str, str]) -> TableData:
    """Return time and results of each platform."""
    rows = (worth_row(one, names.get(one.effort.platform, one.effort.platform)) for one in found)
    return TableData(worth_head(), tuple(rows))
