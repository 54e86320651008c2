"""What all pages have in common: when they draw themselves again and how they are left."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from socialcoach.core.changes import Changes
from socialcoach.ui.context import AppContext


class Page(QWidget):
    """A page of the sidebar.

    Subclasses set ``page_id``, ``icon`` (a Phosphor name) and ``affected_by``, build their widgets
    in ``__init__`` and fill them in ``refresh``. A visible page that is affected by a change
    refreshes at once; a hidden one turns stale and refreshes when it is next shown.
    """

    page_id: ClassVar[str]
    icon: ClassVar[str]
    affected_by: ClassVar[Changes] = Changes.everything()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("page")
        self.context = context
        self._stale = True
        context.hub.changed.connect(self._on_changed)
        context.theme.changed.connect(self._on_look_changed)

    @staticmethod
    def title() -> str:
        """Return the page's name in the sidebar."""
        return ""

    def refresh(self) -> None:
        """Fill the widgets from the services."""

    def open_item(self, what: object) -> None:
        """Show one thing on this page, such as a draft by its id."""

    def leave(self) -> None:
        """Keep what is not kept yet; called before another page shows and before closing."""

    def has_unsaved(self) -> bool:
        """Tell whether something on this page could not be kept so far."""
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()

    def _on_changed(self, changes: Changes, origin: object) -> None:
        if origin is not self and changes & self.affected_by:
            self._refresh_or_turn_stale()

    def _on_look_changed(self) -> None:
        self._refresh_or_turn_stale()

    def _refresh_or_turn_stale(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
