"""The small cards below the charts: what people respond to, and when."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from socialcoach.core.progress.kind_response import KindResponse
from socialcoach.services.words.figures import per_thousand, range_per_thousand
from socialcoach.services.words.meter import kind_name
from socialcoach.services.words.numbers import number
from socialcoach.services.words.progress import kinds_sentence
from socialcoach.ui.charts.chart import TableData
from socialcoach.ui.context import AppContext
from socialcoach.ui.progress.loading import Shown
from socialcoach.ui.progress.table_button import TableButton
from socialcoach.ui.progress.times_card import times_card
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.name_lines import NameLines

SHOWN_KINDS = 5


def fact_cards(shown: Shown, context: AppContext) -> list[QWidget]:
    """Return the cards that need no chart, beside "Was it worth it?"."""
    return [_kinds(shown.kinds, context), times_card(shown.times, context)]


def _kinds(kinds: Sequence[KindResponse], context: AppContext) -> Card:
    heading, words = _("What people respond to"), kinds_sentence(kinds)
    if not kinds:
        return _card(heading, words)
    lines = NameLines(
        [(kind_name(one.kind), _kind_line(one)) for one in kinds[:SHOWN_KINDS]], context.theme
    )
    note = label(_("Of 1,000 who saw such a post, over the last year."), "small")
    save = TableButton(context, heading, kinds_table(kinds))
    card = _card(heading, words, lines, note, save)
    card.body.setAlignment(save, Qt.AlignmentFlag.AlignLeft)
    return card


def kinds_table(kinds: Sequence[KindResponse]) -> TableData:
    """Return all kinds that can be compared."""
    head = (_("Kind"), _("Of 1,000"), _("Probably"), _("Posts"))
    rows = (
        (
            kind_name(one.kind),
            per_thousand(one.pooled),
            range_per_thousand(one.low, one.high),
            number(one.posts),
        )
        for one in kinds
    )
    return TableData(head, tuple(rows))


def _kind_line(one: KindResponse) -> str:
    posts = ngettext("{n} post", "{n} posts", one.posts).format(n=one.posts)
    return _("{rate} ({posts})").format(rate=per_thousand(one.pooled), posts=posts)


def _card(heading: str, words: str, *more: QWidget) -> Card:
    card = Card()
    card.add(label(heading, "heading"), label(words), *more)
    card.body.addStretch(1)
    return card
