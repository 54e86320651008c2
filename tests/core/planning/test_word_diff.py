"""What changed between two texts."""

from __future__ import annotations

from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.planning.word_diff import Change, Stretch, word_diff, words_only_in


def test_a_changed_word_is_told_from_the_words_around_it():
    assert word_diff("fresh until Thursday noon", "fresh until Friday noon") == (
        Stretch(Change.SAME, "fresh until "),
        Stretch(Change.ONLY_EARLIER, "Thursday "),
        Stretch(Change.ONLY_NOW, "Friday "),
        Stretch(Change.SAME, "noon"),
    )


@given(st.text(max_size=60), st.text(max_size=60))
def test_both_texts_can_be_read_out_of_the_difference(earlier: str, now: str):
    stretches = word_diff(earlier, now)
    read = {
        hidden: "".join(one.text for one in stretches if one.change is not hidden)
        for hidden in (Change.ONLY_NOW, Change.ONLY_EARLIER)
    }
    assert read == {Change.ONLY_NOW: earlier, Change.ONLY_EARLIER: now}


def test_words_are_counted_by_where_they_stand():
    stretches = word_diff("one two three", "one four")
    assert words_only_in(stretches, Change.ONLY_EARLIER) == 2
    assert words_only_in(stretches, Change.ONLY_NOW) == 1


def test_very_long_texts_are_compared_quickly():
    lines = [f"line {n} of a very long post" for n in range(4000)]
    began = perf_counter()
    stretches = word_diff("\n".join(lines), "\n".join([*lines[:100], "new", *lines[100:]]))
    assert perf_counter() - began < 2
    assert words_only_in(stretches, Change.ONLY_NOW) == 1
