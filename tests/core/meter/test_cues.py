"""Cues: few, strongest first, named by a table, and true to what the words added."""

from __future__ import annotations

import tomllib
from itertools import pairwise

import pytest

from socialcoach.core.meter import Context, Meter, Reason
from socialcoach.core.meter.cues import phrases_of
from socialcoach.core.meter.model import model_path
from socialcoach.core.meter.reasons import ReasonTable, reason_table
from socialcoach.core.meter.words import words_of

TEXT = (
    "Order now, 20% off all our amazing cakes until Friday! Thank you, dear neighbours. What next?"
)


@pytest.fixture(scope="module")
def table() -> ReasonTable:
    """The table that ships."""
    return reason_table(tomllib.loads((model_path() / "reasons.toml").read_text("utf-8")))


@pytest.fixture(scope="module")
def meter() -> Meter:
    """One meter for the whole file."""
    return Meter.load()


@pytest.mark.parametrize(
    ("phrase", "weights", "reason"),
    [
        (["20", "<percent>", "off"], [0.0, 1.0, 1.0], Reason.PRICE),
        (["order", "now"], [1.0, 0.1], Reason.ORDER_NOW),
        (["last", "chance"], [0.5, 0.5], Reason.URGENCY),
        (["<link>"], [0.3], Reason.SHOP_LINK),
        (["thank", "you"], [-1.0, -0.2], Reason.THANKS),
        (["frobnicate"], [0.4], Reason.ABOUT_US),
        (["frobnicate"], [-0.4], Reason.STORY),
        (["what", "?"], [-0.4, -0.9], Reason.QUESTION),
    ],
)
def test_reasons(
    table: ReasonTable, phrase: list[str], weights: list[float], reason: Reason
) -> None:
    assert table.reason(phrase, weights) is reason


def test_a_reason_on_the_wrong_side_is_refused() -> None:
    with pytest.raises(ValueError, match="wrong side"):
        reason_table({"selling": {"thanks": ["thank you"]}, "giving": {}})


def test_neighbours_of_one_sign_make_a_phrase(table: ReasonTable) -> None:
    words = words_of("order your cake now , dear friend", lambda _: True)
    phrases = phrases_of(words, [1.0, 0.1, 0.8, 0.9, 0.9, -1.0, -0.9], table)
    assert [(p.start, p.end) for p in phrases] == [(0, 19), (22, 33)]
    assert phrases[0].weight == pytest.approx(2.8)


def test_commas_and_hash_signs_are_no_cues(table: ReasonTable) -> None:
    words = words_of("#, .", lambda _: True)
    assert phrases_of(words, [1.0, 1.0, 1.0], table) == ()


def test_few_cues_strongest_first_without_overlap(meter: Meter) -> None:
    cues = meter.read(TEXT * 5).cues
    assert 0 < len(cues) <= 6
    sizes = [abs(cue.weight) for cue in cues]
    assert sizes == sorted(sizes, reverse=True)
    places = sorted((cue.start, cue.end) for cue in cues)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))


def test_a_cue_weighs_what_its_words_added(meter: Meter) -> None:
    reading = meter.read(TEXT)
    for cue in reading.cues:
        added = sum(
            word.weight
            for word in reading.explained.contributions
            if cue.start <= word.start and word.end <= cue.end
        )
        assert cue.weight == pytest.approx(added)


def test_taking_the_words_of_the_strongest_cue_out_lowers_the_pitch(meter: Meter) -> None:
    reading = meter.read(TEXT)
    cue = next(cue for cue in reading.cues if cue.reason.sells)
    assert meter.read(TEXT[: cue.start] + TEXT[cue.end :]).pitch < reading.pitch


@pytest.mark.parametrize(
    "text",
    [
        "Buy now!",
        "Book your free consultation today.",
        "Sign up for our newsletter and get 10% off.",
        "Order today and save 20% while stocks last!",
    ],
)
def test_a_call_is_marked_from_its_first_word(meter: Meter, text: str) -> None:
    assert any(cue.start == 0 and cue.reason.sells for cue in meter.read(text).cues)


def test_what_nobody_can_be_shown_adds_nothing(meter: Meter) -> None:
    text = "Order now, 20% off (all cakes) - until Friday."
    start_and_weight = [
        (start + one.start, one.weight)
        for start, contributions in meter.read(text).explained.parts
        for one in contributions
    ]
    silent = [weight for start, weight in start_and_weight if text[start] in ",()-."]
    assert silent == [0.0] * 5
    assert sum(weight for _, weight in start_and_weight) > 0


def test_an_own_name_gets_nothing_of_the_words_behind_it(meter: Meter) -> None:
    context = Context(business_words=frozenset({"Crumble"}))
    parts = meter.read("Order from Crumble today, 20% off!", context).explained.parts
    own = [one.weight for _, contributions in parts for one in contributions if one.start == 11]
    assert own == [0.0]
