"""Promises kept, and drafts that miss the owner's own voice."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from socialcoach.core.strategy.brand import Brand
from socialcoach.core.strategy.voice import can_be_heard
from socialcoach.core.text import shorten
from socialcoach.services.strategy.living_plan import HeardDraft
from socialcoach.services.words.living_plan import (
    answered_signal,
    customers_signal,
    grown_signal,
    promise_sentence,
    slip_sentence,
    voice_sentence,
)
from socialcoach.services.words.owner import reply_promise
from socialcoach.ui.strategy.living import Living
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import Card, column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.name_lines import NameLines

TITLE_LENGTH = 44


class KeptCard(Card):
    """Emits ``draft_wanted(post_id)``."""

    draft_wanted = Signal(int)

    def __init__(self, living: Living, brand: Brand) -> None:
        super().__init__(margins=20, spacing=8)
        promise = promise_sentence(living.answered, reply_promise(brand.reply_hours))
        self.add(label(_("What people can count on"), "heading"), label(promise))
        voice = voice_sentence(can_be_heard(brand.voice), brand.voice, len(living.slips))
        if voice and (brand.voice or brand.never_words):
            self.add(label(voice, "soft"))
        for one in living.slips:
            self.add(self._line(one))
        self.body.addStretch(1)

    def _line(self, one: HeardDraft) -> QWidget:
        title = shorten(one.post.title, TITLE_LENGTH)
        said = " ".join(slip_sentence(heard) for heard in one.heard)
        words = column(label(f"“{title}”", "strong"), label(said, "soft"), spacing=2)
        button = Button(_("Open"), lambda: self.draft_wanted.emit(one.post.id), role="link")
        button.setAccessibleName(_("Open “{draft}”").format(draft=title))
        line = row(spacing=8)
        line.addLayout(words, 1)
        line.addWidget(button)
        made = QWidget()
        made.setLayout(line)
        return made


class TrustCard(Card):
    """What makes a business believable, in place of likes."""

    def __init__(self, living: Living, theme: Theme) -> None:
        super().__init__(margins=20, spacing=8)
        signals = [
            (_("People answered"), answered_signal(living.answered)),
            (_("They found you online"), customers_signal(living.customers)),
            (_("New followers"), grown_signal(living.came, living.bought)),
        ]
        self.add(label(_("Signs of trust, three months"), "heading"), NameLines(signals, theme))
        self.add(label(_("Likes are not among them: a like costs nothing."), "small"))
        self.body.addStretch(1)
