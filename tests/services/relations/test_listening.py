"""Listening as the page uses it: words remembered, talks noted, and what becomes of them."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.relations.listening import Talk, TalkTag
from socialcoach.core.strategy.business import Business, Reach
from socialcoach.core.strategy.strategy import PlatformPurpose, Strategy
from socialcoach.services.bundle import Services
from socialcoach.storage.settings import SettingStore

RYE = Talk(0, "facebook", " Who sells rye? ", who="Jan", tags=(TalkTag.QUESTION,))


def plan(services: Services, trade: str = "bakery", reach: Reach = Reach.NEARBY) -> None:
    business = Business(trade=trade, town="Mere", reach=reach)
    services.planner.keep(Strategy(business=business, platforms=(PlatformPurpose("reddit"),)))


def test_the_trades_words_are_there_from_the_start(services: Services):
    plan(services)
    assert services.relations.listening_words.words()[:3] == ("bakery", "baker", "bread")
    plan(services, "falconer")
    assert services.relations.listening_words.words() == ("falconer",)
    plan(services, "other")
    assert services.relations.listening_words.words() == ()


def test_own_words_are_remembered_and_stand_first(services: Services):
    plan(services)
    services.relations.listening_words.add("  nut   cake ")
    services.relations.listening_words.add("NUT CAKE")
    assert services.relations.listening_words.words()[0] == "nut cake"
    assert services.relations.listening_words.words().count("nut cake") == 1


def test_a_word_of_the_trade_can_be_taken_off_and_brought_back(services: Services):
    plan(services)
    words = services.relations.listening_words
    words.remove("bread")
    assert "bread" not in words.words()
    words.add("bread")
    assert words.words()[0] == "bread"


def test_searches_begin_with_the_plans_platforms_and_the_town_when_near(services: Services):
    plan(services)
    words = services.relations.listening_words
    assert words.pages()[0].platform == "reddit"
    assert (words.town(), words.looks_nearby()) == ("Mere", True)
    plan(services, reach=Reach.ANYWHERE)
    assert not words.looks_nearby()
    assert "whatsapp" in words.without_search()


def test_a_talk_is_noted_changed_and_taken_back(services: Services):
    listening = services.relations.listening
    step = listening.note(RYE)
    talk = listening.talk(step.talk_id)
    assert talk.about == "Who sells rye?"
    listening.undo(step)
    assert listening.talks() == []


def test_an_empty_note_is_not_kept(services: Services):
    with pytest.raises(UserError, match=r"listening\.empty"):
        services.relations.listening.note(Talk(0, "facebook", "  "))


def test_a_deleted_talk_comes_back(services: Services):
    listening = services.relations.listening
    talk = listening.talk(listening.note(RYE).talk_id)
    listening.undo(listening.delete(talk.id))
    assert listening.talks() == [talk]


def test_a_talk_becomes_a_helpful_draft(services: Services):
    plan(services)
    talk_id = services.relations.listening.note(RYE).talk_id
    changes, post_id = services.relations.heard.make_post(talk_id)
    draft = services.drafting.draft(post_id)
    assert Changes.DRAFTS in changes
    assert "We are often asked: Who sells rye?" in draft.text
    assert draft.platforms == ("reddit",)
    assert services.relations.listening.talk(talk_id).post_id == post_id


def test_a_talk_becomes_a_card(services: Services):
    talk_id = services.relations.listening.note(RYE).talk_id
    _changes, promoter_id = services.relations.heard.make_card(talk_id)
    assert services.relations.outreach.record(promoter_id).promoter.name == "Jan"
    assert services.relations.listening.talk(talk_id).promoter_id == promoter_id


def test_damaged_words_do_no_harm(services: Services, database: Database):
    plan(services)
    SettingStore(database).put("listening.words", 7)
    assert services.relations.listening_words.words()[0] == "bakery"
