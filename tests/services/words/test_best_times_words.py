"""What is said of best times."""

from __future__ import annotations

import pytest

from socialcoach.core.progress.best_times import BestTimes, Part, Slot, SlotResponse, TimesVerdict
from socialcoach.services.words.best_times import slot_line, times_sentence

TUESDAY = SlotResponse(Slot(1, Part.EVENING), 7, 0.052, 0.044, 0.061, 0.97)


@pytest.mark.parametrize(
    ("times", "words"),
    [
        (
            BestTimes(TimesVerdict.FEW_POSTS, 13),
            "A best time means nothing yet. After about 12 more posts with figures it might.",
        ),
        (
            BestTimes(TimesVerdict.FEW_SEE, 30, 12),
            "A usual post of yours is seen by 12 people, so a best time means nothing yet. "
            "From about 50 people on it might.",
        ),
        (
            BestTimes(TimesVerdict.NO_DIFFERENCE, 60, 400),
            "No time of the week stands out over 60 posts. The differences may be chance.",
        ),
        (
            BestTimes(TimesVerdict.STANDS_OUT, 60, 400, (TUESDAY,)),
            "Tuesday evening does better than your other times. How sure that is: 97 in 100.",
        ),
    ],
)
def test_the_words_say_how_sure_it_is(times: BestTimes, words: str) -> None:
    assert times_sentence(times) == words


def test_a_time_is_shown_with_its_range_and_posts() -> None:
    assert slot_line(TUESDAY) == "52, probably 44 to 61 (7 posts)"
