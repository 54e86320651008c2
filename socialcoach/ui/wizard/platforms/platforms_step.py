"""Where to post: two or three platforms with reasons, each with a purpose; the others wait."""

from __future__ import annotations

from dataclasses import replace
from gettext import gettext as _

from PySide6.QtWidgets import QWidget

from socialcoach.core.strategy.advice import Advice, Recommendation
from socialcoach.core.strategy.choice import recommend
from socialcoach.core.strategy.goal import Aim
from socialcoach.core.strategy.purposes import suggest_purposes
from socialcoach.core.strategy.strategy import (
    FEWEST_PLATFORMS,
    MOST_PLATFORMS,
    PlatformPurpose,
    Strategy,
)
from socialcoach.services.words.planning import facts_note
from socialcoach.services.words.strategy import audience_note, purpose_text
from socialcoach.ui.context import AppContext
from socialcoach.ui.progress.link_row import in_a_row
from socialcoach.ui.widgets.boxes import clear, column, put
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.wizard.platforms.chosen_card import ChosenCard
from socialcoach.ui.wizard.platforms.leave_list import LeaveList
from socialcoach.ui.wizard.step import WizardStep


class PlatformsStep(WizardStep):
    """Suggests platforms; what is suggested becomes the owner's choice by going on."""

    step_id = "platforms"

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._facts = context.services.platforms
        self._advice: dict[str, Advice] = {}
        self._chosen: tuple[PlatformPurpose, ...] = ()
        self._is_own_choice = False
        self._aim: Aim | None = None
        self._cards: list[ChosenCard] = []
        self._list = column(spacing=16)
        self.body.addWidget(label(_intro(), "soft"))
        listen = Button(
            _("Not sure? Listen where people talk first"),
            lambda: context.hub.go_to("outreach", "listening"),
            role="link",
            theme=context.theme,
            icon="ph.ear",
        )
        self.body.addWidget(in_a_row(listen))
        self.body.addLayout(self._list)

    @staticmethod
    def title() -> str:
        return _("Where will you meet people?")

    def next_words(self) -> str:
        return _("These are my places")

    def why(self) -> str:
        return _(
            "Each place has its own people and habits. Two that you look after do more "
            "than ten that stand empty. A purpose tells you what belongs where."
        )

    def first_field(self) -> QWidget | None:
        return self._cards[0].purpose if self._cards else None

    def load(self, strategy: Strategy) -> None:
        self._aim = strategy.goal.aim
        advised = self._recommend(strategy)
        self._advice = {one.key: one for one in (*advised.suggested, *advised.leave)}
        known = tuple(one for one in strategy.platforms if one.key in self._facts)
        self._is_own_choice = bool(known)
        self._chosen = known
        if not known:
            self._chosen = tuple(PlatformPurpose(one.key) for one in advised.suggested)
        self._fill_purposes()
        self._show_all()

    def answers(self, strategy: Strategy) -> Strategy:
        return replace(strategy, platforms=self._chosen) if self._is_own_choice else strategy

    def accept(self) -> None:
        self._is_own_choice = True

    def problem(self) -> str:
        if len(self._chosen) < FEWEST_PLATFORMS:
            return _("Choose two places to begin with. You can change them at any time.")
        return ""

    def _recommend(self, strategy: Strategy) -> Recommendation:
        trades = self.context.services.trades
        trade = trades.get(strategy.business.trade, trades["other"])
        facts = tuple(self._facts.values())
        heard = self.context.services.relations.listening.counts()
        return recommend(strategy.business, strategy.minutes_per_week, facts, trade, heard)

    def _fill_purposes(self) -> None:
        """Suggest a purpose where there is none."""
        facts = [self._facts[one.key] for one in self._chosen]
        suggested = suggest_purposes(facts, self._aim)
        self._chosen = tuple(
            one if one.purpose else replace(one, purpose=purpose_text(offer.purpose))
            for one, offer in zip(self._chosen, suggested, strict=True)
        )

    def _show_all(self) -> None:
        clear(self._list)
        self._cards = [self._card(place) for place in range(len(self._chosen))]
        for card in self._cards:
            put(self._list, card)
        taken = {one.key for one in self._chosen}
        others = [advice for key, advice in self._advice.items() if key not in taken]
        room = len(self._chosen) < MOST_PLATFORMS
        leave = LeaveList(others, self._facts, self.context.theme, room=room)
        leave.taken.connect(self._take)
        put(self._list, leave)
        put(self._list, label(self._sources(), "small"))

    def _card(self, place: int) -> ChosenCard:
        one = self._chosen[place]
        facts = self._facts[one.key]
        card = ChosenCard(facts, self._advice[one.key], one.purpose, self.context.theme)
        card.purpose_changed.connect(lambda text: self._keep_purpose(place, text))
        card.swapped.connect(lambda key: self._swap(place, key))
        card.removed.connect(lambda: self._remove(place))
        taken = {other.key for other in self._chosen}
        card.offer_swap([self._facts[key] for key in self._advice if key not in taken])
        if len(self._chosen) > FEWEST_PLATFORMS:
            card.offer_removal()
        return card

    def _keep_purpose(self, place: int, text: str) -> None:
        chosen = list(self._chosen)
        chosen[place] = replace(chosen[place], purpose=text.strip())
        self._chosen = tuple(chosen)
        self._is_own_choice = True
        self.changed.emit()

    def _swap(self, place: int, key: str) -> None:
        chosen = list(self._chosen)
        chosen[place] = PlatformPurpose(key)
        self._choose(tuple(chosen), place)

    def _take(self, key: str) -> None:
        self._choose((*self._chosen, PlatformPurpose(key)), len(self._chosen))

    def _remove(self, place: int) -> None:
        self._choose(self._chosen[:place] + self._chosen[place + 1 :], 0)

    def _choose(self, chosen: tuple[PlatformPurpose, ...], place: int) -> None:
        self._chosen = chosen
        self._is_own_choice = True
        self._fill_purposes()
        self._show_all()
        self._cards[place].purpose.setFocus()
        self.reveal.emit(self._cards[place])
        self.changed.emit()

    def _sources(self) -> str:
        oldest = min((self._facts[one.key] for one in self._chosen), key=lambda f: f.checked_on)
        return f"{audience_note()} {facts_note(oldest)}"


def _intro() -> str:
    return _(
        "From what you told us, we would begin here. You know your customers best, "
        "so change what you like."
    )
