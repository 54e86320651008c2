"""Beside the letter: words that push, gaps to fill, and links that lead to a social page."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from socialcoach.core.meter import Cue
from socialcoach.core.relations.letter_links import SocialLink, with_shop_link
from socialcoach.core.relations.letters import gaps_in
from socialcoach.core.text import shorten
from socialcoach.services.words.letters import (
    gaps_sentence,
    nothing_pushy,
    social_link_sentence,
)
from socialcoach.services.words.meter import reason_text, reason_tip
from socialcoach.ui.context import AppContext
from socialcoach.ui.progress.link_row import in_a_row
from socialcoach.ui.widgets.boxes import Card, clear, column, put
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label

GAPS_SHOWN = 4
LONGEST_ADDRESS = 32
"""Characters of an address that are shown; it has no place to wrap."""


class LetterHints(Card):
    """Points things out and judges nothing. Emits ``text_wanted(text)`` for a mended letter."""

    text_wanted = Signal(str)

    def __init__(self, context: AppContext) -> None:
        super().__init__(spacing=12)
        self._context = context
        self._reader = context.services.relations.letter_reader
        self._shown: tuple[object, ...] = ()
        self._parts = column(spacing=12)
        self.add(label(_("How it reads"), "heading"), self._parts)

    def show_text(self, text: str, subject: str) -> tuple[Cue, ...]:
        """Look at a letter and return the pushy words, to be underlined."""
        cues = self._reader.read(text).cues
        pushy = tuple(cue for cue in cues if cue.reason.sells)
        links = self._reader.social_links(text)
        gaps = gaps_in(f"{subject}\n{text}")
        seen = (
            tuple((cue.text, cue.reason) for cue in pushy),
            gaps,
            links,
            self._reader.shop_link(),
        )
        if seen != self._shown:
            self._shown = seen
            self._show(pushy, gaps, links, text)
        return pushy

    def _show(
        self,
        pushy: tuple[Cue, ...],
        gaps: tuple[str, ...],
        links: tuple[SocialLink, ...],
        text: str,
    ) -> None:
        clear(self._parts)
        if gaps:
            put(self._parts, self._gaps(gaps))
        for link in links:
            put(self._parts, self._link(link, text))
        for cue in pushy:
            put(self._parts, _pushy(cue))
        if not pushy and not links:
            put(self._parts, label(nothing_pushy(), "soft"))

    def _gaps(self, gaps: tuple[str, ...]) -> QWidget:
        box = Card("good", margins=12, spacing=4)
        box.add(label(gaps_sentence(gaps), "strong"))
        for gap in gaps[:GAPS_SHOWN]:
            box.add(label(gap[0].upper() + gap[1:], "soft"))
        box.add(label(_("A letter that could go to anyone is an advertisement."), "small"))
        return box

    def _link(self, link: SocialLink, text: str) -> QWidget:
        name = self._context.services.platforms[link.platform].name
        shop = self._reader.shop_link()
        box = Card("note", margins=12, spacing=6)
        plain = link.address.partition("://")[2] or link.address
        box.add(label(shorten(plain.removeprefix("www."), LONGEST_ADDRESS), "strong"))
        box.add(label(social_link_sentence(name, knows_shop=bool(shop))))
        if shop:
            mended = with_shop_link(text, link, shop)
            swap = Button(
                _("Put ours instead"), partial(self.text_wanted.emit, mended), role="link"
            )
            swap.setAccessibleName(_("Put {address} instead").format(address=shop))
            swap.setToolTip(shop)
            box.add(in_a_row(swap))
        else:
            go = partial(self._context.hub.go_to, "wizard", "about")
            box.add(Button(_("Open my plan"), go, role="link"))
        return box


def _pushy(cue: Cue) -> QWidget:
    box = Card("note", margins=12, spacing=4)
    title = _("“{words}”: {reason}").format(words=cue.text, reason=reason_text(cue.reason))
    box.add(label(title, "strong"), label(reason_tip(cue.reason), "soft"))
    return box
