"""Time and means: how many minutes a week, what they buy, and what the owner likes to make."""

from __future__ import annotations

from dataclasses import replace
from gettext import gettext as _

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from socialcoach.core.planning.pace import weekly_pace
from socialcoach.core.strategy.business import CanMake
from socialcoach.core.strategy.strategy import FEWEST_PLATFORMS, Strategy
from socialcoach.services.words.owner import can_make_meaning, can_make_name, minutes_text
from socialcoach.services.words.planning import pace_sentence
from socialcoach.ui.context import AppContext
from socialcoach.ui.widgets.boxes import Card, column, row
from socialcoach.ui.widgets.choice_card import ChoiceCard
from socialcoach.ui.widgets.form_rows import asked
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.pills import Pills
from socialcoach.ui.wizard.step import WizardStep

MINUTES = (30, 60, 90, 120, 180, 300)
"""Times a week on offer, in minutes."""

EXACT_WIDTH = 96
"""Width of the field for four figures, in pixels."""

MOST_MINUTES = 40 * 60
"""Nobody gives more than a working week."""


class TimeStep(WizardStep):
    """Asks for the weekly time and what the owner can make."""

    step_id = "time"

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._platforms = FEWEST_PLATFORMS
        self._pills = Pills([(str(minutes), minutes_text(minutes)) for minutes in MINUTES])
        self._exact = QLineEdit()
        self._exact.setValidator(QIntValidator(0, MOST_MINUTES, self))
        self._exact.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._exact.setAccessibleName(_("Minutes a week, exactly"))
        self._buys = label("", "strong")
        self._skills = [
            ChoiceCard(
                skill, can_make_name(skill), can_make_meaning(skill), context.theme, many=True
            )
            for skill in CanMake
        ]
        self._build()
        self._listen()

    @staticmethod
    def title() -> str:
        return _("How much time do you want to give it?")

    def why(self) -> str:
        return _(
            "There is no magic number of posts. A pace you can keep beats a burst and then "
            "silence. A third of the time is for answering people."
        )

    def first_field(self) -> QWidget | None:
        return self._pills

    def load(self, strategy: Strategy) -> None:
        self._platforms = max(len(strategy.platforms), FEWEST_PLATFORMS)
        _show_if_other(self._exact, strategy.minutes_per_week)
        for card in self._skills:
            card.setChecked(card.key in strategy.business.can_make)
        self._draw()

    def answers(self, strategy: Strategy) -> Strategy:
        can_make = tuple(CanMake(card.key) for card in self._skills if card.isChecked())
        business = replace(strategy.business, can_make=can_make)
        return replace(strategy, business=business, minutes_per_week=self._minutes())

    def _build(self) -> None:
        time = Card(margins=20, spacing=16)
        exactly = row(label(_("or exactly"), "soft", wrap=False), self._exact, spacing=8)
        self._exact.setFixedWidth(EXACT_WIDTH)
        exactly.addWidget(label(_("minutes"), "soft", wrap=False))
        exactly.addStretch(1)
        question = _("Minutes a week, for writing and for answering")
        time.add(asked(question, self._pills), exactly, self._buys)
        self.body.addWidget(time)
        self.body.addWidget(label(_("What do you like to make?"), "heading"))
        self.body.addWidget(self.hint(_("Choose all that you can make without strain.")))
        self.body.addLayout(column(*self._skills, spacing=8))

    def _listen(self) -> None:
        self._pills.changed.connect(self._on_pill)
        self._exact.textChanged.connect(self._on_changed)
        for card in self._skills:
            card.toggled.connect(lambda: self.changed.emit())

    def _on_pill(self) -> None:
        self._exact.setText(self._pills.chosen[0])

    def _on_changed(self) -> None:
        self._draw()
        self.changed.emit()

    def _minutes(self) -> int:
        return min(int(self._exact.text() or 0), MOST_MINUTES)

    def _draw(self) -> None:
        minutes = self._minutes()
        self._pills.choose([str(minutes)])
        self._buys.setText(_what_it_buys(minutes, self._platforms))


def _show_if_other(field: QLineEdit, minutes: int) -> None:
    if minutes != int(field.text() or 0):
        field.setText(str(minutes) if minutes else "")


def _what_it_buys(minutes: int, platforms: int) -> str:
    if not minutes:
        return _("Even half an hour is enough for one good post.")
    return pace_sentence(weekly_pace(minutes, {}, platforms=platforms))
