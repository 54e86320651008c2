"""Settings: the look changes at once and is remembered; copies are made and found."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea
from pytestqt.qtbot import QtBot
from sqlite_utils import Database

from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.services.settings import Look
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Notice
from socialcoach.ui.pages.settings import SettingsPage
from socialcoach.window_app import make_context
from tests.ui.conftest import RecordingDesktop
from tests.ui.pages_helpers import choice, click, says


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, bakery: Strategy) -> SettingsPage:
    """Settings, open in a window."""
    made = SettingsPage(context)
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.show()
    return made


def pick(qtbot: QtBot, box: QComboBox, words: str) -> None:
    """Choose from a list with the keyboard, as when typing the first letters."""
    box.setFocus()
    for _ in range(box.count()):
        if box.currentText() == words:
            return
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == words


def test_another_look_is_put_on_at_once_and_remembered(
    qtbot: QtBot, page: SettingsPage, context: AppContext, services: Services
):
    light = context.theme.colours.window
    pick(qtbot, choice(page, "Colours"), "Dark")
    assert context.theme.is_dark
    assert context.theme.colours.window != light
    assert services.settings.load().look is Look.DARK


def test_another_text_size_is_put_on_at_once_and_remembered(
    qtbot: QtBot, page: SettingsPage, qapp: QApplication, services: Services
):
    assert qapp.font().pixelSize() == 14
    pick(qtbot, choice(page, "Text size"), "200 %")
    assert qapp.font().pixelSize() == 29
    assert services.settings.load().text_size == 200


def test_the_look_is_put_on_again_at_the_next_start(
    qtbot: QtBot, page: SettingsPage, qapp: QApplication, services: Services
):
    pick(qtbot, choice(page, "Colours"), "High contrast")
    pick(qtbot, choice(page, "Text size"), "150 %")
    again = make_context(qapp, services)
    assert again.theme.colours.window == "#000000"
    assert again.theme.sizes.percent == 150
    again.tasks.close()


def test_the_lists_show_what_is_in_force(
    qtbot: QtBot, context: AppContext, services: Services, bakery: Strategy
):
    services.settings.change(look=Look.CONTRAST, text_size=130)
    page = SettingsPage(context)
    qtbot.addWidget(page)
    page.show()
    assert choice(page, "Colours").currentText() == "High contrast"
    assert choice(page, "Text size").currentText() == "130 %"


def test_where_the_data_is_can_be_read_and_opened(
    qtbot: QtBot, page: SettingsPage, desktop: RecordingDesktop, services: Services
):
    says(qtbot, page, str(services.paths.database))
    click(qtbot, page, "Open the folder")
    click(qtbot, page, "Open the copies")
    assert desktop.folders == [services.paths.folder, services.paths.backups]
    assert services.paths.backups.is_dir()


def test_a_copy_is_made_on_request_and_can_be_looked_at(
    qtbot: QtBot,
    page: SettingsPage,
    services: Services,
    desktop: RecordingDesktop,
    notices: list[Notice],
):
    click(qtbot, page, "Make a copy now")
    qtbot.waitUntil(lambda: bool(notices))
    assert notices[0].text == "A copy was made: socialcoach-2026-11-22-090000.db"
    assert (services.paths.backups / "socialcoach-2026-11-22-090000.db").exists()
    assert notices[0].action is not None
    notices[0].action()
    assert desktop.folders == [services.paths.backups]


def test_a_copy_that_cannot_be_made_is_said(
    qtbot: QtBot, page: SettingsPage, services: Services, notices: list[Notice]
):
    services.paths.backups.write_text("a file where the folder should be")
    click(qtbot, page, "Make a copy now")
    qtbot.waitUntil(lambda: bool(notices))
    assert notices[0].text.startswith("The copy could not be made")


def test_the_day_of_the_newest_copy_is_said(
    qtbot: QtBot, context: AppContext, services: Services, bakery: Strategy
):
    services.keeping.daily()
    page = SettingsPage(context)
    qtbot.addWidget(page)
    page.show()
    says(qtbot, page, "The newest is from 22 November.")


def test_a_folder_for_copies_that_cannot_be_made_is_said_not_a_crash(
    qtbot: QtBot, page: SettingsPage, services: Services, notices: list[Notice]
):
    services.paths.backups.write_text("a file where the folder should be")
    click(qtbot, page, "Open the copies")
    assert notices[0].text.startswith("SocialCoach cannot write in its folder")


def test_the_business_is_named_and_leads_to_its_questions(
    qtbot: QtBot, page: SettingsPage, context: AppContext
):
    wanted: list[tuple[str, object]] = []
    context.hub.page_wanted.connect(lambda where, what: wanted.append((where, what)))
    says(qtbot, page, "Hill Street Bakery")
    click(qtbot, page, "Change your business")
    assert wanted == [("wizard", "about")]


def test_the_look_changes_even_when_it_cannot_be_remembered(
    qtbot: QtBot,
    page: SettingsPage,
    context: AppContext,
    database: Database,
    notices: list[Notice],
):
    database.execute("PRAGMA query_only=on")
    qtbot.keyClicks(choice(page, "Colours"), "D")
    assert context.theme.is_dark
    assert "can be read but not changed" in notices[0].text


def test_the_choices_grow_with_the_text_size_picked_on_the_page(qtbot: QtBot, page: SettingsPage):
    box = choice(page, "Colours")
    before = box.width()
    pick(qtbot, choice(page, "Text size"), "200 %")
    qtbot.waitUntil(lambda: box.width() > before)


def test_nothing_is_squeezed_when_the_look_changes(
    qtbot: QtBot, page: SettingsPage, context: AppContext
):
    inner = page.findChildren(QScrollArea)[0].widget()
    for look, size in ((Look.DARK, 200), (Look.LIGHT, 100), (Look.CONTRAST, 200)) * 2:
        context.theme.put_on(look, size)
        page.refresh()
        qtbot.waitUntil(lambda: inner.height() >= inner.heightForWidth(inner.width()))
