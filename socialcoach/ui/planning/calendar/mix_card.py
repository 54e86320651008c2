"""Where the plan crosses the rule of thumb, and ideas that would mend it with one click."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Signal

from socialcoach.core.planning.idea import Idea
from socialcoach.core.planning.plan_mix import Crossing
from socialcoach.core.text import shorten
from socialcoach.services.words import calendar as words
from socialcoach.services.words import calendar_mix as mix_words
from socialcoach.services.words.meter import kind_name
from socialcoach.services.words.writing import post_name
from socialcoach.ui.context import AppContext
from socialcoach.ui.widgets.boxes import Card, clear, column
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label

NAME_LENGTH = 40


class MixCard(Card):
    """Emits ``mend_wanted(crossing, idea)`` and ``day_wanted(day)``."""

    mend_wanted = Signal(object, object)
    day_wanted = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__(spacing=8)
        self._context = context
        self._body = column(spacing=8)
        self.add(self._body)
        self.hide()

    def show_crossings(self, crossings: Sequence[Crossing]) -> None:
        """Speak of the first crossing; nothing is shown when there is none."""
        clear(self._body)
        self.setVisible(bool(crossings))
        if not crossings:
            return
        first = crossings[0]
        services = self._context.services
        zone, today = services.planner.zone(), services.planner.today()
        platform = services.platforms[first.platform].name if first.platform else ""
        post = services.drafting.draft(first.post_id)
        name = shorten(post_name(post), NAME_LENGTH)
        day = first.at.astimezone(zone).date()
        see = Button(words.long_day(day, today), lambda: self.day_wanted.emit(day), role="link")
        sentence = mix_words.crossing_sentence(first, name, platform)
        parts = (
            label(_("A lot of selling here"), "heading"),
            see,
            label(sentence),
            label(mix_words.mend_sentence(first), "soft"),
        )
        for part in parts:
            self._body.addWidget(part)
        self._show_ideas(first)
        self._show_more(len(crossings) - 1)

    def _show_ideas(self, crossing: Crossing) -> None:
        pacing = self._context.services.calendar.pacing
        at = pacing.mending_time(crossing)
        if at is None:
            words_then = _("There is no time left before it. A later day would help.")
            self._body.addWidget(label(words_then, "soft"))
            return
        planner = self._context.services.planner
        when = words.day_and_time(at, planner.today(), planner.zone())
        self._body.addWidget(label(_("Put one of these on {when}:").format(when=when), "small"))
        for idea in pacing.mending_ideas(crossing):
            self._body.addWidget(self._idea(crossing, idea))

    def _idea(self, crossing: Crossing, idea: Idea) -> Card:
        card = Card("good", margins=10, spacing=4)
        put = Button(_("Put it there"), lambda: self.mend_wanted.emit(crossing, idea))
        put.setAccessibleName(_("Put it there: {title}").format(title=idea.title))
        card.add(label(idea.title, "strong"), label(kind_name(idea.kind), "small"), put)
        return card

    def _show_more(self, count: int) -> None:
        if count > 0:
            pattern = ngettext(
                "{n} more planned post is marked like this.",
                "{n} more planned posts are marked like this.",
                count,
            )
            self._body.addWidget(label(pattern.format(n=count), "small"))
