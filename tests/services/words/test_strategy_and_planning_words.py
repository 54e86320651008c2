"""Every code has its words, and they read well."""

from __future__ import annotations

import pytest

from socialcoach.core.planning.pace import Pace
from socialcoach.core.planning.text_check import Note, NoteCode, check_text
from socialcoach.core.strategy.advice import Reason, ReasonCode
from socialcoach.core.strategy.aims import Measure
from socialcoach.core.strategy.business import Business, CanMake
from socialcoach.core.strategy.choice import recommend
from socialcoach.core.strategy.goal import Aim
from socialcoach.core.strategy.purposes import Purpose
from socialcoach.core.strategy.vanity import VanityGoal, VanityThing, find_vanity
from socialcoach.paths import resource_dir
from socialcoach.services.words import choosing, planning, strategy
from socialcoach.services.words.bundled import data_text
from socialcoach.storage.bundled.bundled import load_bundled

DATA = load_bundled(resource_dir())


def question(said: str) -> str:
    goal = find_vanity(said)
    assert goal is not None
    return strategy.vanity_question(goal)


def test_the_question_names_the_owners_own_figure():
    assert question("get 250 likes") == "And what will you do with those 250 likes?"
    assert question("700 folowers") == "And what will you do with those 700 people?"


def test_one_follower_is_one_person():
    assert question("1 follower") == "And what will you do with that one person?"


@pytest.mark.parametrize("thing", VanityThing)
@pytest.mark.parametrize("figure", [None, 1, 250, 1_000_000])
def test_every_vain_wish_gets_a_question(thing: VanityThing, figure: int | None):
    sentence = strategy.vanity_question(VanityGoal(thing, figure, ""))
    assert sentence.endswith("?")
    assert "{" not in sentence


@pytest.mark.parametrize("code", ReasonCode)
def test_every_reason_has_a_sentence(code: ReasonCode):
    sentence = choosing.reason_sentence(Reason(code, 1.0, 40, ("18-29", "30-49")))
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert "None" not in sentence


def test_age_groups_are_read_out_in_words():
    reason = Reason(ReasonCode.AGES_ARE_THERE, 1.0, 78, ("18-29", "65+"))
    assert "78 of 100 US adults aged 18 to 29 and 65 and older" in choosing.reason_sentence(reason)


def test_an_advice_reads_as_reasons_for_and_against():
    business = Business(trade="bakery", country="DE", can_make=(CanMake.PHOTOS,))
    facts = tuple(DATA.platforms.values())
    result = recommend(business, 60, facts, DATA.trades["bakery"])
    assert "People who search nearby look here first." in choosing.reasons_for(result.suggested[0])
    tiktok = next(one for one in result.leave if one.key == "tiktok")
    assert "It lives on video. Come back when you enjoy making it." in choosing.reasons_against(
        tiktok
    )
    facebook = next(one for one in result.suggested if one.key == "facebook")
    assert any("USA" in remark for remark in choosing.remarks(facebook))


@pytest.mark.parametrize("code", NoteCode)
@pytest.mark.parametrize("figure", [1, 5])
def test_every_note_on_a_text_has_a_sentence(code: NoteCode, figure: int):
    counted = {
        NoteCode.TOO_LONG,
        NoteCode.TOO_MANY_BYTES,
        NoteCode.TITLE_TOO_LONG,
        NoteCode.TOO_MANY_HASHTAGS,
        NoteCode.MORE_HASHTAGS_THAN_HELP,
        NoteCode.HASHTAG_TOO_LONG,
        NoteCode.TOO_MANY_LINKS,
        NoteCode.SERVER_MAY_DIFFER,
    }
    note = Note(code, figure if code in counted else None)
    sentence = planning.note_sentence(note, DATA.platforms["threads"])
    assert sentence.endswith(".")
    assert "{" not in sentence


def test_the_count_is_said_with_the_platforms_name():
    bluesky, x = DATA.platforms["bluesky"], DATA.platforms["x"]
    check = check_text("Fresh rye today", bluesky)
    assert planning.count_sentence(check, bluesky) == "Bluesky: 15 of 300 characters"
    assert planning.count_sentence(check_text("🥐", x), x) == "X: 2 of 280, as X counts"


def test_large_limits_are_easy_to_read():
    facebook = DATA.platforms["facebook"]
    sentence = planning.count_sentence(check_text("", facebook), facebook)
    assert sentence == "Facebook: 0 of 63,206 characters"


def test_the_pace_leaves_time_to_answer():
    sentence = planning.pace_sentence(Pace(2, 20, 40, 20))
    assert sentence == "2 posts a week fit. 20 minutes stay for answering people."


@pytest.mark.parametrize("aim", Aim)
def test_every_aim_has_a_name_and_a_meaning(aim: Aim):
    assert strategy.aim_name(aim)
    assert strategy.aim_meaning(aim).endswith(".")


@pytest.mark.parametrize("measure", [one for one in Measure if one is not Measure.OWN_COUNT])
def test_every_measure_can_follow_a_number(measure: Measure):
    words = strategy.measure_text(measure)
    assert words
    assert words[0].islower()


@pytest.mark.parametrize("purpose", Purpose)
def test_every_purpose_is_a_sentence(purpose: Purpose):
    assert strategy.purpose_text(purpose).endswith(".")


def test_texts_of_the_data_are_shown_as_they_stand_when_there_is_no_translation():
    what = DATA.platforms["pinterest"].what
    assert data_text(what) == what
    assert data_text("") == ""


def test_uncertain_facts_are_shown_with_a_probably():
    assert planning.probably("Ten pictures.", certain=False) == "Probably: Ten pictures."
    assert planning.probably("Ten pictures.", certain=True) == "Ten pictures."
