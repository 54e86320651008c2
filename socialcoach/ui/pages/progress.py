"""Progress: what a month did, as sentences, pictures and tables; and bringing in numbers."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QWidget
from shiboken6 import isValid

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.progress.overview import EVERYWHERE
from socialcoach.services.words.errors import explain
from socialcoach.services.words.figures import month_name
from socialcoach.services.words.progress import export_steps
from socialcoach.ui.charts.chart_card import ChartCard
from socialcoach.ui.charts.library import ChartLibrary
from socialcoach.ui.charts.mix_chart import MixChart
from socialcoach.ui.charts.response_chart import ResponseChart
from socialcoach.ui.context import AppContext
from socialcoach.ui.pages.page import Page
from socialcoach.ui.progress.card_grid import CardGrid
from socialcoach.ui.progress.chooser import Chooser
from socialcoach.ui.progress.fact_cards import fact_cards
from socialcoach.ui.progress.import_panel import ImportPanel
from socialcoach.ui.progress.loading import Shown, gather
from socialcoach.ui.widgets.boxes import column, row, scrolling
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.empty_state import EmptyState
from socialcoach.ui.widgets.labels import label

CHART_WIDTH, FACT_WIDTH = 400, 280
"""Least widths of cards, in pixels at the usual text size."""


class ProgressPage(Page):
    """The months. ``open_item(Path)`` starts bringing in a file."""

    page_id = "progress"
    icon = "ph.chart-line-up"
    affected_by = Changes.FEED | Changes.NUMBERS | Changes.STRATEGY | Changes.PEOPLE

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        theme = context.theme
        self._names = {key: facts.name for key, facts in context.services.platforms.items()}
        self._shown: Shown | None = None
        self._platform = EVERYWHERE
        self._asked = 0
        self._bring = Button(
            _("Bring in numbers"), self._ask_file, theme=theme, icon="ph.download-simple"
        )
        self._report = Button("", self._ask_report, role="primary", theme=theme, icon="ph.file-pdf")
        self._head = row(spacing=8)
        self._chooser = Chooser(theme)
        self._panel = ImportPanel(context, self._names)
        self._library = ChartLibrary(context.tasks)
        # Empty until the owner picks one: new numbers then open the month they are from.
        self._chosen_month = ""
        self._response = ChartCard(context, self._library)
        self._mix = ChartCard(context, self._library)
        self._charts = CardGrid(theme, CHART_WIDTH, 2)
        self._facts = CardGrid(theme, FACT_WIDTH, 3)
        self._empty = self._empty_state()
        self._build()

    @staticmethod
    def title() -> str:
        return _("Progress")

    def refresh(self) -> None:
        self._load()

    def open_item(self, what: object) -> None:
        if isinstance(what, Path):
            self._panel.show()
            self._report.setVisible(False)
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
        self._fit_head()

    def _build(self) -> None:
        self.setAcceptDrops(True)
        name = label(_("Progress"), "title", wrap=False)
        self._head.addWidget(name, 1)
        self._head.addWidget(self._bring)
        self._head.addWidget(self._report)
        self._panel.hide()
        self._panel.file_wanted.connect(self._ask_file)
        self._panel.closed.connect(self._on_panel_closed)
        self._chooser.month_chosen.connect(self._choose_month)
        self._chooser.platform_chosen.connect(self._choose_platform)
        stack = column(
            *(self._head, self._panel, self._chooser, self._charts, self._facts, self._empty),
            spacing=16,
            margins=24,
        )
        stack.addStretch(1)
        stack.setStretchFactor(self._empty, 100)
        content = QWidget()
        content.setLayout(stack)
        self.setLayout(column(scrolling(content)))
        for part in (self._chooser, self._charts, self._facts, self._empty, self._report):
            part.hide()

    def _empty_state(self) -> EmptyState:
        words = _(
            "Here you will see how many people respond to your posts, and how much of what you "
            "post gives and how much sells. {steps}"
        ).format(steps=export_steps())
        bring = Button(_("Bring in numbers"), self._ask_file, role="primary")
        theme = self.context.theme
        return EmptyState(theme, "ph.chart-line-up", _("Nothing to show yet"), words, bring)

    def _fit_head(self) -> None:
        wide = self.context.theme.sizes.scaled(620)
        flat = self.width() >= wide
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.LeftToRight if flat else direction.TopToBottom)

    def _load(self, month: str = "") -> None:
        self._asked += 1
        asked = self._asked
        if not month and self._shown is not None and not self._shown.overview.is_empty:
            month = self._shown.month
        services = self.context.services
        self.context.tasks.run(
            lambda: gather(services, month), lambda shown: self._on_loaded(asked, shown)
        )

    def _on_loaded(self, asked: int, shown: Shown) -> None:
        if isValid(self) and asked == self._asked:
            self._shown = shown
            self._show()

    def _show(self) -> None:
        shown = self._shown
        if shown is None:
            return
        empty = shown.overview.is_empty
        self._empty.setVisible(empty and not self._panel.isVisible())
        self._bring.setVisible(not empty)
        for part in (self._chooser, self._charts, self._facts):
            part.setVisible(not empty)
        self._report.setVisible(not empty and not self._panel.isVisible())
        if not empty:
            self._fill(shown)

    def _fill(self, shown: Shown) -> None:
        overview = shown.overview
        if self._platform not in overview.platforms:
            self._platform = EVERYWHERE
        name = month_name(shown.month, overview.today_month)
        self._report.setText(_("{month} report").format(month=name))
        self._report.setAccessibleName(self._report.text())
        self._chooser.fill(overview, self._platform, self._names)
        self._response.show_chart(ResponseChart(overview, self._platform, self._names))
        self._mix.show_chart(MixChart(overview, self._platform))
        self._charts.show_cards([self._response, self._mix])
        services = self.context.services
        hours = services.planner.strategy().brand.reply_hours
        self._facts.show_cards(fact_cards(shown, self._names, hours, self.context.theme))

    def _choose_month(self, month: str) -> None:
        self._chosen_month = month
        self._load(month)

    def _choose_platform(self, platform: str) -> None:
        self._platform = platform
        self._show()

    def _on_panel_closed(self) -> None:
        self._show()
        self._bring.setFocus()

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, _("Bring in numbers"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Tables (*.csv *.xlsx *.xls *.zip)"), _("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.open_item(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_report(self) -> None:
        if self._shown is None:
            return
        month = self._shown.month
        dialog = QFileDialog(self, _("Save the report"), f"{month}.pdf", _("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda name: self._write_report(month, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write_report(self, month: str, file: Path) -> None:
        from socialcoach.ui.documents.month_report import write_month_report

        def work() -> None:
            with self.context.services.in_worker() as own:
                write_month_report(own, month, file)

        self.context.tasks.run(work, lambda _done: self._on_reported(file), self._on_failed)

    def _on_reported(self, file: Path) -> None:
        words = _("Saved: {name}").format(name=file.name)
        desktop = self.context.desktop
        self.context.hub.notice(words, _("Open"), lambda: desktop.open_folder(file.parent))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.context.hub.notice(explain(error))


def _dropped_file(event: QDropEvent) -> Path | None:
    addresses = event.mimeData().urls()
    local = [Path(one.toLocalFile()) for one in addresses if one.isLocalFile()]
    return local[0] if len(local) == 1 else None
