"""The best time to post, or why none can be named."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt

from socialcoach.core.progress.best_times import BestTimes
from socialcoach.services.words.best_times import (
    slot_line,
    slot_name,
    times_head,
    times_note,
    times_row,
    times_sentence,
)
from socialcoach.ui.charts.chart import TableData
from socialcoach.ui.context import AppContext
from socialcoach.ui.progress.table_button import TableButton
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.name_lines import NameLines

SHOWN_TIMES = 3


def times_title() -> str:
    """Return the name of the card."""
    return _("Best time to post")


def words_card(heading: str, words: str) -> Card:
    """Return a card that has only a sentence to say."""
    card = Card()
    card.add(label(heading, "heading"), label(words))
    card.body.addStretch(1)
    return card


def times_card(times: BestTimes, context: AppContext) -> Card:
    """Return the card; only times that stand out are named on it, all are in its table."""
    card = Card()
    card.add(label(times_title(), "heading"), label(times_sentence(times)))
    if times.best:
        lines = [(slot_name(one.slot), slot_line(one)) for one in times.best[:SHOWN_TIMES]]
        card.add(NameLines(lines, context.theme), label(times_note(), "small"))
    if times.slots:
        save = TableButton(context, times_title(), times_table(times))
        card.add(save)
        card.body.setAlignment(save, Qt.AlignmentFlag.AlignLeft)
    card.body.addStretch(1)
    return card


def times_table(times: BestTimes) -> TableData:
    """Return all times that can be compared."""
    return TableData(times_head(), tuple(times_row(one) for one in times.slots))
