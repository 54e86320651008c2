"""The meter's promises: it takes any text, explains its score, and judges plain cases rightly."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialcoach.core.meter import Band, Context, Kind, Meter, Reason


@pytest.fixture(scope="module")
def meter() -> Meter:
    """One meter for the whole file: loading is not what these tests are about."""
    return Meter.load()


@settings(max_examples=150, deadline=None)
@given(text=st.text(alphabet=st.characters(), max_size=400))
def test_any_text_is_read_and_the_score_is_the_sum_of_its_words(meter: Meter, text: str) -> None:
    reading = meter.read(text)
    explained = reading.explained
    total = explained.base + sum(c.weight for c in explained.contributions)
    assert total == pytest.approx(explained.logit, abs=1e-6)
    assert reading.pitch == pytest.approx(1 / (1 + math.exp(-explained.logit)), abs=1e-6)
    assert 0 <= reading.pressure <= 3
    for cue in reading.cues:
        assert text[cue.start : cue.end] == cue.text
        assert (cue.weight > 0) is cue.reason.sells


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n",
        "\x00" * 50,
        "\ud800 lone \udfff",
        "שלום לכולם",
        "🎂" * 300,
        "a" * 100_000,
        "! " * 50_000,
    ],
    ids=["empty", "blank", "nul", "surrogates", "hebrew", "emoji", "one-word", "marks"],
)
def test_odd_texts_do_not_raise(meter: Meter, text: str) -> None:
    assert 0.0 <= meter.read(text).pitch <= 1.0


def test_an_empty_text_gives(meter: Meter) -> None:
    reading = meter.read("")
    assert reading.band is Band.GIVING
    assert reading.pitch < 0.1
    assert reading.cues == ()


def test_an_offer_sells_and_says_why(meter: Meter) -> None:
    reading = meter.read("Order now and save 20% on every cake until Friday!")
    assert reading.selling
    assert reading.kind is Kind.OFFER
    assert reading.pressure >= 2
    assert {cue.reason for cue in reading.cues} & {Reason.PRICE, Reason.ORDER_NOW}


def test_thanks_give(meter: Meter) -> None:
    reading = meter.read("Thank you to everyone who helped clean up the river on Saturday.")
    assert reading.band is Band.GIVING
    assert any(cue.reason is Reason.THANKS for cue in reading.cues)


def test_reading_as_it_grows_is_reading_it_at_once(meter: Meter) -> None:
    text = "Our oven broke. We baked next door! Who remembers the first loaf?\nCome and try it"
    for end in range(len(text)):
        meter.read(text[:end])
    assert meter.read(text) == Meter.load().read(text)


def test_the_unfinished_last_word_is_not_judged(meter: Meter) -> None:
    typing = Context(unfinished_last_word=True)
    assert meter.read("We were glad to sal", typing).pitch == meter.read("We were glad to ").pitch
    assert meter.read("We were glad to sale ", typing) == meter.read("We were glad to sale ")


def test_the_shops_own_name_adds_nothing(meter: Meter) -> None:
    named = Context(business_words=frozenset({"Sale Shop"}))
    weights = [c.weight for c in meter.read("sale shop", named).explained.contributions]
    assert weights == [0.0, 0.0]


def test_replies_and_letters_are_not_judged_by_the_feeds_rule(meter: Meter) -> None:
    text = "Order now, 20% off!"
    reply = meter.read(text, Context(purpose="reply"))
    letter = meter.read(text, Context(purpose="letter"))
    assert reply.band is Band.GIVING
    assert not any(cue.reason.sells for cue in reply.cues)
    assert letter.band is Band.GIVING
    assert any(cue.reason.sells for cue in letter.cues)


def test_the_brand_may_talk_about_itself_but_offers_still_sell(meter: Meter) -> None:
    brand = Context(is_brand=True)
    about_me = "My blog has just been named the best of the year!"
    offer = "Order now and save 20%!"
    assert meter.read(about_me, brand).pitch < meter.read(about_me).pitch
    assert meter.read(offer, brand).selling


def test_balance_counts_we_you_and_questions(meter: Meter) -> None:
    balance = meter.read("We love our shop. What do you bake? And you?").balance
    assert (balance.we, balance.you, balance.questions) == (2, 2, 2)
