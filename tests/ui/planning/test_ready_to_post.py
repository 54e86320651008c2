"""Ready to post: one next step at a time, and posts of pictures without a word."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.exceptions import TimeoutError as Timeout
from pytestqt.qtbot import QtBot

from socialcoach.core.planning.account import Account
from socialcoach.core.planning.post import Post
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Notice
from socialcoach.ui.pages.write import WritePage
from tests.drawn_pictures import as_bytes, drawn
from tests.ui.conftest import RecordingDesktop
from tests.ui.pages_helpers import click, find_button, opened, says, visible_text
from tests.ui.planning.going_out import Stage, stage

__all__ = ["stage"]


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, bakery: Strategy) -> WritePage:
    """Write, open in a window."""
    return shown(qtbot, context)


def shown(qtbot: QtBot, context: AppContext) -> WritePage:
    """Show Write in a window."""
    return opened(qtbot, context, WritePage(context), 1200, 900)


def primary(page: WritePage) -> list[str]:
    """Return the spoken names of the buttons that stand out."""
    buttons = page.findChildren(QAbstractButton)
    found = [one for one in buttons if one.isVisible() and one.property("role") == "primary"]
    return [one.accessibleName() for one in found]


def stands_out(qtbot: QtBot, page: WritePage, name: str) -> None:
    """Wait until this button stands out and no other."""
    try:
        qtbot.waitUntil(lambda: primary(page) == [name])
    except Timeout as error:
        raise AssertionError(f"not “{name}” but {primary(page)} stands out") from error


def with_picture(services: Services, text: str = "") -> Post:
    """Return a draft for Facebook and Instagram with a picture."""
    post = services.drafting.new(text, platforms=("facebook", "instagram"))
    services.writing.pictures.add(post.id, as_bytes(drawn((640, 480))), "bread.jpg")
    return post


def ready(qtbot: QtBot, page: WritePage, post: Post) -> None:
    """Open a draft and press “Ready to post”."""
    page.open_item(post.id)
    click(qtbot, page, "Ready to post")


def test_a_picture_without_words_opens_the_page_and_its_folder_and_nothing_is_copied(
    qtbot: QtBot, page: WritePage, services: Services, desktop: RecordingDesktop
):
    ready(qtbot, page, with_picture(services))
    says(qtbot, page, "There are no words to copy.")
    click(qtbot, page, "Open Facebook")
    assert desktop.copied == []
    assert "facebook" in desktop.addresses[0]
    qtbot.waitUntil(lambda: bool(desktop.folders))
    assert [file.suffix for file in desktop.folders[0].iterdir()] == [".jpg"]
    says(qtbot, page, "Did it go out on Facebook?")
    assert find_button(page, "Open again") is not None
    click(qtbot, page, "Yes, it is out")
    says(qtbot, page, "Out on Facebook, just now.")


def test_it_is_said_that_there_is_nothing_to_paste(
    qtbot: QtBot, page: WritePage, notices: list[Notice], services: Services
):
    ready(qtbot, page, with_picture(services))
    click(qtbot, page, "Open Instagram")
    assert [notice.text for notice in notices] == [
        "There is nothing to paste on Instagram. Add your pictures from the folder."
    ]


def test_a_browser_that_does_not_open_is_said_without_talk_of_a_copy(
    qtbot: QtBot,
    page: WritePage,
    notices: list[Notice],
    services: Services,
    desktop: RecordingDesktop,
):
    desktop.browser_opens = False
    ready(qtbot, page, with_picture(services))
    click(qtbot, page, "Open Facebook")
    assert [notice.text for notice in notices] == [
        "The browser did not open. Open Facebook yourself and add your picture there."
    ]


def test_what_is_on_the_clipboard_stays_when_there_are_no_words(
    qtbot: QtBot, page: WritePage, services: Services
):
    QApplication.clipboard().setText("a phone number")
    ready(qtbot, page, with_picture(services))
    click(qtbot, page, "Open Facebook")
    assert QApplication.clipboard().text() == "a phone number"


def test_with_words_and_a_picture_it_is_copied_as_ever(
    qtbot: QtBot, page: WritePage, services: Services, desktop: RecordingDesktop
):
    ready(qtbot, page, with_picture(services, "Fresh bread"))
    click(qtbot, page, "Copy and open Facebook")
    assert desktop.copied == ["Fresh bread"]


def test_with_neither_words_nor_a_picture_it_is_said_what_is_missing(
    qtbot: QtBot, page: WritePage, notices: list[Notice], services: Services
):
    ready(qtbot, page, services.drafting.new("", platforms=("facebook",)))
    click(qtbot, page, "Copy and open Facebook")
    assert [notice.text for notice in notices] == [
        "There is nothing to post yet. Write a few words or add a picture first."
    ]
    assert "Did it go out" not in visible_text(page)


def test_the_next_step_stands_out_and_nothing_else(
    qtbot: QtBot, page: WritePage, services: Services
):
    post = services.drafting.new("Fresh bread", platforms=("facebook", "instagram"))
    page.open_item(post.id)
    stands_out(qtbot, page, "Ready to post")
    click(qtbot, page, "Ready to post")
    stands_out(qtbot, page, "Copy and open Facebook")
    click(qtbot, page, "Copy and open Facebook")
    stands_out(qtbot, page, "Copy and open Instagram")
    click(qtbot, page, "Back to the meter")
    stands_out(qtbot, page, "Ready to post")


def test_with_two_networks_one_button_stands_out_and_then_the_other(qtbot: QtBot, stage: Stage):
    stage.connect()
    connect_mastodon(stage)
    text, networks = "Which crust do you like?", ("bluesky", "mastodon")
    post = stage.services.drafting.new(text, platforms=networks)
    page = shown(qtbot, stage.context)
    ready(qtbot, page, post)
    stands_out(qtbot, page, "Post now, Bluesky")
    click(qtbot, page, "Post now, Bluesky")
    says(qtbot, page, "Out on Bluesky, just now.")
    stands_out(qtbot, page, "Post now, Mastodon")


def connect_mastodon(stage: Stage) -> None:
    """Connect Rosa's account on Mastodon."""
    now = stage.services.clock.now()
    account = Account("mastodon:mas.to/1", "mastodon", "mas.to", "rosa@mas.to", "Rosa", now, now)
    stage.services.publishing.accounts.connect(account, "secret")
