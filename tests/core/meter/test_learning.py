"""The meter learns from the owner: quickly, within bounds, and without a trace when taken back."""

from __future__ import annotations

import pytest

from socialcoach.core.meter import Context, Meter
from socialcoach.core.meter.learning import Correction, from_plain, learn, to_plain

LOAVES = [
    "Our sourdough starter Gertrude turns nine today, she still bubbles every morning.",
    "Gertrude the sourdough starter had a long night, the loaves rose like balloons.",
    "Feeding Gertrude: flour, water and a kind word, every day since we opened.",
]
MORE = "Gertrude is asleep, so we talk quietly around the sourdough."
OTHER = "New brake pads fitted to the red van before lunch."


@pytest.fixture(scope="module")
def meter() -> Meter:
    """One meter for the whole file."""
    return Meter.load()


def _taught(meter: Meter, selling: bool) -> Context:
    corrections = [meter.correction(text, selling) for text in LOAVES]
    return Context(learned=meter.learn(corrections))


@pytest.mark.parametrize("selling", [True, False])
def test_what_the_owner_says_carries_over_to_like_posts(meter: Meter, selling: bool) -> None:
    before = meter.read(MORE).explained.logit
    after = meter.read(MORE, _taught(meter, selling)).explained.logit
    assert (after > before) is selling


def test_posts_about_other_things_hardly_move(meter: Meter) -> None:
    taught = _taught(meter, selling=True)
    change = {
        text: abs(meter.read(text, taught).explained.logit - meter.read(text).explained.logit)
        for text in (MORE, OTHER)
    }
    assert change[OTHER] < change[MORE] / 2


def test_nothing_learned_changes_nothing(meter: Meter) -> None:
    assert meter.read(MORE, Context(learned=meter.learn([]))).pitch == meter.read(MORE).pitch


def test_however_often_it_is_told_it_moves_within_bounds() -> None:
    learned = learn([Correction({"bread": 1.0}, -8.0, True)] * 500)
    assert 0 < learned.values["bread"] <= 4.0
    assert abs(learned.shift) <= 1.0


def test_a_correction_the_meter_agrees_with_changes_little() -> None:
    agreed = learn([Correction({"bread": 0.2}, 6.0, True)])
    corrected = learn([Correction({"bread": 0.2}, -6.0, True)])
    assert abs(agreed.values["bread"]) < 0.05 * abs(corrected.values["bread"])


def test_learning_is_the_same_each_time_so_that_taking_back_is_exact(meter: Meter) -> None:
    corrections = [meter.correction(text, True) for text in LOAVES]
    without_last = learn(corrections[:-1])
    learn(corrections)
    assert learn(corrections[:-1]).values == without_last.values


def test_the_learned_score_is_still_the_sum_of_its_words(meter: Meter) -> None:
    explained = meter.read(MORE, _taught(meter, selling=True)).explained
    total = explained.base + sum(c.weight for c in explained.contributions)
    assert total == pytest.approx(explained.logit)


def test_corrections_survive_being_stored() -> None:
    corrections = [Correction({"bread": 0.5, "oven": 0.25}, 1.5, False)]
    assert from_plain(to_plain(corrections)) == corrections


@pytest.mark.parametrize("rows", [[{}], [{"shares": 3, "logit": 0, "selling": 1}], [3]])
def test_what_is_no_correction_is_refused(rows: list) -> None:
    with pytest.raises(ValueError, match="not a list of corrections"):
        from_plain(rows)
