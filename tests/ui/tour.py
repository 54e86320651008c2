"""A tour of the sample business: every page and panel, shown in a real window to be looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.exceptions import TimeoutError as Timeout
from pytestqt.qtbot import QtBot

from socialcoach.core.errors import UserError
from socialcoach.core.planning.calendar_days import View
from socialcoach.paths import resource_dir
from socialcoach.services.meter.reader import context_of
from socialcoach.services.sample import fill_with_sample
from socialcoach.services.sample_pictures import add_sample_pictures
from socialcoach.services.settings import Look
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Hub
from socialcoach.ui.main_window import WIZARD, MainWindow
from socialcoach.ui.page_list import PAGES
from socialcoach.ui.tasks import TaskRunner
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.trouble_window import TroubleWindow
from socialcoach.ui.wizard.wizard import Wizard
from tests.conftest import Clock
from tests.ui.conftest import RecordingDesktop
from tests.worlds import open_world

SIZE = (1280, 820)

PLACES = [
    *(kind.page_id for kind in PAGES),
    *("write ideas", "write ready", "write preview"),
    *("write endings", "write history", "write spelling"),
    *("calendar week", "calendar list"),
    *("conversations new", "conversations person"),
    *("outreach card", "outreach letter", "outreach whom", "outreach listening"),
    *(f"wizard {step}" for step in Wizard.step_ids()),
    "trouble",
]


@dataclass(frozen=True)
class Tour:
    """The sample business in the real window, and the window for trouble."""

    context: AppContext
    window: MainWindow
    trouble: TroubleWindow

    def go_to(self, place: str, percent: int) -> QWidget:
        """Show a place in a text size and return the window it is in."""
        if self.context.theme.sizes.percent != percent:
            self.context.theme.put_on(Look.LIGHT, percent)
        shown, hidden = self.window, self.trouble
        if place == "trouble":
            hidden, shown = shown, hidden
        hidden.hide()
        shown.resize(*SIZE)
        shown.show()
        self._open(place)
        return shown

    def _open(self, place: str) -> None:
        page, _, what = place.partition(" ")
        drafts = self.context.services.drafting.drafts()
        things = {
            "ideas": "ideas",
            "ready": ("hand_over", drafts[0].id),
            "preview": self._preview(),
            "": drafts[0].id,
        }
        if page == WIZARD:
            self.window.show_page(WIZARD, what)
        elif page == "conversations":
            self._open_conversations(what)
        elif page == "outreach":
            self._open_outreach(what)
        elif page == "write":
            self.window.show_page(page, things.get(what, what))
        elif page == "calendar":
            self.window.show_page(page, View(what or "month"))
        elif page != "trouble":
            self.window.show_page(page)

    def _preview(self) -> object:
        """Name the draft with own words and a picture, on the platform that has the words."""
        writing, drafts = self.context.services.writing, self.context.services.drafting.drafts()
        draft = next(one for one in drafts if writing.versions.of_post(one).own)
        return "preview", draft.id, draft.platforms[-1]

    def _open_conversations(self, what: str) -> None:
        relations = self.context.services.relations
        first = relations.conversations.waiting(1)[0]
        person = ("person", relations.people.of_message(first.id).id)
        self.window.show_page("conversations", {"person": person, "": first.id}.get(what, what))

    def _open_outreach(self, what: str) -> None:
        lines = self.context.services.relations.outreach.lines()
        first = next(line.id for line in lines if not line.do_not_contact)
        things = {"card": first, "letter": ("letter", first), "": "people"}
        self.window.show_page("outreach", things.get(what, what))


@pytest.fixture(scope="module")
def tour(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tour]:
    """One window for all places: they are only looked at."""
    clock = Clock(datetime(2026, 11, 22, 9, tzinfo=UTC))
    database, services = open_world(tmp_path_factory.mktemp("sample"), clock)
    strategy = fill_with_sample(database, resource_dir() / "sample" / "bakery", clock.now())
    bakery = resource_dir() / "sample" / "bakery"
    add_sample_pictures(database, services.writing.pictures, bakery, clock.now())
    services.feed.read_unread(context_of(strategy), lambda _done: None)
    services.planner.finish_wizard()
    services.keeping.daily()
    theme = Theme(qapp, resource_dir())
    theme.put_on(Look.LIGHT, 100)  # whatever other tests have put on the application
    context = AppContext(services, theme, Hub(), TaskRunner(), RecordingDesktop())
    damaged = UserError("database.damaged", file=str(services.paths.database))
    trouble = TroubleWindow(damaged, services.paths, theme, context.desktop)
    made = Tour(context, MainWindow(context), trouble)
    yield made
    for window in (made.window, made.trouble):
        window.close()
        window.deleteLater()
    context.tasks.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    database.close()


def settled(qtbot: QtBot, tour: Tour, complaints: Callable[[], list[str]]) -> list[str]:
    """Return the complaints once everything has found its place."""
    qtbot.waitUntil(lambda: tour.context.tasks.is_idle, timeout=30_000)
    try:
        qtbot.waitUntil(lambda: not complaints(), timeout=1_000)
    except Timeout:
        return complaints()
    return []


@pytest.fixture(scope="module", params=[100, 200])
def percent(request: pytest.FixtureRequest) -> int:
    """The text size; all places in one size come before the other, for dressing takes long."""
    return int(request.param)
