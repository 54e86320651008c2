"""What the owner heard counts in the choice of platforms: own ears before surveys."""

from __future__ import annotations

from socialcoach.core.strategy.advice import Advice, ReasonCode
from socialcoach.core.strategy.business import Business
from socialcoach.core.strategy.choice import recommend
from socialcoach.paths import resource_dir
from socialcoach.services.words.choosing import heard_there, reasons_for
from socialcoach.storage.bundled.platforms import load_platforms
from socialcoach.storage.bundled.trades import load_trades

FACTS = load_platforms(resource_dir())
BAKERY = next(trade for trade in load_trades(resource_dir()) if trade.key == "bakery")


def advice(platform: str, heard: dict[str, int]) -> Advice:
    result = recommend(Business(trade="bakery"), 0, FACTS, BAKERY, heard)
    return next(one for one in (*result.suggested, *result.leave) if one.key == platform)


def test_each_talk_speaks_for_a_platform_up_to_four():
    scores = [advice("nextdoor", {"nextdoor": talks}).score for talks in (0, 1, 4, 40)]
    assert scores[1] == scores[0] + 1
    assert scores[2] == scores[3] == scores[0] + 4


def test_what_was_heard_is_the_first_reason_shown():
    found = advice("facebook", {"facebook": 1})
    assert reasons_for(found)[0] == "You noted 1 talk here."
    several = advice("facebook", {"facebook": 3})
    assert reasons_for(several)[0].startswith("You noted 3 talks here")


def test_nothing_heard_says_nothing():
    found = advice("facebook", {"reddit": 3})
    assert heard_there(found) == []
    assert ReasonCode.PEOPLE_TALK_HERE not in {reason.code for reason in found.reasons}


def test_no_amount_of_talk_lifts_what_is_out_of_the_question():
    found = advice("tiktok", {"tiktok": 100})
    assert not found.possible
