"""The card in Settings that lists what the owner taught the meter."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from socialcoach.core.errors import UserError
from socialcoach.core.planning.post import Post, Verdict
from socialcoach.core.text import shorten
from socialcoach.services.meter.reader import context_of
from socialcoach.services.words.writing import draft_name
from socialcoach.ui.context import AppContext
from socialcoach.ui.outcomes import say_failed, say_saved
from socialcoach.ui.widgets.boxes import Card, clear, column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import chip, label

SHOWN = 20
TITLE_LENGTH = 60


class CorrectionsCard(Card):
    """Shows the latest corrections, each with a button that takes it back."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._count = label("", "soft")
        self._rows = column(spacing=4)
        self._save = Button(_("Save as a table"), self._ask_file)
        foot = row(self._save)
        foot.addStretch(1)
        self.add(label(_("What you taught the meter"), "heading"), self._count, self._rows, foot)

    def refresh(self) -> None:
        """Show the corrections as they are now."""
        posts = self._context.services.corrections.all()
        if posts:
            words = ngettext(
                "{n} post you judged yourself.", "{n} posts you judged yourself.", len(posts)
            )
        else:
            words = _("Nothing yet. When the meter is wrong, one click in Write puts it right.")
        self._count.setText(words.format(n=len(posts)))
        clear(self._rows)
        for post in posts[:SHOWN]:
            self._rows.addWidget(self._row(post))
        self._save.setVisible(bool(posts))

    def _row(self, post: Post) -> QWidget:
        sells = post.verdict is Verdict.SELLING
        title = label(shorten(draft_name(post), TITLE_LENGTH), wrap=True)
        said = chip(_("Selling") if sells else _("Giving"), "selling" if sells else "giving")
        undo = Button(_("Take it back"), partial(self._take_back, post.id), role="link")
        undo.setAccessibleName(_("Take it back: {title}").format(title=draft_name(post)))
        line = row(said, title, undo)
        line.setStretch(1, 1)
        made = QWidget()
        made.setLayout(line)
        return made

    def _take_back(self, post_id: int) -> None:
        self._context.hub.tell(self._context.services.corrections.take_back(post_id))
        self.refresh()
        self._context.tasks.run(self._teach)

    def _teach(self) -> None:
        """Let the meter forget what was taken back; runs in a worker."""
        with self._context.services.in_worker() as own:
            own.corrections.teach(own.reader, context_of(own.planner.strategy()))

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, _("Save as a table"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_("Table (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("socialcoach-meter.csv")
        dialog.fileSelected.connect(self._export)
        dialog.open()

    def _export(self, name: str) -> None:
        file = Path(name)
        try:
            self._context.services.corrections.export(file)
        except UserError as error:
            say_failed(self._context, error)
        else:
            say_saved(self._context, file)
