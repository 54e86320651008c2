"""Posting from Write: who it goes out as, the button, and every way it can end."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from socialcoach.core.planning.outgoing import Visibility
from socialcoach.core.planning.post import Post
from socialcoach.core.planning.publication import PublicationStatus
from socialcoach.services.planning.publishing.network import (
    AnswerLost,
    NetworkTrouble,
    NothingSent,
    SignInAgain,
)
from socialcoach.ui.planning.hand_over_panel import HandOverPanel
from socialcoach.ui.planning.sending_unsure import say_unsure
from tests.drawn_pictures import as_bytes, drawn
from tests.ui.pages_helpers import button, choice, click, field, find_button, says, visible_text
from tests.ui.planning.going_out import Stage, stage

__all__ = ["stage"]
LOST = AnswerLost("sending.unsure", server="bsky.social")
UNREACHED = NothingSent("network.unreached", server="bsky.social")


@pytest.fixture
def post(stage: Stage) -> Post:
    """A draft for Bluesky and Facebook."""
    text = "Which crust do you like?"
    return stage.services.drafting.new(text, platforms=("bluesky", "facebook"))


@pytest.fixture
def panel(qtbot: QtBot, stage: Stage, post: Post) -> HandOverPanel:
    """The panel with Rosa's Bluesky connected."""
    stage.connect()
    made = HandOverPanel(stage.context)
    qtbot.addWidget(made)
    made.resize(360, 900)
    made.show_post(post)
    made.show()
    return made


def fail(error: NetworkTrouble) -> Callable[[], None]:
    """Return something that raises."""

    def raise_it() -> None:
        raise error

    return raise_it


def test_it_says_as_whom_and_goes_out_with_one_click(
    qtbot: QtBot, panel: HandOverPanel, stage: Stage
):
    says(qtbot, panel, "As @rosa.bsky.social")
    click(qtbot, panel, "Post now, Bluesky")
    says(qtbot, panel, "Out on Bluesky, just now.")
    assert stage.notices[-1].text == "It is out on Bluesky."
    click(qtbot, panel, "See it")
    assert stage.desktop.addresses == ["https://bsky.app/key1"]


def test_copy_and_open_stands_beside_it(qtbot: QtBot, panel: HandOverPanel, stage: Stage):
    click(qtbot, panel, "Copy and open Bluesky")
    says(qtbot, panel, "Did it go out on Bluesky?")
    assert stage.desktop.copied == ["Which crust do you like?"]
    assert find_button(panel, "Post now, Bluesky") is None


def test_a_platform_without_an_account_offers_to_connect_only_where_that_is_possible(
    qtbot: QtBot, stage: Stage, post: Post
):
    made = HandOverPanel(stage.context)
    qtbot.addWidget(made)
    wanted: list[object] = []
    stage.context.hub.page_wanted.connect(lambda page, what: wanted.append((page, what)))
    made.show_post(post)
    made.show()
    click(qtbot, made, "Connect Bluesky to post from here")
    assert wanted == [("settings", ("account", "bluesky"))]
    assert find_button(made, "Connect Facebook to post from here") is None


def test_the_last_words_typed_are_kept_before_it_goes(
    qtbot: QtBot, panel: HandOverPanel, stage: Stage, post: Post
):
    def keep() -> bool:
        stage.services.drafting.keep_text(post.id, "Better words", None)
        return True

    panel.keep_words = keep
    click(qtbot, panel, "Post now, Bluesky")
    says(qtbot, panel, "Out on Bluesky")
    assert [one.text for one in stage.network.out.values()] == ["Better words"]


def test_nothing_goes_out_while_words_cannot_be_kept(
    qtbot: QtBot, panel: HandOverPanel, stage: Stage
):
    panel.keep_words = lambda: False
    click(qtbot, panel, "Post now, Bluesky")
    assert "nothing was sent" in stage.notices[-1].text
    assert stage.network.sent_times == 0


def test_a_double_click_makes_one_post(qtbot: QtBot, panel: HandOverPanel, stage: Stage):
    again = button(panel, "Post now, Bluesky")
    click(qtbot, panel, "Post now, Bluesky")
    again.click()
    says(qtbot, panel, "Out on Bluesky")
    assert stage.network.sent_times == 1


def test_while_it_is_sent_nothing_else_can_be_pressed(
    qtbot: QtBot, panel: HandOverPanel, stage: Stage
):
    go_on = threading.Event()
    stage.network.before = lambda: go_on.wait(20)
    click(qtbot, panel, "Post now, Bluesky")
    says(qtbot, panel, "Sending to Bluesky…")
    for words in ("Post now, Bluesky", "Copy and open Bluesky", "Stop, Bluesky"):
        assert find_button(panel, words) is None
    go_on.set()
    says(qtbot, panel, "Out on Bluesky")


def test_trouble_is_told_and_it_can_be_tried_again(
    qtbot: QtBot, panel: HandOverPanel, stage: Stage
):
    stage.network.before = fail(UNREACHED)
    click(qtbot, panel, "Post now, Bluesky")
    says(qtbot, panel, "bsky.social could not be reached. Check your connection and try again.")
    stage.network.before = lambda: None
    click(qtbot, panel, "Try again, Bluesky")
    says(qtbot, panel, "Out on Bluesky")


def test_a_failed_attempt_can_be_left(qtbot: QtBot, panel: HandOverPanel, stage: Stage, post: Post):
    stage.network.before = fail(UNREACHED)
    click(qtbot, panel, "Post now, Bluesky")
    click(qtbot, panel, "Leave it, Bluesky")
    says(qtbot, panel, "It goes out when you press the button, not before.")
    assert stage.services.handing_over.of_post(post.id) == []


def test_after_a_lost_answer_it_can_only_be_looked_up(
    qtbot: QtBot, panel: HandOverPanel, stage: Stage, post: Post
):
    stage.network.after, stage.network.looking = fail(LOST), fail(UNREACHED)
    click(qtbot, panel, "Post now, Bluesky")
    says(qtbot, panel, "Your post may be out, or not.")
    for words in ("Post now, Bluesky", "Try again, Bluesky", "Copy and open Bluesky"):
        assert find_button(panel, words) is None
    stage.network.looking = lambda: None
    click(qtbot, panel, "Look, Bluesky")
    says(qtbot, panel, "Out on Bluesky")
    assert stage.network.sent_times == 1


def test_at_the_next_start_it_says_that_it_is_not_sure(
    qtbot: QtBot, panel: HandOverPanel, stage: Stage, post: Post
):
    stage.network.after, stage.network.looking = fail(LOST), fail(UNREACHED)
    click(qtbot, panel, "Post now, Bluesky")
    says(qtbot, panel, "Your post may be out, or not.")
    later = HandOverPanel(stage.context)
    qtbot.addWidget(later)
    later.show_post(post)
    later.show()
    says(qtbot, later, "We are not sure whether this went out. Looking sends nothing.")


def test_without_the_account_the_owner_can_still_say_what_became_of_it(
    qtbot: QtBot, panel: HandOverPanel, stage: Stage, post: Post
):
    stage.network.after, stage.network.looking = fail(LOST), fail(UNREACHED)
    click(qtbot, panel, "Post now, Bluesky")
    says(qtbot, panel, "Your post may be out, or not.")
    changes = stage.services.publishing.accounts.disconnect("bluesky:did:plc:rosa")
    stage.context.hub.tell(changes)
    says(qtbot, panel, "Did it go out on Bluesky?")
    assert find_button(panel, "Copy again") is None
    click(qtbot, panel, "Yes, it is out")
    (entry,) = stage.services.handing_over.of_post(post.id)
    assert entry.status is PublicationStatus.OUT


def test_a_password_no_longer_taken_leads_to_settings(
    qtbot: QtBot, panel: HandOverPanel, stage: Stage
):
    wanted: list[object] = []
    stage.context.hub.page_wanted.connect(lambda page, what: wanted.append((page, what)))
    stage.network.before = fail(SignInAgain("account.sign_in", server="bsky.social"))
    click(qtbot, panel, "Post now, Bluesky")
    click(qtbot, panel, "Sign in again, Bluesky")
    assert wanted == [("settings", ("account", "bluesky"))]


def test_what_does_not_fit_is_said_and_nothing_is_sent(
    qtbot: QtBot, panel: HandOverPanel, stage: Stage, post: Post
):
    stage.services.drafting.keep_text(post.id, "x" * 310, None)
    click(qtbot, panel, "Post now, Bluesky")
    says(qtbot, panel, "This is 10 characters too long for Bluesky.")
    assert stage.network.sent_times == 0


def test_another_draft_on_the_desk_does_not_disturb_a_sending(
    qtbot: QtBot, panel: HandOverPanel, stage: Stage, post: Post
):
    go_on = threading.Event()
    stage.network.before = lambda: go_on.wait(20)
    click(qtbot, panel, "Post now, Bluesky")
    other = stage.services.drafting.new("Another", platforms=("bluesky",))
    panel.show_post(other)
    go_on.set()
    qtbot.waitUntil(lambda: bool(stage.notices))
    assert "Out on Bluesky" not in visible_text(panel)
    panel.show_post(post)
    says(qtbot, panel, "Out on Bluesky")


def test_the_start_says_what_is_unsure_and_sends_nothing(
    qtbot: QtBot, panel: HandOverPanel, stage: Stage, post: Post
):
    stage.network.after, stage.network.looking = fail(LOST), fail(UNREACHED)
    click(qtbot, panel, "Post now, Bluesky")
    says(qtbot, panel, "Your post may be out, or not.")
    wanted: list[object] = []
    stage.context.hub.page_wanted.connect(lambda page, what: wanted.append((page, what)))
    say_unsure(stage.context)
    notice = stage.notices[-1]
    assert notice.text == "We are not sure whether this went out: “Which crust do you like?”"
    assert notice.action is not None
    notice.action()
    assert wanted == [("write", ("hand_over", post.id))]
    assert stage.network.sent_times == 1
    assert [one.id for _entry, one in stage.services.handing_over.waiting()] == [post.id]


def test_the_start_names_a_photo_without_words_too(stage: Stage):
    stage.connect()
    photo = stage.services.drafting.new(platforms=("bluesky",))
    stage.services.writing.pictures.add(photo.id, as_bytes(drawn()), "bread.jpg")
    stage.network.after, stage.network.looking = fail(LOST), fail(UNREACHED)
    stage.services.publishing.sending.post_now(photo.id, "bluesky")
    say_unsure(stage.context)
    said = stage.notices[-1].text
    assert said == "We are not sure whether this went out: “Picture without words”"


def test_a_start_without_doubts_says_nothing(stage: Stage):
    say_unsure(stage.context)
    assert stage.notices == []


def test_who_sees_a_post_is_still_chosen_after_the_app_was_closed(qtbot: QtBot, stage: Stage):
    account = replace(stage.connect(), id="mastodon:mas.to/1", platform="mastodon", server="mas.to")
    stage.services.publishing.accounts.connect(account, "secret")
    post = stage.services.drafting.new("Bread", platforms=("mastodon",))
    before = HandOverPanel(stage.context)
    qtbot.addWidget(before)
    before.show_post(post)
    before.show()
    qtbot.keyClick(choice(before, "Who sees it"), Qt.Key.Key_End)
    qtbot.keyClicks(field(before, "A warning before the text"), "Food")
    after = HandOverPanel(stage.context)
    qtbot.addWidget(after)
    after.show_post(post)
    after.show()
    assert choice(after, "Who sees it").currentText() == "Followers only"
    click(qtbot, after, "Post now, Mastodon")
    says(qtbot, after, "Out on Mastodon")
    (sent,) = stage.mastodon.out.values()
    assert (sent.visibility, sent.warning) == (Visibility.FOLLOWERS, "Food")


def test_on_mastodon_one_chooses_who_sees_it_and_what_stands_before_it(qtbot: QtBot, stage: Stage):
    account = replace(stage.connect(), id="mastodon:mas.to/1", platform="mastodon", server="mas.to")
    stage.services.publishing.accounts.connect(account, "secret")
    made = HandOverPanel(stage.context)
    qtbot.addWidget(made)
    made.show_post(stage.services.drafting.new("Bread", platforms=("mastodon",)))
    made.show()
    readers = choice(made, "Who sees it")
    for _ in range(2):
        qtbot.keyClick(readers, Qt.Key.Key_Down)
    qtbot.keyClicks(field(made, "A warning before the text"), "Food")
    click(qtbot, made, "Post now, Mastodon")
    says(qtbot, made, "Out on Mastodon")
    (sent,) = stage.mastodon.out.values()
    assert (sent.visibility, sent.warning) == (Visibility.FOLLOWERS, "Food")
