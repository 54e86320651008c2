"""Progress: what a month did, as sentences, pictures and tables; and bringing in numbers."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QWidget
from shiboken6 import isValid

from socialcoach.core.changes import Changes
from socialcoach.services.words.progress import export_steps
from socialcoach.ui.context import AppContext
from socialcoach.ui.pages.page import Page
from socialcoach.ui.progress.import_panel import ImportPanel
from socialcoach.ui.progress.loading import Shown, gather
from socialcoach.ui.progress.month_view import MonthView
from socialcoach.ui.progress.panel_place import PanelPlace
from socialcoach.ui.progress.report_button import ReportButton
from socialcoach.ui.progress.typing_form import TypingForm, typing_title
from socialcoach.ui.widgets.boxes import column, row, scrolling
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.empty_state import EmptyState
from socialcoach.ui.widgets.labels import label

HEAD_WIDTH = 620
"""Width below which the title and the buttons stand one above the other, in pixels."""


class ProgressPage(Page):
    """The months. ``open_item(Path)`` starts bringing in a file."""

    page_id = "progress"
    icon = "ph.chart-line-up"
    affected_by = Changes.FEED | Changes.NUMBERS | Changes.STRATEGY | Changes.PEOPLE

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        names = {key: facts.name for key, facts in context.services.platforms.items()}
        self._names = names
        self._shown: Shown | None = None
        self._asked = 0
        self._bring = Button(
            _("Bring in numbers"), self._ask_file, theme=context.theme, icon="ph.download-simple"
        )
        self._type = Button(_("Type in numbers"), self._type_in, role="link")
        self._typing = PanelPlace()
        self._report = ReportButton(context)
        self._head = row(spacing=8)
        self._panel = ImportPanel(context, names)
        self._months = MonthView(context, names)
        # Empty until the owner picks a month: new numbers then open the month they are from.
        self._chosen = ""
        self._empty = self._empty_state()
        self._build()

    @staticmethod
    def title() -> str:
        return _("Progress")

    def refresh(self) -> None:
        self._load()

    def open_item(self, what: object) -> None:
        if not isinstance(what, Path):
            return
        if self._panel.is_writing:
            words = _("One file after the other, please. The first is still coming in.")
            self.context.hub.notice(words)
            return
        self._panel.show()
        self._report.hide()
        self._type.hide()
        self._empty.hide()
        self._panel.start(what)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_item(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        flat = self.width() >= self.context.theme.sizes.scaled(HEAD_WIDTH)
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.LeftToRight if flat else direction.TopToBottom)
        side = Qt.AlignmentFlag(0) if flat else Qt.AlignmentFlag.AlignLeft
        for button in (self._type, self._bring, self._report):
            self._head.setAlignment(button, side)

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self._head.addWidget(label(_("Progress"), "title", wrap=False), 1)
        self._head.addWidget(self._type)
        self._head.addWidget(self._bring)
        self._head.addWidget(self._report)
        self._panel.file_wanted.connect(self._ask_file)
        self._panel.closed.connect(self._on_panel_closed)
        self._months.month_chosen.connect(self._choose_month)
        parts = (self._panel, self._typing, self._months, self._empty)
        stack = column(self._head, *parts, spacing=16, margins=24)
        stack.addStretch(1)
        stack.setStretchFactor(self._empty, 100)
        content = QWidget()
        content.setLayout(stack)
        self.setLayout(column(scrolling(content)))
        for part in (*parts, self._report):
            part.hide()

    def _empty_state(self) -> EmptyState:
        words = _(
            "Here you will see how many people respond to your posts. You will also see how much "
            "gives and how much sells. {steps}"
        ).format(steps=export_steps())
        bring = Button(_("Bring in numbers"), self._ask_file, role="primary")
        theme = self.context.theme
        return EmptyState(theme, self.icon, _("Nothing to show yet"), words, bring)

    def _choose_month(self, month: str) -> None:
        self._chosen = month
        self._load()

    def _load(self) -> None:
        self._asked += 1
        month = self._chosen
        asked, services = self._asked, self.context.services
        self.context.tasks.run(
            lambda: gather(services, month), lambda shown: self._on_loaded(asked, shown)
        )

    def _on_loaded(self, asked: int, shown: Shown) -> None:
        if isValid(self) and asked == self._asked:
            self._shown = shown
            self._show()

    def _show(self) -> None:
        shown, is_bringing = self._shown, self._panel.isVisible()
        if shown is None:
            return
        empty = shown.overview.is_empty
        self._empty.setVisible(empty and not is_bringing)
        self._bring.setVisible(not empty)
        self._type.setVisible(not is_bringing)
        self._months.setVisible(not empty)
        self._report.setVisible(not empty and not is_bringing)
        if not empty:
            self._report.show_month(shown)
            self._months.show_month(shown)

    def _on_panel_closed(self) -> None:
        self._show()
        self._bring.setFocus()

    def _type_in(self) -> None:
        self._typing.open(typing_title(), TypingForm(self.context, self._names))

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, _("Bring in numbers"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Tables (*.csv *.xlsx *.xls *.zip)"), _("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.open_item(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _dropped_file(event: QDropEvent) -> Path | None:
    addresses = event.mimeData().urls()
    local = [Path(one.toLocalFile()) for one in addresses if one.isLocalFile()]
    return local[0] if len(local) == 1 else None
