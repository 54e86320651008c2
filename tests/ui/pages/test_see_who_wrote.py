"""Looking on the connected networks for people who wrote: when the owner asks, at no other time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from socialcoach.core.planning.outgoing import FoundReply
from socialcoach.services.planning.publishing.network import NothingSent
from socialcoach.ui.pages.conversations import ConversationsPage
from tests.ui.pages_helpers import click, find_button, says
from tests.ui.planning.going_out import Stage, stage

__all__ = ["stage"]


@pytest.fixture
def page(qtbot: QtBot, stage: Stage) -> ConversationsPage:
    """Conversations with Rosa’s Bluesky account connected."""
    stage.connect()
    made = ConversationsPage(stage.context)
    qtbot.addWidget(made)
    made.resize(1100, 820)
    made.show()
    qtbot.waitUntil(lambda: stage.context.tasks.is_idle)
    return made


@pytest.fixture
def anns_words(stage: Stage) -> FoundReply:
    """Ann named the bakery, under no post of ours."""
    at = stage.services.clock.now() - timedelta(hours=3)
    words, page = "@rosa Are you open on Monday?", "https://bsky.app/profile/ann/post/1"
    return FoundReply("bluesky", "at://1", "", "Ann", "ann.test", words, at, page)


def look(qtbot: QtBot, page: ConversationsPage, stage: Stage) -> str:
    """Look who wrote, and return what the notice says."""
    before = len(stage.notices)
    click(qtbot, page, "See who wrote")
    qtbot.waitUntil(lambda: len(stage.notices) > before)
    return stage.notices[-1].text


def test_nothing_is_looked_up_before_the_owner_asks(
    page: ConversationsPage, stage: Stage, anns_words: FoundReply
):
    stage.network.wrote = [anns_words]
    page.refresh()
    assert not stage.services.relations.people.count()


def test_somebody_who_named_us_waits_for_an_answer_where_they_wrote(
    qtbot: QtBot, page: ConversationsPage, stage: Stage, anns_words: FoundReply
):
    stage.network.wrote = [anns_words]
    assert look(qtbot, page, stage) == "Somebody wrote. It is under Waiting."
    says(qtbot, page, anns_words.text)
    [kept] = stage.services.relations.conversations.waiting()
    assert stage.services.relations.answers.address(kept) == anns_words.link
    assert look(qtbot, page, stage) == "Nobody new wrote."


def test_a_network_in_trouble_says_so_and_can_be_asked_again(
    qtbot: QtBot, page: ConversationsPage, stage: Stage, anns_words: FoundReply
):
    stage.network.wrote = NothingSent("network.trouble", server="bsky.social")
    assert "bsky.social" in look(qtbot, page, stage)
    stage.network.wrote = [anns_words]
    qtbot.waitUntil(lambda: find_button(page, "See who wrote") is not None)
    assert look(qtbot, page, stage) == "Somebody wrote. It is under Waiting."
