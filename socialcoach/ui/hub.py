"""The one place where news travels: what changed, and short notices to the owner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from socialcoach.core.changes import Changes


@dataclass(frozen=True)
class Notice:
    """A short message at the foot of the window, with at most one button.

    ``action`` runs when the button with the text ``button`` is pressed.
    """

    text: str
    button: str = ""
    action: Callable[[], object] | None = None


class Hub(QObject):
    """Tells pages what changed.

    Signals: ``changed(Changes, origin)``, ``noticed(Notice)``, ``page_wanted(page_id, what)``, and
    ``start_anew()`` when everything is to be deleted.
    """

    changed = Signal(object, object)
    noticed = Signal(object)
    page_wanted = Signal(str, object)
    start_anew = Signal()

    def tell(self, changes: Changes, origin: QObject | None = None) -> None:
        """Say what changed; ``origin`` has drawn its own change already and is passed over."""
        if changes is not Changes.NOTHING:
            self.changed.emit(changes, origin)

    def notice(
        self, text: str, button: str = "", action: Callable[[], object] | None = None
    ) -> None:
        """Show a short message."""
        self.noticed.emit(Notice(text, button, action))

    def go_to(self, page_id: str, what: object = None) -> None:
        """Ask for a page; ``what`` is handed to its ``open_item``."""
        self.page_wanted.emit(page_id, what)
