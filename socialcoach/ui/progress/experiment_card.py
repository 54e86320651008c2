"""What the owner changed on purpose, and whether it made a difference that can be seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from gettext import gettext as _

from PySide6.QtCore import Signal

from socialcoach.core.progress.experiment import Experiment, Outcome
from socialcoach.services.words.experiments import (
    experiment_days,
    experiment_head,
    experiment_intro,
    experiment_note,
    experiment_row,
    verdict_sentence,
)
from socialcoach.ui.charts.chart import TableData
from socialcoach.ui.context import AppContext
from socialcoach.ui.progress.link_row import in_a_row
from socialcoach.ui.progress.table_button import TableButton
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label

SHOWN = 4
"""Experiments on the card, the latest first; the table holds all."""


class ExperimentCard(Card):
    """Signals: ``wanted()``, ``ended(Experiment)``, ``deleted(Experiment)``."""

    wanted = Signal()
    ended = Signal(object)
    deleted = Signal(object)

    def __init__(
        self,
        outcomes: Sequence[Outcome],
        names: Mapping[str, str],
        today: date,
        context: AppContext,
    ) -> None:
        super().__init__()
        self._names, self._today = names, today
        self.add(label(experiment_title(), "heading"))
        for outcome in outcomes[:SHOWN]:
            self._add_outcome(outcome)
        words = experiment_note() if outcomes else experiment_intro()
        self.add(label(words, "small" if outcomes else ""))
        links = [Button(_("Start an experiment"), self.wanted.emit, role="link")]
        if outcomes:
            links.append(TableButton(context, experiment_title(), experiment_table(outcomes)))
        self.add(in_a_row(*links))
        self.body.addStretch(1)

    def _add_outcome(self, outcome: Outcome) -> None:
        one = outcome.experiment
        self.add(label(one.changed, "strong"), label(verdict_sentence(outcome)))
        self.add(label(self._where_and_when(one, self._today), "soft"))
        delete = Button(_("Delete"), lambda: self.deleted.emit(one), role="link")
        delete.setAccessibleName(_("Delete “{experiment}”").format(experiment=one.changed))
        links = [delete]
        if not one.is_over(self._today):
            end = Button(_("End it now"), lambda: self.ended.emit(one), role="link")
            end.setAccessibleName(_("End “{experiment}” now").format(experiment=one.changed))
            links.insert(0, end)
        self.add(in_a_row(*links))

    def _where_and_when(self, one: Experiment, today: date) -> str:
        days = experiment_days(one, today)
        if not one.platform:
            return days
        name = self._names.get(one.platform, one.platform)
        return _("{platform}, {days}").format(platform=name, days=days)


def experiment_title() -> str:
    """Return the name of the card."""
    return _("What you tried")


def experiment_table(outcomes: Sequence[Outcome]) -> TableData:
    """Return all experiments."""
    return TableData(experiment_head(), tuple(experiment_row(one) for one in outcomes))
