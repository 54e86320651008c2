"""The calm path is offered where it helps, the owner has the last word, and joy is no trouble."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from socialcoach.core.relations.care import Concern, calm_answers, concerns, concerns_of
from socialcoach.core.relations.message import Care, Message, Mood
from socialcoach.core.relations.wording import is_shouted, mentions
from socialcoach.paths import resource_dir
from socialcoach.storage.bundled.relations import load_relation_texts

TEXTS = load_relation_texts(resource_dir())
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
RUDE = Message(1, 1, "facebook", "You are liars and this is a scam", NOW)


@pytest.mark.parametrize(
    ("said", "concern"),
    [
        ("My boy had an allergic reaction to your muffin", Concern.HEALTH),
        ("There was MOULD on it", Concern.HEALTH),
        ("You will hear from my solicitor", Concern.LAW),
        ("I'm calling Trading Standards", Concern.LAW),
        ("I will tell everyone about this", Concern.PUBLIC),
        ("Shame on you, useless lot", Concern.RUDE),
        ("WHY DOES NOBODY EVER ANSWER THE PHONE", Concern.SHOUTING),
    ],
)
def test_what_asks_for_care_is_seen(said: str, concern: Concern):
    assert concerns(said, Mood.NEUTRAL, TEXTS.words)[:1] == (concern,)


@pytest.mark.parametrize(
    "said",
    [
        "My starter has doubled!! What do I do?",
        "Look at my scones. STRAIGHT.",
        "Twenty minutes queue on Saturday and one person serving. Won't bother again.",
        "Is the fruit loaf safe for a nut allergy?",
        "OK, see you at 8. THX",
        "He is courting a lady who loves your pies",
        "",
    ],
)
def test_everyday_messages_are_left_alone(said: str):
    assert concerns(said, Mood.NEUTRAL, TEXTS.words) == ()


def test_somebody_happy_may_shout():
    assert concerns("THIS IS THE BEST CAKE EVER", Mood.HAPPY, TEXTS.words) == ()


def test_health_comes_before_rudeness():
    said = "You idiots, my daughter is in hospital"
    assert concerns(said, Mood.CROSS, TEXTS.words) == (Concern.HEALTH, Concern.RUDE)


def test_the_owner_has_the_last_word():
    assert concerns_of(RUDE, TEXTS.words) == (Concern.RUDE,)
    assert concerns_of(replace(RUDE, care=Care.FINE), TEXTS.words) == ()
    calm = replace(RUDE, said="Well, well.", care=Care.CAREFUL)
    assert concerns_of(calm, TEXTS.words) == (Concern.RUDE,)


def test_the_first_calm_answer_is_for_the_gravest_concern():
    offered = calm_answers((Concern.HEALTH, Concern.RUDE), TEXTS.calm)
    assert offered[0].key == "health"
    assert "private" in [one.key for one in offered]
    assert calm_answers((), TEXTS.calm) == ()


def test_phrases_are_found_as_whole_words_whatever_the_accents_and_signs():
    assert mentions("What a Rip-Off!", ["rip off"])
    assert mentions("Ça sent le moisi", ["ca sent"])
    assert not mentions("scampi", ["scam"])


def test_a_short_word_in_capitals_is_not_shouting():
    assert not is_shouted("WOW, the BBC and the NHS came")
    assert is_shouted("THE QUEUE WAS OUT THE DOOR again")
