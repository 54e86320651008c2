"""Copy and open: the pictures of a post, put ready for one platform in a folder of their own."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

from PySide6.QtCore import QObject
from shiboken6 import isValid

from socialcoach.core.errors import UserError
from socialcoach.services.words.errors import explain
from socialcoach.ui.context import AppContext
from socialcoach.ui.widgets.buttons import Button


class ReadyPictures(QObject):
    """Writes the pictures as a platform takes them and opens their folder."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def button(self, post_id: int, platform: str) -> Button | None:
        """Return a button that opens the folder, None when there are no pictures."""
        count = self._context.services.writing.pictures.count_going(post_id, platform)
        if not count:
            return None
        words = ngettext("Open the picture", "Open the {count} pictures", count)
        return Button(
            words.format(count=count),
            partial(self.open, post_id, platform),
            role="link",
            theme=self._context.theme,
            icon="ph.folder",
        )

    def open(self, post_id: int, platform: str) -> None:
        """Put the pictures ready, if there are any, and open the folder."""
        if self._context.services.writing.pictures.of_post(post_id):
            work = partial(self._put_ready, post_id, platform)
            self._context.tasks.run(work, self._on_ready, self._on_failed)

    def _put_ready(self, post_id: int, platform: str) -> Path:
        """Write the pictures; runs in a worker."""
        with self._context.services.in_worker() as own:
            own.writing.pictures.outgoing(post_id, platform)
            return own.writing.pictures.ready_folder(post_id, platform)

    def _on_ready(self, folder: Path) -> None:
        if isValid(self) and not self._context.desktop.open_folder(folder):
            words = _("The folder did not open. The pictures lie in {folder}.")
            self._context.hub.notice(words.format(folder=folder))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._context.hub.notice(explain(error))
