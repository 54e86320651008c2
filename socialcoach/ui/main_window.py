"""The window: the sidebar, one page at a time, the wizard on the first run, short notices."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.services.meter.reader import context_of
from socialcoach.services.words.errors import explain
from socialcoach.ui.context import AppContext
from socialcoach.ui.page_list import PAGES, page_entry
from socialcoach.ui.pages.page import Page
from socialcoach.ui.planning.calendar.reminder import Messages, Reminder
from socialcoach.ui.planning.sending_unsure import say_unsure
from socialcoach.ui.sidebar import Sidebar
from socialcoach.ui.widgets.boxes import column, row
from socialcoach.ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from socialcoach.ui.wizard.wizard import Wizard

WIZARD = "wizard"
WHERE_FILES_GO = {".vcf": "conversations"}
"""Pages for files dropped on the window, by their ending; all others hold numbers for Progress."""

SMALLEST = (880, 600)
ROOM_FOR_WORDS = 860
"""Below this width, at the usual text size, the sidebar shows icons only."""
USUAL = (1280, 820)


class MainWindow(QMainWindow):
    """Builds each page when it is first asked for."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._pages: dict[str, Page] = {}
        self._wizard: Wizard | None = None
        self._may_close = False
        self._starts_anew = False
        self._sidebar = Sidebar(context, PAGES)
        self._stack = QStackedWidget()
        self._notices = NoticeBar()
        self._reminder = Reminder(context, Messages(context))
        self._build()
        context.hub.page_wanted.connect(self.show_page)
        context.hub.noticed.connect(self._notices.show_notice)
        context.hub.changed.connect(self._on_changed)
        context.hub.start_anew.connect(self._on_start_anew)
        context.theme.changed.connect(self._fit_sidebar)
        self._sidebar.picked.connect(self.show_page)
        self._show_name()

    def show_first(self) -> None:
        """Show the wizard until it is through, later the page that was open last."""
        services = self._context.services
        if services.planner.wizard_is_done():
            self.show_page(services.settings.load().open_page)
        else:
            self.show_page(WIZARD)
        QTimer.singleShot(0, self._after_first_show)

    def show_page(self, page_id: str, what: object = None) -> None:
        """Show a page by its id, or the wizard; ``what`` is handed on to it."""
        if page_id == WIZARD:
            self._show_wizard(what)
            return
        page = self._page(page_id)
        current = self._stack.currentWidget()
        if isinstance(current, Page) and current is not page:
            self._leave(current)
        self._sidebar.setVisible(True)
        self._sidebar.show_page(page.page_id)
        self._stack.setCurrentWidget(page)
        page.setFocus()
        self._context.services.settings.remember(open_page=page.page_id)
        if what is not None:
            page.open_item(what)

    @property
    def current(self) -> QWidget | None:
        """Return the page, or the wizard, that is showing; None before the first."""
        return self._stack.currentWidget()

    @property
    def starts_anew(self) -> bool:
        """Tell whether the window closed so that everything can be deleted."""
        return self._starts_anew

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sidebar()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.leave_all() or self._may_close:
            self._reminder.stop()
            super().closeEvent(event)
            return
        event.ignore()
        self._context.hub.notice(
            _("Your last words are not saved yet, so the window stays open."),
            _("Close anyway"),
            self._close_anyway,
        )

    def leave_all(self) -> bool:
        """Keep whatever is not kept yet; return whether that worked."""
        kept = [self._leave(page) for page in self._pages.values()]
        if self._wizard is not None:
            kept.append(self._leave(self._wizard))
        return all(kept)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.show_page(WHERE_FILES_GO.get(path.suffix.lower(), "progress"), path)

    def _build(self) -> None:
        self.setWindowTitle("SocialCoach")
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self.setAcceptDrops(True)
        right = column(self._stack, spacing=0)
        right.setStretch(0, 1)
        bar = row(self._notices, margins=12)
        right.addLayout(bar)
        bar.setContentsMargins(24, 0, 24, 12)
        body = row(self._sidebar, spacing=0)
        body.addLayout(right, 1)
        whole = QWidget()
        whole.setObjectName("page")
        whole.setLayout(body)
        self.setCentralWidget(whole)

    def _fit_sidebar(self) -> None:
        room = self._context.theme.sizes.scaled(ROOM_FOR_WORDS)
        self._sidebar.set_narrow(self.width() < room)

    def _leave(self, place: Page | Wizard) -> bool:
        try:
            place.leave()
        except UserError as error:
            self._context.hub.notice(explain(error))
            return False
        return not (isinstance(place, Page) and place.has_unsaved())

    def _on_start_anew(self) -> None:
        self._starts_anew = True
        self._close_anyway()

    def _close_anyway(self) -> None:
        self._may_close = True
        self.close()

    def _page(self, page_id: str) -> Page:
        entry = page_entry(page_id)
        if entry.page_id not in self._pages:
            page = entry.load()(self._context)
            self._pages[entry.page_id] = page
            self._stack.addWidget(page)
        return self._pages[entry.page_id]

    def _show_wizard(self, step: object) -> None:
        current = self._stack.currentWidget()
        if isinstance(current, Page):
            self._leave(current)
        if self._wizard is None:
            from socialcoach.ui.wizard.wizard import Wizard

            self._wizard = Wizard(self._context)
            self._wizard.finished.connect(self._on_wizard_finished)
            self._stack.addWidget(self._wizard)
        if isinstance(step, str):
            self._wizard.go_to_step(step)
        self._sidebar.setVisible(self._context.services.planner.wizard_is_done())
        self._stack.setCurrentWidget(self._wizard)

    def _on_wizard_finished(self, page_id: str) -> None:
        wizard, self._wizard = self._wizard, None
        self.show_page(page_id)
        if wizard is not None:
            self._stack.removeWidget(wizard)
            wizard.deleteLater()

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes & Changes.STRATEGY:
            self._show_name()

    def _show_name(self) -> None:
        self._sidebar.show_name(self._context.services.planner.strategy().business.name)

    def _after_first_show(self) -> None:
        """Do what may wait until the window stands: load the meter, make the daily copy."""
        services, tasks = self._context.services, self._context.tasks
        self._reminder.start()
        say_unsure(self._context)
        tasks.run(self._read_feed, self._context.hub.tell)
        tasks.run(services.keeping.daily, on_error=self._on_copy_failed)
        tasks.run(self._tidy_pictures)

    def _read_feed(self) -> Changes:
        """Read what this version of the meter has not read yet; runs in a worker."""
        with self._context.services.in_worker() as own:
            context = context_of(own.planner.strategy())
            own.corrections.teach(own.reader, context)
            return own.feed.read_unread(context, lambda _done: None)

    def _tidy_pictures(self) -> None:
        """Throw away pictures that were taken out some time ago; runs in a worker."""
        with self._context.services.in_worker() as own:
            own.writing.pictures.tidy()

    def _on_copy_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._context.hub.notice(_("Today’s copy was not made. {why}").format(why=explain(error)))


def _dropped_file(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path is not None and path.is_file() else None
