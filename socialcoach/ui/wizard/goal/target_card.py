"""What is counted, how much of it, until when, and why it matters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from gettext import gettext as _
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from socialcoach.core.strategy.aims import Suggestion, suggest_measures
from socialcoach.core.strategy.goal import Aim, Goal
from socialcoach.services.words.goals import goal_sentence
from socialcoach.services.words.strategy import measure_text
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import Card, row
from socialcoach.ui.widgets.combo import Combo
from socialcoach.ui.widgets.figures import read_figure, show_figure
from socialcoach.ui.widgets.form_rows import asked
from socialcoach.ui.widgets.growing_text import GrowingText
from socialcoach.ui.widgets.labels import rich_label
from socialcoach.ui.wizard.goal.day_choice import DayChoice


class TargetCard(Card):
    """Turns an aim into something to count. Emits ``changed`` at every answer."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(margins=20, spacing=16)
        self._offers: Sequence[Suggestion] = ()
        self._measure = Combo(theme)
        self._measure.setEditable(True)
        self._measure.setInsertPolicy(Combo.InsertPolicy.NoInsert)
        self._now, self._target, self._why = QLineEdit(), QLineEdit(), GrowingText()
        self._by = DayChoice(theme)
        self._why.setPlaceholderText(_("For example: then I can keep my baker through winter"))
        figures = row(
            asked(_("Today it is about"), self._now),
            asked(_("We want"), self._target),
            asked(_("By"), self._by),
            spacing=16,
        )
        for place, share in enumerate((1, 1, 2)):
            figures.setStretch(place, share)
        self.add(asked(_("What do we count?"), self._measure), figures)
        self.add(asked(_("Why does it matter to you?"), self._why))
        self._sum = rich_label("")
        self.add(self._sum)
        self._listen()

    def load(self, goal: Goal, today: date) -> None:
        """Show a goal; what is not known yet is suggested from the aim."""
        self._offer(goal.aim)
        best = self._offers[0] if self._offers else None
        self._show_measure(goal.measure or (measure_text(best.measure) if best else ""))
        target = goal.target
        if target is None and best is not None and not goal.measure:
            target = best.target
        _show_if_other(self._target, target)
        _show_if_other(self._now, goal.now)
        self._by.show_day(goal.by, today)
        if self._why.text().strip() != goal.why:
            self._why.setText(goal.why)

    def change_aim(self, aim: Aim) -> None:
        """Suggest what to count for another aim; the owner's own words and figures stay."""
        before = {measure_text(offer.measure): offer for offer in self._offers}
        shown = before.get(self._measure.currentText().strip())
        own_words = shown is None and bool(self._measure.currentText().strip())
        self._offer(aim)
        if not own_words:
            self._suggest(self._offers[0], instead_of=shown)

    def sum_up(self, goal: Goal, today: date) -> None:
        """Say the goal in one sentence."""
        safe = replace(goal, measure=escape(goal.measure))
        self._sum.setText(goal_sentence(safe, today, mark="<b>{words}</b>"))
        self._sum.setVisible(bool(goal.measure))

    def answers(self, goal: Goal) -> Goal:
        """Return the goal with what is on this card."""
        return replace(
            goal,
            measure=self._measure.currentText().strip(),
            now=read_figure(self._now.text()),
            target=read_figure(self._target.text()),
            by=self._by.day,
            why=self._why.text().strip(),
        )

    def problem(self, today: date) -> str:
        """Return what does not make sense yet, as a kind sentence, or an empty text."""
        for field in (self._now, self._target):
            typed = field.text().strip()
            if typed and read_figure(typed) is None:
                return _("“{typed}” is not a figure. Write a number such as 8.").format(typed=typed)
        if self._by.day is not None and self._by.day <= today:
            return _("That day has passed. Choose one that is still to come.")
        return ""

    def _listen(self) -> None:
        for field in (self._now, self._target, self._why):
            field.textChanged.connect(lambda: self.changed.emit())
        self._by.activated.connect(lambda: self.changed.emit())
        self._measure.editTextChanged.connect(lambda: self.changed.emit())
        self._measure.activated.connect(self._on_measure)

    def _on_measure(self, place: int) -> None:
        if 0 <= place < len(self._offers):
            figure = read_figure(self._target.text())
            known = {offer.target for offer in self._offers}
            if figure is None or figure in known:
                self._target.setText(show_figure(self._offers[place].target))

    def _offer(self, aim: Aim | None) -> None:
        self._offers = suggest_measures(aim) if aim is not None else ()
        words = self._measure.currentText()
        self._measure.clear()
        self._measure.addItems([measure_text(offer.measure) for offer in self._offers])
        self._measure.setEditText(words)

    def _suggest(self, offer: Suggestion, instead_of: Suggestion | None) -> None:
        self._show_measure(measure_text(offer.measure))
        figure = read_figure(self._target.text())
        if figure is None or (instead_of is not None and figure == instead_of.target):
            self._target.setText(show_figure(offer.target))

    def _show_measure(self, words: str) -> None:
        if self._measure.currentText().strip() != words:
            self._measure.setEditText(words)
        line = self._measure.lineEdit()
        if line is not None:
            line.setPlaceholderText(_("For example: classes booked a month"))
            line.setCursorPosition(0)


def _show_if_other(field: QLineEdit, figure: float | None) -> None:
    if figure is None or read_figure(field.text()) != figure:
        field.setText(show_figure(figure))
