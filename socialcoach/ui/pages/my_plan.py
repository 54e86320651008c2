"""My plan: the strategy on one page, living; each part can be changed where it was asked."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QWidget

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.services.words.errors import explain
from socialcoach.services.words.living_plan import look_sentence
from socialcoach.ui.context import AppContext
from socialcoach.ui.documents.plan_sections import PlanSection, is_empty, plan_sections
from socialcoach.ui.documents.strategy_document import print_plan, save_plan
from socialcoach.ui.pages.page import Page
from socialcoach.ui.progress.link_row import in_a_row
from socialcoach.ui.strategy.living_part import LivingPart
from socialcoach.ui.widgets.boxes import Card, clear, column, put, row, scrolling
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.empty_state import EmptyState
from socialcoach.ui.widgets.icon_label import IconLabel
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.name_lines import NameLines

TWO_COLUMNS = 960
"""From this width on the cards stand in two columns, in pixels at the usual text size."""

LEFT = ("who", "customers", "brand")
"""Who we are stands on the left; what we want and do on the right."""


class MyPlanPage(Page):
    """Shows the plan, what is still open in it, and the ways to paper."""

    page_id = "my_plan"
    icon = "ph.compass"
    affected_by = Changes.STRATEGY | Changes.PEOPLE | Changes.DRAFTS

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._parts = column(spacing=16)
        self._save = Button(
            _("Save as PDF"), self._ask_where, theme=context.theme, icon="ph.file-pdf"
        )
        self._print = Button(_("Print"), self._ask_printer, theme=context.theme, icon="ph.printer")
        self._dialog: QWidget | None = None
        self._left, self._right = column(spacing=16), column(spacing=16)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        for one in (self._left, self._right):
            self._columns.addLayout(one, 1)
        self._living = LivingPart(context)
        self._content = QWidget()
        stack = column(self._head(), self._parts, self._living, self._columns, spacing=16)
        stack.setContentsMargins(28, 24, 28, 24)
        stack.addStretch(1)
        self._content.setLayout(stack)
        self.setLayout(column(scrolling(self._content), spacing=0))

    @staticmethod
    def title() -> str:
        return _("My plan")

    def refresh(self) -> None:
        strategy = self.context.services.planner.strategy()
        for part in (self._parts, self._left, self._right):
            clear(part)
        empty = is_empty(strategy)
        for button in (self._save, self._print):
            button.setVisible(not empty)
        self._subtitle.setVisible(not empty)
        self._fit_columns()
        if empty:
            self._living.hide()
            put(self._parts, self._empty())
            return
        sections = plan_sections(strategy, self.context.services)
        questions = [part for part in sections if part.open_question]
        if questions:
            put(self._parts, self._still_open(questions))
        for section in sections:
            side = self._left if section.key in LEFT else self._right
            put(side, self._card(section))
        for side in (self._left, self._right):
            side.addStretch(1)
        self._living.show_plan(sections)
        self._show_last_look()

    def _show_last_look(self) -> None:
        plan, today = self.context.services.living_plan, self.context.services.planner.today()
        last = plan.last_look()
        said = _("Yours, not a copy.")
        if last is not None and not plan.revision_is_due():
            said = f"{said} {look_sentence(last, today, is_due=False)}"
        self._subtitle.setText(said)

    def open_item(self, what: object) -> None:
        """Bring what waits into view: ``"review"`` or ``"revise"``."""
        if isinstance(what, str):
            self._living.bring(what)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Put the cards in one column where two would be cramped."""
        wide = self.width() >= self.context.theme.sizes.scaled(TWO_COLUMNS)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if wide else down)

    def _head(self) -> QWidget:
        head = QWidget()
        self._subtitle = label("", "soft")
        line = row(label(self.title(), "title"), self._save, self._print, spacing=8)
        line.setStretch(0, 1)
        head.setLayout(column(line, self._subtitle, spacing=4))
        return head

    def _empty(self) -> EmptyState:
        return EmptyState(
            self.context.theme,
            "ph.compass",
            _("Your plan will stand here, on one page"),
            _(
                "Whom you serve, what should change, where you post and what for. "
                "It takes five minutes."
            ),
            Button(_("Make my plan"), lambda: self._change("about"), role="primary"),
        )

    def _still_open(self, questions: list[PlanSection]) -> Card:
        card = Card("note", spacing=4)
        card.add(label(_("Still open"), "heading"))
        for part in questions:
            line = row(label(part.open_question), self._open_button(part), spacing=12)
            line.setStretch(0, 1)
            card.add(line)
        return card

    def _open_button(self, part: PlanSection) -> Button:
        button = Button(_("Answer"), lambda: self._change(part.step_id), role="link")
        button.setAccessibleName(_("Answer: {question}").format(question=part.open_question))
        return button

    def _card(self, section: PlanSection) -> Card:
        card = Card(margins=20, spacing=8)
        card.add(self._card_head(section))
        if section.lines:
            lines = [(line.name, line.text) for line in section.lines]
            card.add(NameLines(lines, self.context.theme))
        if section.open_question:
            card.add(label(section.open_question, "soft"))
        if section.key == "platforms":
            listen = Button(_("Listen where people talk"), self._listen, role="link")
            card.add(in_a_row(listen))
        return card

    def _listen(self) -> None:
        self.context.hub.go_to("outreach", "listening")

    def _card_head(self, section: PlanSection) -> QHBoxLayout:
        picture = IconLabel(self.context.theme, section.icon, 22)
        head = row(picture, label(section.heading, "heading"), spacing=12)
        head.setStretch(1, 1)
        if section.step_id:
            button = Button(_("Change"), lambda: self._change(section.step_id), role="link")
            button.setAccessibleName(_("Change: {part}").format(part=section.heading))
            head.addWidget(button)
        return head

    def _change(self, step_id: str) -> None:
        self.context.hub.go_to("wizard", step_id)

    def _ask_where(self) -> None:
        """Ask where to save; the window stays usable meanwhile."""
        dialog = QFileDialog(self, _("Save my plan"), _("my plan.pdf"), _("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda name: self._save_to(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def _save_to(self, file: Path) -> None:
        hub, desktop = self.context.hub, self.context.desktop
        strategy = self.context.services.planner.strategy()
        try:
            save_plan(strategy, self.context.services, file)
        except UserError as error:
            hub.notice(explain(error))
            return
        said = _("Saved as {file}.").format(file=file.name)
        hub.notice(said, _("Open folder"), lambda: desktop.open_folder(file.parent))

    def _ask_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        services = self.context.services
        dialog.accepted.connect(lambda: print_plan(services.planner.strategy(), services, printer))
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()
