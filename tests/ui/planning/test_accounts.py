"""Accounts in Settings: connecting, checking, mending and leaving, as an owner does it."""

from __future__ import annotations

from datetime import timedelta
from urllib.request import urlopen

import keyring
import pytest
from keyring.backends.fail import Keyring as NoStore
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from socialcoach.core.planning.outgoing import FoundReply, FoundResponse
from socialcoach.services.planning.publishing.network import Health, SignInAgain
from socialcoach.ui.pages.settings import SettingsPage
from tests.services.planning.publishing.fake_bluesky import PASSWORD, said
from tests.ui.pages_helpers import button, click, field, find_button, says, visible_text
from tests.ui.planning.going_out import Stage, stage

__all__ = ["stage"]


@pytest.fixture
def page(qtbot: QtBot, stage: Stage) -> SettingsPage:
    """Settings, open in a window that keeps it up to date."""
    made = SettingsPage(stage.context)
    qtbot.addWidget(made)
    made.resize(1100, 1500)
    made.show()
    made.refresh()
    stage.context.hub.changed.connect(lambda _changes, _origin: made.refresh())
    return made


def type_in(qtbot: QtBot, page: SettingsPage, question: str, words: str) -> None:
    """Type into the line that answers a question."""
    line = field(page, question)
    line.clear()
    qtbot.keyClicks(line, words)


def connect(qtbot: QtBot, page: SettingsPage, handle: str, password: str) -> None:
    """Fill in the form for Bluesky and press its button."""
    click(qtbot, page, "Connect, Bluesky")
    type_in(qtbot, page, "Your handle", handle)
    type_in(qtbot, page, "An app password", password)
    click(qtbot, page, "Connect Bluesky")


def test_bluesky_is_connected_with_a_handle_and_an_app_password(
    qtbot: QtBot, page: SettingsPage, stage: Stage
):
    connect(qtbot, page, "@rosa", PASSWORD)
    says(qtbot, page, "Bluesky: @rosa.bsky.social")
    says(qtbot, page, "Works. Checked just now.")
    assert stage.notices[-1].text == "Connected: @rosa.bsky.social on Bluesky."
    assert keyring.get_password("SocialCoach", "bluesky:did:plc:rosa") == PASSWORD


def test_the_password_is_not_shown(qtbot: QtBot, page: SettingsPage):
    click(qtbot, page, "Connect, Bluesky")
    line = field(page, "An app password")
    assert isinstance(line, QLineEdit)
    assert line.echoMode() is QLineEdit.EchoMode.Password


def test_the_keyboard_is_on_the_first_field_and_enter_signs_in(
    qtbot: QtBot, page: SettingsPage, stage: Stage
):
    qtbot.keyClick(button(page, "Connect, Bluesky"), Qt.Key.Key_Space)
    qtbot.waitUntil(field(page, "Your handle").hasFocus)
    qtbot.keyClicks(field(page, "Your handle"), "rosa")
    qtbot.keyClicks(field(page, "An app password"), PASSWORD)
    qtbot.keyClick(field(page, "An app password"), Qt.Key.Key_Return)
    says(qtbot, page, "Bluesky: @rosa.bsky.social")


def test_a_normal_password_is_warned_about_before_anything_is_sent(
    qtbot: QtBot, page: SettingsPage, stage: Stage
):
    stage.server.password = "hunter2"
    connect(qtbot, page, "rosa", "hunter2")
    says(qtbot, page, "This does not look like an app password.")
    assert stage.server.asked == []
    click(qtbot, page, "Use it all the same")
    says(qtbot, page, "Bluesky: @rosa.bsky.social")


def test_the_page_for_app_passwords_is_one_click_away(
    qtbot: QtBot, page: SettingsPage, stage: Stage
):
    click(qtbot, page, "Connect, Bluesky")
    click(qtbot, page, "Make an app password")
    assert stage.desktop.addresses == ["https://bsky.app/settings/app-passwords"]


@pytest.mark.parametrize(
    ("handle", "password", "words"),
    [
        ("", PASSWORD, "Please fill in your handle."),
        ("rosas bakery", PASSWORD, "There is a blank in “rosas bakery”."),
        ("rosa", "", "Please paste your app password."),
        ("rosa", "aaaa-aaaa-aaaa-aaaa", "no longer takes the password"),
    ],
)
def test_what_is_wrong_is_said_beside_the_form(
    qtbot: QtBot, page: SettingsPage, handle: str, password: str, words: str
):
    connect(qtbot, page, handle, password)
    says(qtbot, page, words)
    assert button(page, "Connect Bluesky").isEnabled()


def test_an_unsafe_server_is_refused(qtbot: QtBot, page: SettingsPage, stage: Stage):
    click(qtbot, page, "Connect, Bluesky")
    click(qtbot, page, "My account is on another server")
    type_in(qtbot, page, "Your server", "http://pds.example.org")
    type_in(qtbot, page, "Your handle", "rosa")
    type_in(qtbot, page, "An app password", PASSWORD)
    click(qtbot, page, "Connect Bluesky")
    says(qtbot, page, "Only https is safe.")
    assert stage.server.asked == []


def test_without_a_password_store_it_says_so(qtbot: QtBot, page: SettingsPage, stage: Stage):
    keyring.set_keyring(NoStore())
    connect(qtbot, page, "rosa", PASSWORD)
    says(qtbot, page, "Its password is remembered only until you close SocialCoach.")
    assert "This computer has no password store" in stage.notices[-1].text


def test_closing_the_form_while_it_signs_in_still_connects(
    qtbot: QtBot, page: SettingsPage, stage: Stage
):
    connect(qtbot, page, "rosa", PASSWORD)
    click(qtbot, page, "Close “Connect Bluesky”")
    says(qtbot, page, "Bluesky: @rosa.bsky.social")


def test_an_account_that_no_longer_works_says_why_and_has_one_button(
    qtbot: QtBot, page: SettingsPage, stage: Stage
):
    stage.connect()
    page.refresh()
    stage.network.health = SignInAgain("account.sign_in", server="bsky.social")
    click(qtbot, page, "Check again, Bluesky")
    says(qtbot, page, "bsky.social no longer takes the password. Please sign in again.")
    assert find_button(page, "Bring in likes and replies, Bluesky") is None
    click(qtbot, page, "Sign in again, Bluesky")
    assert field(page, "Your handle").text() == "rosa.bsky.social"
    qtbot.keyClicks(field(page, "An app password"), PASSWORD)
    click(qtbot, page, "Sign in to Bluesky")
    says(qtbot, page, "Works. Checked just now.")


def test_an_account_not_looked_at_for_long_is_not_called_healthy(
    qtbot: QtBot, page: SettingsPage, stage: Stage
):
    stage.connect()
    stage.services.clock.set(stage.services.clock.now() + timedelta(days=10))  # type: ignore[attr-defined]
    page.refresh()
    says(qtbot, page, "Not checked since 22 November.")
    assert "Works." not in visible_text(page)


def test_a_new_handle_is_told(qtbot: QtBot, page: SettingsPage, stage: Stage):
    stage.connect()
    page.refresh()
    stage.network.health = Health("rosas-bakery.example", "Rosa", {})
    click(qtbot, page, "Check again, Bluesky")
    says(qtbot, page, "Bluesky: @rosas-bakery.example")
    assert "is now called @rosas-bakery.example" in stage.notices[-1].text


def test_disconnecting_asks_once_and_takes_the_password_away(
    qtbot: QtBot, page: SettingsPage, stage: Stage
):
    account = stage.connect()
    page.refresh()
    click(qtbot, page, "Disconnect, Bluesky")
    click(qtbot, page, "Keep it, Bluesky")
    click(qtbot, page, "Disconnect, Bluesky")
    click(qtbot, page, "Yes, disconnect, Bluesky")
    qtbot.waitUntil(lambda: find_button(page, "Connect, Bluesky") is not None)
    assert keyring.get_password("SocialCoach", account.id) is None


def test_likes_and_replies_come_in_when_the_owner_asks(
    qtbot: QtBot, page: SettingsPage, stage: Stage
):
    stage.connect()
    page.refresh()
    post = stage.services.drafting.new("Fresh bread", platforms=("bluesky",))
    stage.services.publishing.sending.post_now(post.id, "bluesky")
    now = stage.services.clock.now()
    reply = FoundReply("bluesky", "r1", "at://key1", "Ann", "ann.test", "Yum", now, "https://x.org")
    stage.network.came = [FoundResponse("at://key1", 4, 2, 1, (reply,))]
    click(qtbot, page, "Bring in likes and replies, Bluesky")
    qtbot.waitUntil(lambda: bool(stage.notices))
    assert stage.notices[-1].text == "Fresh figures for 1 post. New replies are in Conversations."


def test_mastodon_comes_back_from_the_browser_by_itself(
    qtbot: QtBot, page: SettingsPage, stage: Stage
):
    click(qtbot, page, "Connect, Mastodon")
    type_in(qtbot, page, "Your server", "mas.to")
    click(qtbot, page, "Open your server’s page")
    says(qtbot, page, "It comes back here by itself.")
    assert stage.desktop.addresses == ["https://mas.to/oauth"]
    (_server, back) = stage.sign_in.begun[0]
    assert back.startswith("http://127.0.0.1:")


def test_mastodon_takes_a_code_where_the_browser_does_not_come_back(
    qtbot: QtBot, page: SettingsPage, stage: Stage
):
    click(qtbot, page, "Connect, Mastodon")
    type_in(qtbot, page, "Your server", "mas.to")
    click(qtbot, page, "Open your server’s page")
    click(qtbot, page, "It does not come back")
    qtbot.waitUntil(lambda: len(stage.sign_in.begun) == 2)
    assert stage.sign_in.begun[1] == ("mas.to", "")
    qtbot.keyClicks(field(page, "The code from the page"), "4711")
    click(qtbot, page, "Use this code")
    says(qtbot, page, "Mastodon: @rosa@mas.to")
    assert keyring.get_password("SocialCoach", "mastodon:mas.to/1") == "secret"


@pytest.mark.network
def test_the_browser_that_comes_back_connects_the_account(
    qtbot: QtBot, page: SettingsPage, stage: Stage
):
    click(qtbot, page, "Connect, Mastodon")
    type_in(qtbot, page, "Your server", "mas.to")
    click(qtbot, page, "Open your server’s page")
    says(qtbot, page, "It comes back here by itself.")
    (_server, back) = stage.sign_in.begun[0]
    with urlopen(f"{back}?code=4711&state=ours") as answer:
        assert answer.status == 200
    says(qtbot, page, "Mastodon: @rosa@mas.to")


def test_a_server_in_trouble_is_said(qtbot: QtBot, page: SettingsPage, stage: Stage):
    stage.server.faults["createSession"] = lambda _request: said(503, "Unavailable")
    connect(qtbot, page, "rosa", PASSWORD)
    says(qtbot, page, "bsky.social has trouble of its own.")
