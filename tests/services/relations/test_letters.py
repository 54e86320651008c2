"""Letters as the page uses them: one person at a time, kept as typed, noted when sent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from socialcoach.core.relations.letters import filled, gaps_in
from socialcoach.core.relations.promoter import Gift, Happening, Promoter, Stage
from socialcoach.core.strategy.business import Business
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.services.words.letters import letter_gaps

KATE = Promoter(
    0,
    "Kitchen table Kate",
    who_follows="home cooks",
    value_offered="A morning at the ovens",
    stage=Stage.OFFERED,
    gifts=(Gift.HOST,),
    greet="Kate",
)


@pytest.fixture
def kate(services: Services) -> int:
    shop = Business(name="Hill Bakery", owner="Ana", town="Mere", shop_link="hill.example/order")
    services.planner.keep(Strategy(business=shop))
    made = services.relations.outreach.new(KATE)
    return made.promoter_id


def test_a_letter_begins_with_what_is_known(services: Services, kate: int):
    letter = services.relations.letters.begin(kate, "follow_up")
    assert letter.text.startswith("Hello Kate,")
    assert "a morning at the ovens" in letter.text
    assert letter.text.endswith("Ana\nHill Bakery, Mere")
    assert gaps_in(letter.text)


def test_what_is_not_known_becomes_a_gap(services: Services):
    made = services.relations.outreach.new(Promoter(0, "Nobody"))
    letter = services.relations.letters.begin(made.promoter_id, "prizes")
    assert letter.text.startswith("Hello [their first name],")
    assert "[the address where people can buy or book]" in letter.text


def test_the_letter_being_written_is_kept_and_found_again(services: Services, kate: int):
    letters = services.relations.letters
    letter = letters.open(kate)
    letters.keep(letter, "Bread", "Hello Kate, come by")
    again = letters.open(kate)
    assert (again.id, again.subject, again.text) == (letter.id, "Bread", "Hello Kate, come by")


def test_other_words_can_be_taken_back(services: Services, kate: int):
    letters = services.relations.letters
    before = letters.keep(letters.open(kate), "Bread", "My own words")
    letters.begin(kate, "thank_you")
    letters.put_back(before)
    assert letters.open(kate).text == "My own words"


def test_sending_notes_the_contact_and_can_be_taken_back(services: Services, kate: int):
    letters, outreach = services.relations.letters, services.relations.outreach
    letter = letters.keep(letters.open(kate), "Bread", "Hello")
    step = letters.sent(letter)
    record = outreach.record(kate)
    assert [(event.what, event.words) for event in record.events] == [(Happening.LETTER, "Bread")]
    assert record.promoter.last_contact_at is not None
    assert record.letters[0].sent_at is not None
    outreach.undo(step)
    assert outreach.record(kate).events == ()
    assert letters.open(kate) == letter


def test_after_one_letter_the_next_begins_anew(services: Services, kate: int):
    letters = services.relations.letters
    first = letters.open(kate)
    letters.sent(first)
    assert letters.open(kate).id != first.id


def test_pushy_words_are_pointed_out_and_nothing_is_judged(services: Services, kate: int):
    reader = services.relations.letter_reader
    reading = reader.read(
        "Hurry, last chance! The best bread ever. Order now before it is too late!"
    )
    assert any(cue.reason.sells for cue in reading.cues)
    assert not reading.selling
    calm = reader.read("Hello Kate, I liked your piece on flat loaves. May I answer your question?")
    assert not [cue for cue in calm.cues if cue.reason.sells]


def test_a_link_to_a_social_page_is_noticed_but_not_one_to_the_shop(services: Services, kate: int):
    reader = services.relations.letter_reader
    found = reader.social_links("facebook.com/hill, hill.example/order, maps.google.com/x, fb.me/y")
    assert [link.address for link in found] == ["facebook.com/hill", "fb.me/y"]
    assert reader.shop_link() == "hill.example/order"


def test_the_offer_stands_in_a_sentence_also_when_only_ticked(services: Services, kate: int):
    outreach = services.relations.outreach
    known = outreach.record(kate).promoter
    outreach.change(replace(known, value_offered="", gifts=(Gift.HOST, Gift.PRIZES)))
    letter = services.relations.letters.begin(kate, "follow_up")
    assert "I offered you our room or table, prizes." in letter.text


def test_none_of_our_own_letters_pushes(services: Services, kate: int):
    letters, reader = services.relations.letters, services.relations.letter_reader
    known = services.relations.outreach.record(kate).promoter
    found = [
        (template.key, cue.text)
        for template in letters.templates(known)
        for text in (
            filled(template.text, {}, letter_gaps()),
            letters.begin(kate, template.key).text,
        )
        for cue in reader.read(text).cues
        if cue.reason.sells
    ]
    assert not found
