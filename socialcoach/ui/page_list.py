"""The pages of the sidebar, in their order; each is brought in when it is first asked for.

The window opens with one page. Bringing in all of them would make every start wait for the others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from gettext import gettext as _
from importlib import import_module

from socialcoach.ui.pages.page import Page

PAGE_MODULES = {
    "today": ("socialcoach.ui.pages.today", "TodayPage"),
    "write": ("socialcoach.ui.pages.write", "WritePage"),
    "calendar": ("socialcoach.ui.pages.calendar", "CalendarPage"),
    "conversations": ("socialcoach.ui.pages.conversations", "ConversationsPage"),
    "outreach": ("socialcoach.ui.pages.outreach", "OutreachPage"),
    "progress": ("socialcoach.ui.pages.progress", "ProgressPage"),
    "my_plan": ("socialcoach.ui.pages.my_plan", "MyPlanPage"),
    "settings": ("socialcoach.ui.pages.settings", "SettingsPage"),
}
"""Where each page is; whoever freezes the app must name these modules too."""


@dataclass(frozen=True)
class PageEntry:
    """A page as the sidebar knows it: ``icon`` is a Phosphor name, ``title`` says its name."""

    page_id: str
    icon: str
    title: Callable[[], str]

    def load(self) -> type[Page]:
        """Bring the page's own module in and return its class."""
        module, name = PAGE_MODULES[self.page_id]
        kind: type[Page] = getattr(import_module(module), name)
        return kind


PAGES = (
    PageEntry("today", "ph.house", lambda: _("Today")),
    PageEntry("write", "ph.pencil-simple", lambda: _("Write")),
    PageEntry("calendar", "ph.calendar-blank", lambda: _("Calendar")),
    PageEntry("conversations", "ph.chats-circle", lambda: _("Conversations")),
    PageEntry("outreach", "ph.handshake", lambda: _("Outreach")),
    PageEntry("progress", "ph.chart-line-up", lambda: _("Progress")),
    PageEntry("my_plan", "ph.compass", lambda: _("My plan")),
    PageEntry("settings", "ph.gear", lambda: _("Settings")),
)
"""The pages that exist, in the order of the sidebar."""

FIRST_PAGE = PAGES[0]


def page_entry(page_id: str) -> PageEntry:
    """Return the entry of a page; the first page's where there is none of that name."""
    return next((entry for entry in PAGES if entry.page_id == page_id), FIRST_PAGE)
