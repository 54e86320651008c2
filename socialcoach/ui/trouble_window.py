"""Shown instead of the window when the owner's data cannot be opened: plain words, a way back."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtWidgets import QWidget

from socialcoach.core.errors import UserError
from socialcoach.paths import DataPaths
from socialcoach.services.keeping import newest_copy, put_back
from socialcoach.services.words.errors import explain
from socialcoach.ui.desktop import Desktop
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label

DAMAGED = ("database.damaged", "database.unreadable", "strategy.unreadable")
WIDTH = 560


class TroubleWindow(QWidget):
    """Says what is wrong with the data and offers what helps."""

    def __init__(self, error: UserError, paths: DataPaths, theme: Theme, desktop: Desktop) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setWindowTitle("SocialCoach")
        self.setMinimumWidth(WIDTH)
        self._paths = paths
        self._words = label(explain(error))
        folder = Button(_("Open the folder"), lambda: desktop.open_folder(paths.folder))
        close = Button(_("Close"), self.close, role="primary")
        buttons = row(folder)
        self._copy = newest_copy(paths.backups)
        self._back = Button(_("Go back to the newest copy"), self._put_back)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        buttons.addWidget(close)
        stack = column(label(_("Your data could not be opened"), "title"), self._words, spacing=16)
        stack.setContentsMargins(32, 32, 32, 24)
        stack.addStretch(1)
        stack.addLayout(buttons)
        self.setLayout(stack)
        self._back.setVisible(error.code in DAMAGED and self._copy is not None)
        close.setFocus()

    def _put_back(self) -> None:
        if self._copy is None:
            return
        try:
            kept = put_back(self._copy, self._paths.database)
        except UserError as error:
            self._words.setText(explain(error))
            return
        self._back.hide()
        self._words.setText(
            _("Done. Please start SocialCoach again. The damaged file was kept as {name}.").format(
                name=kept.name
            )
        )
