"""Every page by keyboard and by ear, and nothing cut off at twice the text size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)
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

CONTROLS = (
    *(QAbstractButton, QLineEdit, QTextEdit, QPlainTextEdit),
    *(QComboBox, QAbstractItemView, QAbstractSpinBox),
)
SIZE = (1280, 820)
MOST_TABS = 200
SLACK = 2
"""Pixels that rounding may take from a label."""

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


def controls(window: QWidget) -> list[QWidget]:
    """Return all visible controls; the parts inside a spin box, a list or a table belong to it."""
    found = [one for kind in CONTROLS for one in window.findChildren(kind) if one.isVisible()]
    whole = [one for one in found if not isinstance(one, QHeaderView)]
    return [one for one in whole if not isinstance(one.parent(), QAbstractSpinBox | QComboBox)]


def describe(widget: QWidget) -> str:
    """Return what a widget is, for a message."""
    words = widget.text() if isinstance(widget, QAbstractButton | QLabel | QLineEdit) else ""
    return f"{type(widget).__name__} “{words or widget.accessibleName()}” {widget.objectName()}"


def nameless(window: QWidget) -> list[str]:
    """Return the controls of which a screen reader can say nothing."""
    named = QAccessible.Text.Name
    return [
        describe(one)
        for one in controls(window)
        if not QAccessible.queryAccessibleInterface(one).text(named).strip()
    ]


def reached_by_tab(qtbot: QtBot, window: QWidget) -> set[QWidget]:
    """Press Tab until the focus comes round again; return all it came to."""
    reached: set[QWidget] = set()
    for _ in range(MOST_TABS):
        here = window.focusWidget() or window
        if here in reached:
            break
        reached.add(here)
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    return reached


def out_of_reach(window: QWidget, reached: set[QWidget]) -> list[str]:
    """Return the controls Tab did not come to; of those to choose one from, it comes to one."""
    return [
        describe(one)
        for one in controls(window)
        if one.isEnabled() and not reached & {one, *chosen_instead(one)}
    ]


def chosen_instead(control: QWidget) -> list[QAbstractButton]:
    """Return the buttons of a group, in which the arrow keys move on."""
    group = control.group() if isinstance(control, QAbstractButton) else None
    return group.buttons() if group else []


def cut_off(window: QWidget) -> list[str]:
    """Return the visible words that do not fit their place."""
    words = [one for one in window.findChildren(QLabel) if one.isVisible() and one.text()]
    buttons = [one for one in window.findChildren(QPushButton) if one.isVisible()]
    areas = [one for one in window.findChildren(QScrollArea) if one.isVisible()]
    too_small = [one for one in words if label_is_cut(one)]
    too_small += [one for one in buttons if one.sizeHint().width() > one.width() + SLACK]
    beyond = [one for one in areas if one.widget().width() > one.viewport().width() + SLACK]
    return [f"{describe(one)} {one.width()}x{one.height()}" for one in (*too_small, *beyond)]


def label_is_cut(label: QLabel) -> bool:
    """Tell whether a label has less room than its words need."""
    if not label.wordWrap():
        needs = label.sizeHint()
        return needs.width() > label.width() + SLACK or needs.height() > label.height() + SLACK
    widest_word = label.minimumSizeHint().width()
    needed_height = label.heightForWidth(label.width())
    return widest_word > label.width() + SLACK or needed_height > label.height() + SLACK


@pytest.fixture(scope="module", params=[100, 200])
def percent(request: pytest.FixtureRequest) -> int:
    """The text size; all places in one size come before the other, for dressing takes long."""
    return int(request.param)


@pytest.mark.parametrize("place", PLACES)
def test_a_screen_reader_can_name_every_control(qtbot: QtBot, tour: Tour, place: str, percent: int):
    window = tour.go_to(place, percent)
    found = settled(qtbot, tour, lambda: nameless(window))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("place", PLACES)
def test_tab_comes_to_every_control(qtbot: QtBot, tour: Tour, place: str, percent: int):
    window = tour.go_to(place, percent)
    qtbot.waitUntil(lambda: tour.context.tasks.is_idle, timeout=30_000)
    found = out_of_reach(window, reached_by_tab(qtbot, window))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("place", PLACES)
def test_no_words_are_cut_off(qtbot: QtBot, tour: Tour, place: str, percent: int):
    window = tour.go_to(place, percent)
    found = settled(qtbot, tour, lambda: cut_off(window))
    assert not found, "\n".join(found)
