"""Settings: delete everything, after a calm look at what goes and what stays."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget
from shiboken6 import isValid

from socialcoach.services.deleting import StillKept
from socialcoach.services.words import keeping as words
from socialcoach.ui.context import AppContext
from socialcoach.ui.progress.panel_place import PanelPlace
from socialcoach.ui.settings.saying import Saying
from socialcoach.ui.widgets.boxes import Card, column
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.form_rows import FormRows
from socialcoach.ui.widgets.labels import label


class DeleteCard(Card):
    """Opens the panel below its button. ``export`` asks where an export should go."""

    def __init__(self, context: AppContext, export: Callable[[], object]) -> None:
        super().__init__()
        self._context = context
        self._export = export
        self._place = PanelPlace()
        buttons = FlowLayout()
        buttons.addWidget(Button(_("Look at what would be deleted"), self.open_panel))
        self.add(label(_("Delete everything"), "heading"), label(words.delete_meaning()))
        self.add(buttons, self._place)

    def open_panel(self) -> None:
        """Show what goes and what stays; nothing happens yet."""
        panel = DeletePanel(self._context, self._export)
        self._place.open(_("Before everything is deleted"), panel)


class DeletePanel(QWidget):
    """Says what goes and stays, asks for a word, then for the window to close and start anew."""

    def __init__(self, context: AppContext, export: Callable[[], object]) -> None:
        super().__init__()
        self._context = context
        self._business = context.services.planner.strategy().business.name
        self._typed = QLineEdit()
        self._saying = Saying()
        self._delete = Button(_("Delete everything"), self._on_delete)
        self._rest = Button(_("Delete all else"), self._go, role="link")
        self._export = Button(_("Export everything first"), export)
        self._build()
        self.setFocusProxy(self._export)

    def _build(self) -> None:
        is_sample = self._context.services.is_sample
        stack = column(spacing=16)
        stack.addLayout(_lines(_("This goes"), words.what_goes(is_sample=is_sample)))
        stack.addLayout(_lines(_("This stays"), words.what_stays(is_sample=is_sample)))
        first = FlowLayout()
        first.addWidget(self._export)
        stack.addLayout(first)
        rows = FormRows()
        help_text = _("There is no way back afterwards, except from an export.")
        rows.add_row(words.confirm_question(self._business), self._typed, help_text)
        stack.addWidget(rows)
        stack.addWidget(self._saying.line)
        buttons = FlowLayout()
        buttons.addWidget(self._delete)
        buttons.addWidget(self._rest)
        self._rest.hide()
        stack.addLayout(buttons)
        self.setLayout(stack)
        self._delete.setEnabled(False)
        self._typed.textChanged.connect(self._on_typed)
        self._typed.returnPressed.connect(self._on_delete)

    def _on_typed(self) -> None:
        is_confirmed = words.is_confirmed(self._typed.text(), self._business)
        self._delete.setEnabled(is_confirmed)
        self._rest.setEnabled(is_confirmed)

    def _on_delete(self) -> None:
        if not self._delete.isEnabled():
            return
        self._show_busy(True)
        self._saying.say(_("Taking the passwords out of the computer’s store…"))
        services = self._context.services

        def work() -> tuple[StillKept, ...]:
            with services.in_worker() as own:
                return own.deleting.forget_passwords()

        self._context.tasks.run(work, self._on_forgotten, self._on_failed)

    def _on_forgotten(self, left: tuple[StillKept, ...]) -> None:
        if not isValid(self):
            return
        self._show_busy(False)
        if not left:
            self._go()
            return
        self._saying.say(words.still_kept(left))
        self._delete.setText(_("Try again"))
        self._rest.show()

    def _go(self) -> None:
        """Close the window; the files are deleted once nothing is open any more."""
        services = self._context.services

        def delete() -> str:
            left = services.deleting.delete_files()
            return words.deleted_sentence(left, services.paths.folder, is_sample=services.is_sample)

        self._context.hub.start_anew.emit(delete)

    def _on_failed(self, error: Exception) -> None:
        if isValid(self):
            self._show_busy(False)
        self._saying.trouble(error)

    def _show_busy(self, busy: bool) -> None:
        self._typed.setEnabled(not busy)
        self._export.setEnabled(not busy)
        self._delete.setEnabled(not busy)


def _lines(heading: str, lines: tuple[str, ...]) -> QBoxLayout:
    """Return a list with a point before each line."""
    points = (label(_("• {line}").format(line=line)) for line in lines)
    return column(label(heading, "strong"), *points, spacing=4)
