"""What you want: from a wish, even one for likes, to something the owner can see happen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from gettext import gettext as _

from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from socialcoach.core.strategy.goal import Aim, Goal
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.core.strategy.vanity import LONGEST_GOAL, find_vanity
from socialcoach.services.words.strategy import (
    aim_meaning,
    aim_name,
    vanity_question,
    vanity_reason,
)
from socialcoach.ui.context import AppContext
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.choice_card import ChoiceCard
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.wizard.goal.target_card import TargetCard
from socialcoach.ui.wizard.step import WizardStep


class GoalStep(WizardStep):
    """Asks for the goal, challenges it when it is about likes, and makes it something to count."""

    step_id = "goal"

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._said = QLineEdit()
        self._said.setAccessibleName(self.title())
        self._said.setMaxLength(LONGEST_GOAL)
        self._said.setPlaceholderText(_("For example: more people should come on weekdays"))
        self._vanity = Card("note", margins=18, spacing=4)
        self._question, self._reason = label("", "strong"), label("")
        self._vanity.add(self._question, self._reason)
        self._which = label(_("Which of these comes closest to what you hope for?"), "strong")
        self._aims = QButtonGroup(self)
        self._target = TargetCard(context.theme)
        self._asked_once = False
        self._build()
        self._listen()

    @staticmethod
    def title() -> str:
        return _("What should change for your business?")

    def next_words(self) -> str:
        return _("That is my goal") if self._aim() else _("Next")

    def why(self) -> str:
        return _(
            "A goal you can count shows you in a few months whether the work was worth it. "
            "Likes cannot show you that."
        )

    def first_field(self) -> QWidget | None:
        return self._said

    def load(self, strategy: Strategy) -> None:
        goal = strategy.goal
        if self._said.text().strip() != goal.said:
            self._said.setText(goal.said)
        self._aims.setExclusive(False)
        for card in self._cards():
            card.setChecked(goal.aim is not None and card.key == goal.aim)
        self._aims.setExclusive(True)
        self._target.load(goal, self._today())
        self._asked_once = False
        self._draw()

    def answers(self, strategy: Strategy) -> Strategy:
        return replace(strategy, goal=self._goal(strategy.goal))

    def problem(self) -> str:
        if self._aim() is not None:
            return self._target.problem(self._today())
        if find_vanity(self._said.text()) and not self._asked_once:
            self._asked_once = True
            return _("Choose the one that comes closest. Or press Next again to leave it open.")
        return ""

    def _build(self) -> None:
        self.body.setSpacing(12)
        intro = _("Say it in your own words. We will make it something you can see happen.")
        self.body.addWidget(label(intro, "soft"))
        for part in (self._said, self._vanity, self._which):
            self.body.addWidget(part)
        for aim in Aim:
            card = ChoiceCard(aim, aim_name(aim), aim_meaning(aim), self.context.theme)
            self._aims.addButton(card)
            self.body.addWidget(card)
        self.body.addWidget(self._target)

    def _listen(self) -> None:
        self._said.textChanged.connect(self._on_changed)
        self._target.changed.connect(self._on_changed)
        for card in self._cards():
            card.clicked.connect(self._on_aim)

    def _on_changed(self) -> None:
        self._draw()
        self.changed.emit()

    def _on_aim(self) -> None:
        aim = self._aim()
        if aim is not None:
            self._target.change_aim(aim)
            self._on_changed()
            self.reveal.emit(self._target)

    def _draw(self) -> None:
        vanity = find_vanity(self._said.text())
        self._vanity.setVisible(vanity is not None)
        if vanity is not None:
            self._question.setText(vanity_question(vanity))
            self._reason.setText(
                _("{reason} {question}").format(reason=vanity_reason(), question=self._which.text())
            )
        self._which.setVisible(vanity is None)
        self._draw_target()

    def _draw_target(self) -> None:
        """Show what to count right under the chosen aim, so that nobody has to look for it."""
        chosen = self._aims.checkedButton()
        self._target.setVisible(chosen is not None)
        if chosen is not None:
            if self.body.indexOf(self._target) != self.body.indexOf(chosen) + 1:
                self.body.removeWidget(self._target)
                self.body.insertWidget(self.body.indexOf(chosen) + 1, self._target)
            self._target.sum_up(self._goal(Goal()), self._today())

    def _goal(self, before: Goal) -> Goal:
        aim, said = self._aim(), self._said.text().strip()
        if aim is None:
            return replace(before, said=said)
        return self._target.answers(replace(before, said=said, aim=aim))

    def _aim(self) -> Aim | None:
        chosen = self._aims.checkedButton()
        return Aim(chosen.key) if isinstance(chosen, ChoiceCard) else None

    def _cards(self) -> list[ChoiceCard]:
        return [card for card in self._aims.buttons() if isinstance(card, ChoiceCard)]

    def _today(self) -> date:
        return self.context.services.planner.today()
