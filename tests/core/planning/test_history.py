"""Earlier texts: sparing, but nothing written is thrown away unseen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.planning.history import (
    MOST,
    NEVER_THINNED,
    Snapshot,
    Watched,
    after_change,
    letters_lost,
    tells_something_new,
    to_thin_out,
    watch,
)

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
LOAF = "Wrap the loaf in linen and it stays fresh until Thursday. Never put it in the fridge."
SECOND = timedelta(seconds=1)


def kept_while(texts: list[str], step: timedelta = SECOND) -> list[str]:
    """Return what is kept when these texts follow each other."""
    watched, kept, now = watch(texts[0], NOW), [], NOW
    for before, after in pairwise(texts):
        now += step
        watched, text = after_change(watched, before, after, now)
        kept += [text] if text else []
    return kept


def test_typing_on_keeps_nothing():
    assert kept_while([LOAF[:end] for end in range(len(LOAF) + 1)]) == []


def test_replacing_everything_keeps_what_was_there():
    assert kept_while([LOAF, "Closed today."]) == [LOAF]


def test_taking_everything_out_letter_by_letter_keeps_the_fullest_text():
    texts = [LOAF[:end] for end in range(len(LOAF), -1, -1)]
    assert kept_while(texts)[0] == LOAF


def test_changing_a_word_keeps_nothing():
    assert kept_while([LOAF, LOAF.replace("Thursday", "Friday")]) == []


def test_coming_back_after_a_pause_keeps_the_text_as_it_lay_there():
    hours = timedelta(hours=2)
    assert kept_while([LOAF, LOAF + " Or freeze it."], step=hours) == [LOAF]


def test_a_word_is_not_worth_an_earlier_text():
    assert kept_while(["Hello", ""]) == []


def test_a_text_whose_words_all_stand_in_an_earlier_one_tells_nothing_new():
    assert not tells_something_new(LOAF[:30], LOAF)
    assert tells_something_new(LOAF + " Or slice it and freeze it.", LOAF)


FEW = ["bread", "oven", "linen", "thursday", "crust", "dough"]
words = st.lists(st.sampled_from(FEW), max_size=30)


@given(words.map(" ".join), words.map(" ".join))
def test_a_text_of_two_words_that_is_wholly_replaced_is_kept(before: str, after: str):
    gone = letters_lost(before, after)
    _, kept = after_change(Watched(before, NOW), before, after, NOW + SECOND)
    if len(before.split()) >= 2 and gone == sum(map(len, before.split())):
        assert kept == before


def snapshots(texts: list[str]) -> list[Snapshot]:
    """Earlier texts, the first of them the newest."""
    return [Snapshot(n, 1, "", text, NOW - n * SECOND) for n, text in enumerate(texts)]


def test_thinning_takes_the_ones_that_tell_least_and_none_of_the_newest():
    texts = [f"{LOAF} {n} " + "more " * (40 - n) for n in range(40)]
    texts[20] = "A wholly different text that stands nowhere else"
    gone = to_thin_out(snapshots(texts))
    assert len(texts) - len(gone) == MOST
    assert not {*range(NEVER_THINNED), 20} & set(gone)


def test_few_earlier_texts_all_stay():
    assert to_thin_out(snapshots([LOAF] * MOST)) == []
