"""The preview beside the paper, and the pictures put ready for copy and open."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from socialcoach.core.planning.picture import Fit
from socialcoach.core.planning.post import Post
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from socialcoach.ui.pages.write import WritePage
from socialcoach.ui.planning.paper import Paper
from socialcoach.ui.planning.preview_panel import PreviewPanel
from tests.drawn_pictures import as_bytes, drawn
from tests.ui.conftest import RecordingDesktop
from tests.ui.pages_helpers import click, find_button, says, visible_text

LONG = "Sourdough takes two days and a little patience. " * 8


@pytest.fixture
def post(services: Services, bakery: Strategy) -> Post:
    """A draft for Facebook and Instagram."""
    return services.drafting.new("Fresh bread. #rye", platforms=("facebook", "instagram"))


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, post: Post) -> WritePage:
    """Write with the draft open."""
    made = WritePage(context)
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.show()
    return made


def panel(page: WritePage) -> PreviewPanel:
    """Return the preview."""
    return page.findChildren(PreviewPanel)[0]


def choose(page: WritePage, words: str) -> None:
    """Click a pill in the preview."""
    pills = [one for one in panel(page).findChildren(QAbstractButton) if one.text() == words]
    pills[0].click()


def test_the_preview_shows_who_posts_and_what(qtbot: QtBot, page: WritePage):
    click(qtbot, page, "Preview")
    says(qtbot, page, "Hill Street Bakery")
    assert "Fresh bread." in visible_text(panel(page))
    assert "A sketch from what is known of Facebook." in visible_text(panel(page))


def test_the_preview_follows_every_key(qtbot: QtBot, page: WritePage):
    click(qtbot, page, "Preview")
    qtbot.keyClicks(page.findChildren(Paper)[0], " And rolls.")
    qtbot.waitUntil(lambda: "And rolls." in visible_text(panel(page)))


def test_a_long_text_is_cut_as_readers_see_it_and_opens_at_a_click(
    qtbot: QtBot, page: WritePage, services: Services, post: Post
):
    services.writing.versions.keep(post.id, "instagram", LONG)
    page.open_item(("preview", post.id, "instagram"))
    says(qtbot, panel(page), "Readers see this much before they tap “more”.")
    assert LONG.strip() not in visible_text(panel(page))
    click(qtbot, panel(page), "Show the rest of the text")
    assert LONG.strip() in visible_text(panel(page))


def test_each_platform_is_sketched_with_its_own_words(
    qtbot: QtBot, page: WritePage, services: Services, post: Post
):
    services.writing.versions.keep(post.id, "instagram", "Only for pictures")
    page.open_item(("preview", post.id, "instagram"))
    says(qtbot, panel(page), "Only for pictures")
    choose(page, "Facebook")
    says(qtbot, panel(page), "Fresh bread.")
    assert "Only for pictures" not in visible_text(panel(page))


def test_what_was_written_is_shown_as_written_never_as_markup(
    qtbot: QtBot, page: WritePage, services: Services, post: Post
):
    services.writing.versions.keep(post.id, "instagram", "<b>bold</b> & <img src='x'>")
    page.open_item(("preview", post.id, "instagram"))
    says(qtbot, panel(page), "&lt;b&gt;bold&lt;/b&gt; &amp; &lt;img")


def test_a_wide_picture_gets_a_border_or_a_cut_only_on_request(
    qtbot: QtBot, page: WritePage, services: Services, post: Post
):
    services.writing.pictures.add(post.id, as_bytes(drawn((1800, 600))), "wide.jpg")
    page.refresh()
    page.open_item(("preview", post.id, "instagram"))
    says(qtbot, panel(page), "Instagram may cut it like this")
    (before,) = services.writing.pictures.of_post(post.id)
    assert before.fits == {}
    choose(page, "With a border")
    says(qtbot, panel(page), "It goes out with a white border.")
    (after,) = services.writing.pictures.of_post(post.id)
    assert after.fits == {"instagram": Fit.BORDER}
    assert "too wide" not in visible_text(page)
    choose(page, "As it is")
    says(qtbot, page, "Picture 1 is too wide for Instagram.")


def test_one_leafs_through_several_pictures(
    qtbot: QtBot, page: WritePage, services: Services, post: Post
):
    for _ in range(3):
        services.writing.pictures.add(post.id, as_bytes(drawn()), "bread.jpg")
    page.refresh()
    page.open_item(("preview", post.id, "facebook"))
    says(qtbot, panel(page), "Picture 1 of 3")
    click(qtbot, panel(page), "The next picture")
    says(qtbot, panel(page), "Picture 2 of 3")
    click(qtbot, panel(page), "The picture before")
    click(qtbot, panel(page), "The picture before")
    says(qtbot, panel(page), "Picture 3 of 3")


def test_without_a_platform_the_preview_says_what_to_do(
    qtbot: QtBot, page: WritePage, services: Services
):
    services.drafting.new("No platform yet")
    page.open_item(services.drafting.drafts()[0].id)
    click(qtbot, page, "Preview")
    says(qtbot, panel(page), "Pick a platform above your text first.")


def test_copy_and_open_leaves_the_pictures_in_one_folder_window(
    qtbot: QtBot, page: WritePage, services: Services, post: Post, desktop: RecordingDesktop
):
    for width in (640, 650):
        services.writing.pictures.add(post.id, as_bytes(drawn((width, 480))), "bread.jpg")
    services.writing.versions.keep(post.id, "instagram", "Only for pictures")
    page.open_item(("hand_over", post.id))
    click(qtbot, page, "Copy and open Instagram")
    qtbot.waitUntil(lambda: bool(desktop.folders))
    assert desktop.copied == ["Only for pictures"]
    files = sorted(desktop.folders[0].iterdir())
    assert [file.name for file in files] == ["1.jpg", "2.jpg"]
    with Image.open(files[1]) as second:
        assert second.size == (650, 480)
    click(qtbot, page, "Open the 2 pictures")
    qtbot.waitUntil(lambda: len(desktop.folders) == 2)


def test_without_pictures_no_folder_is_opened(
    qtbot: QtBot, page: WritePage, post: Post, desktop: RecordingDesktop, context: AppContext
):
    page.open_item(("hand_over", post.id))
    click(qtbot, page, "Copy and open Facebook")
    qtbot.waitUntil(lambda: context.tasks.is_idle)
    assert desktop.folders == []
    assert find_button(page, "Open the picture") is None
