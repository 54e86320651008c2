"""Beginning, ending and deleting experiments from the page, each with a way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from gettext import gettext as _

from socialcoach.core.errors import UserError
from socialcoach.core.progress.experiment import Experiment, Outcome
from socialcoach.services.words.errors import explain
from socialcoach.ui.context import AppContext
from socialcoach.ui.progress.experiment_card import ExperimentCard
from socialcoach.ui.progress.experiment_form import ExperimentForm
from socialcoach.ui.progress.panel_place import PanelPlace


class ExperimentDesk:
    """Makes the card and does what its buttons ask; the form opens in ``panels``."""

    def __init__(self, context: AppContext, names: Mapping[str, str], panels: PanelPlace) -> None:
        self._context, self._names, self._panels = context, names, panels

    def card(
        self, outcomes: Sequence[Outcome], platforms: Sequence[tuple[str, str]], today: date
    ) -> ExperimentCard:
        """Return the card; ``platforms`` are keys and names to choose from."""
        card = ExperimentCard(outcomes, self._names, today, self._context)
        card.wanted.connect(lambda: self._ask(platforms))
        card.ended.connect(self._end)
        card.deleted.connect(self._delete)
        return card

    def _ask(self, platforms: Sequence[tuple[str, str]]) -> None:
        today = self._context.services.planner.today()
        form = ExperimentForm(platforms, today, self._context.theme)
        form.noted.connect(self._begin)
        self._panels.open(_("Start an experiment"), form)

    def _begin(self, experiment: Experiment) -> None:
        hub = self._context.hub
        try:
            changes = self._context.services.experimenting.begin(experiment)
        except UserError as error:
            hub.notice(explain(error))
            return
        self._panels.close_panel()
        hub.tell(changes)

    def _end(self, experiment: Experiment) -> None:
        changes = self._context.services.experimenting.end(experiment)
        self._context.hub.tell(changes)
        self._offer_undo(experiment, _("Ended: {experiment}"))

    def _delete(self, experiment: Experiment) -> None:
        changes = self._context.services.experimenting.remove(experiment.id)
        self._context.hub.tell(changes)
        self._offer_undo(experiment, _("Deleted: {experiment}"))

    def _offer_undo(self, experiment: Experiment, words: str) -> None:
        services, hub = self._context.services, self._context.hub
        hub.notice(
            words.format(experiment=experiment.changed),
            _("Undo"),
            lambda: hub.tell(services.experimenting.put_back(experiment)),
        )
