"""Draws every page and step as a picture, to be looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from socialcoach.core.planning.calendar_days import View
from socialcoach.services.settings import Look
from socialcoach.ui.context import AppContext
from socialcoach.ui.main_window import WIZARD, MainWindow
from socialcoach.ui.page_list import PAGES
from socialcoach.ui.planning.writing_help import HELPERS
from socialcoach.ui.wizard.wizard import Wizard

SETTLE_MS = 350
"""Enough for a marker to glide and a chart to be drawn, in milliseconds."""


class Screenshots:
    """Takes pictures of a window that shows the sample business."""

    def __init__(
        self,
        context: AppContext,
        window: MainWindow,
        folder: Path,
        size: tuple[int, int],
        only: tuple[str, ...] = (),
    ) -> None:
        self._context = context
        self._window = window
        self._folder = folder
        self._only = only
        folder.mkdir(parents=True, exist_ok=True)
        window.resize(*size)
        window.show()

    def take(self, look: Look, text_size: int) -> list[Path]:
        """Return the pictures of all pages and steps in one look and text size (percent)."""
        self._context.theme.put_on(look, text_size)
        ending = f"{look}" if text_size == 100 else f"{look}-{text_size}"
        made = [self._page(kind.page_id, ending) for kind in PAGES if self._wanted(kind.page_id)]
        made += self._extra(ending)
        if self._wanted(WIZARD):
            made += self._steps(ending)
        return made

    def close(self) -> None:
        """Close the window and end the background work."""
        self._window.close()
        self._context.tasks.close()

    def _wanted(self, name: str) -> bool:
        return not self._only or name in self._only

    def _page(self, page_id: str, ending: str) -> Path:
        self._window.show_page(page_id)
        return self._grab(page_id, ending)

    def _extra(self, ending: str) -> list[Path]:
        made = self._outreach(ending) if self._wanted("outreach") else []
        made += self._calendar(ending) if self._wanted("calendar") else []
        made += self._conversations(ending) if self._wanted("conversations") else []
        made += self._settings(ending) if self._wanted("settings") else []
        return made + (self._write(ending) if self._wanted("write") else [])

    def _calendar(self, ending: str) -> list[Path]:
        made = []
        for view in (View.WEEK, View.LIST):
            self._window.show_page("calendar", view)
            made.append(self._grab(f"calendar-{view}", ending))
        self._window.show_page("calendar", View.MONTH)
        first = self._context.services.calendar.planning.coming()[0]
        self._window.show_page("calendar", ("move", first.key))
        return [*made, self._grab("calendar-move", ending)]

    def _conversations(self, ending: str) -> list[Path]:
        relations = self._context.services.relations
        gemma = relations.people.of_message(relations.conversations.found("Gemma")[0])
        made = []
        for name, what in (("person", ("person", gemma.id)), ("new", "new")):
            self._window.show_page("conversations", what)
            made.append(self._grab(f"conversations-{name}", ending))
        self._window.show_page("conversations", "waiting")
        return made

    def _settings(self, ending: str) -> list[Path]:
        made = []
        for name, what in (("account", ("account", "bluesky")), ("delete", "delete")):
            self._window.show_page("settings", what)
            made.append(self._grab(f"settings-{name}", ending))
        return made

    def _outreach(self, ending: str) -> list[Path]:
        outreach = self._context.services.relations.outreach
        first = next(due.promoter.id for due in outreach.due())
        states = {
            "card": first,
            "letter": ("letter", first),
            "whom": "whom",
            "listening": "listening",
        }
        made = []
        for name, what in states.items():
            self._window.show_page("outreach", what)
            made.append(self._grab(f"outreach-{name}", ending))
        self._window.show_page("outreach", "people")
        return made

    def _write(self, ending: str) -> list[Path]:
        self._window.show_page("write", "ideas")
        ideas = self._grab("write-ideas", ending)
        draft = self._context.services.drafting.drafts()[0]
        self._window.show_page("write", ("hand_over", draft.id))
        ready = self._grab("write-ready", ending)
        preview = self._preview(ending)
        helpers = [self._helper(draft.id, name, ending) for name in HELPERS]
        self._window.show_page("write", draft.id)
        return [ideas, ready, preview, *helpers]

    def _helper(self, draft_id: int, name: str, ending: str) -> Path:
        """Show a helper beside a draft: its endings, its earlier texts, its spelling."""
        self._window.show_page("write", draft_id)
        self._window.show_page("write", name)
        return self._grab(f"write-{name}", ending)

    def _preview(self, ending: str) -> Path:
        """Show a draft with a picture and own words, and how it will look on one platform."""
        writing, drafts = self._context.services.writing, self._context.services.drafting.drafts()
        draft = next(one for one in drafts if writing.versions.of_post(one).own)
        self._window.show_page("write", ("preview", draft.id, draft.platforms[-1]))
        return self._grab("write-preview", ending)

    def _steps(self, ending: str) -> list[Path]:
        self._window.show_page(WIZARD)
        wizard = self._window.current
        if not isinstance(wizard, Wizard):
            return []
        made = []
        for number, step in enumerate(wizard.step_ids(), start=1):
            wizard.go_to_step(step)
            made.append(self._grab(f"wizard-{number}-{step}", ending))
        return made

    def _grab(self, name: str, ending: str) -> Path:
        wait_until_idle(lambda: self._context.tasks.is_idle)
        file = self._folder / f"{name}-{ending}.png"
        self._window.grab().save(str(file))
        return file


def wait_until_idle(is_idle: Callable[[], bool]) -> None:
    """Let the window live until background work is done and what moves has come to rest."""
    loop = QEventLoop()

    def look_again() -> None:
        if is_idle():
            loop.quit()
        else:
            QTimer.singleShot(SETTLE_MS, look_again)

    QTimer.singleShot(SETTLE_MS, look_again)
    loop.exec()
