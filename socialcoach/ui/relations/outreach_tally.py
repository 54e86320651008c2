"""What a promoter's word brought: one click for each visit or customer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from socialcoach.core.relations.promoter import Happening, PromoterEvent
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import Card, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.form_rows import asked
from socialcoach.ui.widgets.labels import label


class TallyCard(Card):
    """Emits ``one_more(what)``, ``Happening.VISIT`` or ``Happening.CUSTOMER``."""

    one_more = Signal(object)

    def __init__(self, theme: Theme, result: QWidget) -> None:
        super().__init__(spacing=12)
        self._counts = {what: label("0", "heading", wrap=False) for what in _names()}
        self.add(label(_("What it brought"), "heading"))
        for what, name in _names().items():
            count = partial(self.one_more.emit, what)
            button = Button(_("One more"), count, theme=theme, icon="ph.plus")
            button.setAccessibleName(_("One more: {what}").format(what=name.lower()))
            line = row(label(name), self._counts[what], button, spacing=12)
            line.setStretch(0, 1)
            self.add(line)
        self.add(asked(_("What came of it?"), result))

    def show_events(self, events: Sequence[PromoterEvent]) -> None:
        """Show how many there were."""
        for what, name in _names().items():
            count = str(sum(event.what is what for event in events))
            self._counts[what].setText(count)
            self._counts[what].setAccessibleName(f"{name}: {count}")


def _names() -> dict[Happening, str]:
    return {
        Happening.VISIT: _("People who came by because of them"),
        Happening.CUSTOMER: _("Customers they sent"),
    }
