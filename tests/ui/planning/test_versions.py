"""Own words for a platform, typed on its tab."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from sqlite_utils import Database

from socialcoach.core.planning.post import Post
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from socialcoach.ui.pages.write import WritePage
from socialcoach.ui.planning.paper import Paper
from tests.ui.pages_helpers import click, field, find_button, says, visible_text

TEXT = "Fresh bread. "
OFFER = "Order now and get 20% off every loaf, this weekend only! "


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, bakery: Strategy) -> WritePage:
    """Write with a draft for Facebook and Instagram."""
    context.services.drafting.new(TEXT, platforms=("facebook", "instagram"))
    made = WritePage(context)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


def paper(page: WritePage) -> Paper:
    """Return the sheet one writes on."""
    return page.findChildren(Paper)[0]


def the_draft(services: Services) -> Post:
    """Return the only draft."""
    (draft,) = services.drafting.drafts()
    return draft


def pick_tab(qtbot: QtBot, page: WritePage, name: str) -> None:
    """Click a tab; a platform's pill has the same words, so it is looked for by its role."""
    tab_called(page, name).click()


def tab_called(page: WritePage, name: str) -> QAbstractButton:
    """Return the tab with these words."""
    tabs = [one for one in page.findChildren(QAbstractButton) if one.property("role") == "tab"]
    return next(one for one in tabs if one.text() == name and one.isVisible())


def kept(services: Services, platform: str) -> str:
    """Return the words kept for a platform."""
    return services.writing.versions.text_for(the_draft(services), platform)


def test_a_platform_says_that_it_follows_the_main_text(qtbot: QtBot, page: WritePage):
    pick_tab(qtbot, page, "Instagram")
    says(qtbot, page, "Same as the main text")
    assert paper(page).text() == TEXT
    assert find_button(page, "Follow the main text again") is None


def test_what_is_typed_on_a_platforms_tab_is_kept_for_it_alone(
    qtbot: QtBot, page: WritePage, services: Services
):
    pick_tab(qtbot, page, "Instagram")
    qtbot.keyClicks(paper(page), "With butter.")
    says(qtbot, page, "Its own words")
    qtbot.waitUntil(lambda: kept(services, "instagram") == TEXT + "With butter.", timeout=1000)
    assert kept(services, "facebook") == TEXT


def test_turning_to_another_tab_right_after_a_key_loses_no_letter(
    qtbot: QtBot, page: WritePage, services: Services
):
    pick_tab(qtbot, page, "Instagram")
    qtbot.keyClicks(paper(page), "ab")
    pick_tab(qtbot, page, "All")
    qtbot.keyClicks(paper(page), "cd")
    pick_tab(qtbot, page, "Facebook")
    assert paper(page).text() == TEXT + "cd"
    pick_tab(qtbot, page, "Instagram")
    assert paper(page).text() == TEXT + "ab"
    assert kept(services, "instagram") == TEXT + "ab"
    assert the_draft(services).text == TEXT + "cd"


def test_leaving_the_page_right_after_a_key_loses_no_letter(
    qtbot: QtBot, page: WritePage, services: Services
):
    pick_tab(qtbot, page, "Instagram")
    qtbot.keyClicks(paper(page), "x")
    page.leave()
    assert kept(services, "instagram") == TEXT + "x"


def test_the_main_text_says_who_does_not_follow_it(qtbot: QtBot, page: WritePage):
    pick_tab(qtbot, page, "Instagram")
    qtbot.keyClicks(paper(page), "x")
    pick_tab(qtbot, page, "All")
    says(qtbot, page, "Instagram has its own words.")


def test_following_the_main_text_again_can_be_taken_back(
    qtbot: QtBot, page: WritePage, services: Services, context: AppContext
):
    notices = []
    context.hub.noticed.connect(notices.append)
    pick_tab(qtbot, page, "Instagram")
    qtbot.keyClicks(paper(page), "mine")
    click(qtbot, page, "Follow the main text again")
    says(qtbot, page, "Same as the main text")
    assert paper(page).text() == TEXT
    notices[-1].action()
    assert paper(page).text() == TEXT + "mine"
    assert kept(services, "instagram") == TEXT + "mine"


def test_the_meter_reads_the_words_in_sight(qtbot: QtBot, page: WritePage):
    pick_tab(qtbot, page, "Instagram")
    qtbot.keyClicks(paper(page), OFFER)
    says(qtbot, page, "20%")
    pick_tab(qtbot, page, "All")
    qtbot.waitUntil(lambda: "20%" not in visible_text(page))


def test_a_platforms_own_words_do_not_change_what_is_kept_of_the_main_texts_reading(
    qtbot: QtBot, page: WritePage, services: Services
):
    pick_tab(qtbot, page, "Instagram")
    qtbot.keyClicks(paper(page), OFFER)
    page.leave()
    draft = the_draft(services)
    assert draft.text == TEXT
    assert draft.reading is None or draft.reading.band == "giving"


def test_each_platform_counts_its_own_words(qtbot: QtBot, page: WritePage):
    pick_tab(qtbot, page, "Instagram")
    qtbot.keyClicks(paper(page), "ab")
    says(qtbot, page, f"Instagram: {len(TEXT) + 2} of")
    assert "Facebook: " not in visible_text(page)
    pick_tab(qtbot, page, "All")
    says(qtbot, page, f"Facebook: {len(TEXT)} of")
    says(qtbot, page, f"Instagram: {len(TEXT) + 2} of")


def test_one_platform_that_follows_needs_no_tabs(qtbot: QtBot, page: WritePage):
    click(qtbot, page, "Instagram")
    qtbot.waitUntil(lambda: find_button(page, "Main text, for all platforms") is None)


def test_own_words_of_a_platform_that_is_no_longer_picked_come_back_with_it(
    qtbot: QtBot, page: WritePage, services: Services
):
    pick_tab(qtbot, page, "Instagram")
    qtbot.keyClicks(paper(page), "mine")
    click(qtbot, page, "Instagram")
    assert paper(page).text() == TEXT
    click(qtbot, page, "Instagram")
    pick_tab(qtbot, page, "Instagram")
    assert paper(page).text() == TEXT + "mine"


def test_words_that_cannot_be_kept_stay_on_the_paper(
    qtbot: QtBot, page: WritePage, database: Database, context: AppContext
):
    pick_tab(qtbot, page, "Instagram")
    database.execute("PRAGMA max_page_count=1")
    paper(page).insertPlainText("y" * 100_000)
    pick_tab(qtbot, page, "All")
    assert paper(page).text().endswith("yyy")
    says(qtbot, page, "Its own words")
    database.execute("PRAGMA max_page_count=100000")
    pick_tab(qtbot, page, "All")
    assert paper(page).text() == TEXT


def test_a_post_that_is_out_keeps_its_versions(qtbot: QtBot, page: WritePage, services: Services):
    pick_tab(qtbot, page, "Instagram")
    qtbot.keyClicks(paper(page), "mine")
    page.leave()
    step = services.handing_over.start(the_draft(services), "instagram")
    services.handing_over.went_out(step.publication.id)
    page.refresh()
    says(qtbot, page, "Its own words")
    assert find_button(page, "Follow the main text again") is None


def test_a_note_alone_makes_no_version(qtbot: QtBot, page: WritePage, services: Services):
    pick_tab(qtbot, page, "Instagram")
    qtbot.keyClicks(field(page, "Private note"), "remember")
    page.leave()
    assert the_draft(services).notes == "remember"
    assert services.writing.versions.of_post(the_draft(services)).follows("instagram")


def test_a_note_may_have_several_lines_and_can_be_read_whole(
    qtbot: QtBot, page: WritePage, services: Services
):
    note = field(page, "Private note")
    low = note.height()
    qtbot.keyClicks(note, "Ask Pat")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    qtbot.keyClicks(note, "for the photo")
    page.leave()
    assert the_draft(services).notes == "Ask Pat\nfor the photo"
    assert note.height() > low


def test_the_words_on_the_tab_in_sight_are_not_cut_off(qtbot: QtBot, page: WritePage):
    pick_tab(qtbot, page, "Instagram")
    qtbot.keyClicks(paper(page), "Pretty ")
    tab = tab_called(page, "Instagram")
    bold = QFont(tab.font())
    bold.setWeight(QFont.Weight.DemiBold)
    padding, pencil_and_gap = 2 * (10 + 1), 16 + 4
    words = QFontMetrics(bold).horizontalAdvance("Instagram")
    assert tab.width() >= padding + pencil_and_gap + words
