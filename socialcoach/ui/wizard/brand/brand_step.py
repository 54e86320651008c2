"""Who you are: how the business sounds, what it stands for and what people may expect of it."""

from __future__ import annotations

from dataclasses import replace
from gettext import gettext as _

from PySide6.QtWidgets import QLineEdit, QWidget

from socialcoach.core.strategy.brand import MOST_VOICE_WORDS
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.words.owner import promises, reply_promise, voice_words
from socialcoach.ui.context import AppContext
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.form_rows import asked
from socialcoach.ui.widgets.growing_text import GrowingText
from socialcoach.ui.widgets.pills import Pills
from socialcoach.ui.wizard.brand.pick_words import PickWords
from socialcoach.ui.wizard.step import WizardStep

REPLY_HOURS = (4, 24, 48, 72)
"""Times to answer on offer, in hours."""

MOST_PROMISES = 4
"""A business can keep a few promises, not a page full."""


class BrandStep(WizardStep):
    """Asks for the brand card."""

    step_id = "brand"

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._voice = PickWords(
            voice_words(),
            most=MOST_VOICE_WORDS,
            prompt=_("Or a word of your own"),
            too_many=_("Three are easy to remember. Take one away first."),
        )
        self._stands_for, self._never = GrowingText(), QLineEdit()
        self._stands_for.setPlaceholderText(_("For example: good bread takes its time"))
        self._never.setPlaceholderText(_("For example: cheap, hurry, unbeatable"))
        self._promises = PickWords(
            promises(),
            most=MOST_PROMISES,
            prompt=_("Or a promise of your own"),
            too_many=_("Four promises are a lot to keep. Take one away first."),
        )
        self._reply = Pills([(str(hours), reply_promise(hours)) for hours in REPLY_HOURS])
        self._build()
        self._listen()

    @staticmethod
    def title() -> str:
        return _("What are you like, and what can people count on?")

    def why(self) -> str:
        return _(
            "People trust a business that sounds the same every time and keeps what it promises. "
            "We remind you of this while you write, so that each post sounds like you."
        )

    def first_field(self) -> QWidget | None:
        return self._voice

    def load(self, strategy: Strategy) -> None:
        brand = strategy.brand
        self._voice.show_words(brand.voice)
        self._promises.show_words(brand.expectations)
        if self._stands_for.text().strip() != brand.stands_for:
            self._stands_for.setText(brand.stands_for)
        if _listed(self._never.text()) != brand.never_words:
            self._never.setText(", ".join(brand.never_words))
        hours = str(brand.reply_hours)
        if hours not in self._reply.all_keys:
            self._reply.add(hours, reply_promise(brand.reply_hours))
        self._reply.choose([hours])

    def answers(self, strategy: Strategy) -> Strategy:
        brand = replace(
            strategy.brand,
            voice=self._voice.words,
            stands_for=self._stands_for.text().strip(),
            expectations=self._promises.words,
            never_words=_listed(self._never.text()),
            reply_hours=int(self._reply.chosen[0]),
        )
        return replace(strategy, brand=brand)

    def _build(self) -> None:
        voice_hint = self.hint(_("Pick up to three words. How would a regular describe you?"))
        sound = Card(margins=20, spacing=16)
        sound.add(
            asked(_("How do you sound?"), self._voice, voice_hint),
            asked(_("What do you stand for?"), self._stands_for),
        )
        count_on = Card(margins=20, spacing=16)
        count_on.add(
            asked(
                _("What may customers always expect of you?"),
                self._promises,
                self.hint(_("Only what you can keep on a bad day too.")),
            ),
            asked(_("How soon do you answer people?"), self._reply),
            asked(
                _("Words you would never use"),
                self._never,
                self.hint(_("Put a comma between them. You may leave this out.")),
            ),
        )
        self.body.addWidget(sound)
        self.body.addWidget(count_on)

    def _listen(self) -> None:
        for field in (self._stands_for, self._never):
            field.textChanged.connect(lambda: self.changed.emit())
        for part in (self._voice, self._promises, self._reply):
            part.changed.connect(self.changed)
        self._voice.connect_typing()
        self._promises.connect_typing()


def _listed(text: str) -> tuple[str, ...]:
    return tuple(word for part in text.split(",") if (word := part.strip()))
