"""When people respond most, in words that say how sure that is."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from socialcoach.core.progress.best_times import (
    ENOUGH_SEE,
    BestTimes,
    Part,
    Slot,
    SlotResponse,
    TimesVerdict,
)
from socialcoach.services.words.figures import per_thousand, range_per_thousand
from socialcoach.services.words.moments import weekday_names
from socialcoach.services.words.numbers import number

ALMOST_ALWAYS = 0.99


def times_sentence(times: BestTimes) -> str:
    """Say which time stands out, or why none can be named."""
    return {
        TimesVerdict.FEW_POSTS: _few_posts,
        TimesVerdict.FEW_SEE: _few_see,
        TimesVerdict.ONE_TIME: _one_time,
        TimesVerdict.NO_DIFFERENCE: _no_difference,
        TimesVerdict.STANDS_OUT: _stands_out,
    }[times.verdict](times)


def _few_posts(times: BestTimes) -> str:
    words = ngettext(
        "A best time means nothing yet. After about {n} more post with figures it might.",
        "A best time means nothing yet. After about {n} more posts with figures it might.",
        times.missing,
    )
    return words.format(n=times.missing)


def _few_see(times: BestTimes) -> str:
    words = ngettext(
        "A usual post of yours is seen by {n} person, so a best time means nothing yet. "
        "From about {enough} people on it might.",
        "A usual post of yours is seen by {n} people, so a best time means nothing yet. "
        "From about {enough} people on it might.",
        times.usual_seen,
    )
    return words.format(n=number(times.usual_seen), enough=ENOUGH_SEE)


def _one_time(_times: BestTimes) -> str:
    return _(
        "You nearly always post at the same time of the week. Try another time to compare the two."
    )


def _no_difference(times: BestTimes) -> str:
    words = ngettext(
        "No time of the week stands out over {n} post. The differences may be chance.",
        "No time of the week stands out over {n} posts. The differences may be chance.",
        times.posts,
    )
    return words.format(n=number(times.posts))


def _stands_out(times: BestTimes) -> str:
    best = times.best[0]
    pattern = _("{time} does better than your other times. {sure}")
    return pattern.format(time=slot_name(best.slot), sure=sure_sentence(best.beats_rest))


def sure_sentence(probability: float) -> str:
    """Say how sure a probability is."""
    if probability >= ALMOST_ALWAYS:
        return _("That is almost certain, 99 in 100.")
    return _("How sure that is: {n} in 100.").format(n=round(probability * 100))


def times_note() -> str:
    """Say what the figures are and what they cannot tell."""
    return _(
        "Of 1,000 who saw such a post, over the last year, in your own time zone. "
        "What you posted then may matter more than when."
    )


def times_head() -> tuple[str, ...]:
    """Return the heads of the table."""
    return (_("Time"), _("Of 1,000"), _("Probably"), _("Posts"), _("Better than the rest, in 100"))


def times_row(one: SlotResponse) -> tuple[str, ...]:
    """Return a time as a row of the table."""
    return (
        slot_name(one.slot),
        per_thousand(one.pooled),
        range_per_thousand(one.low, one.high),
        number(one.posts),
        str(round(one.beats_rest * 100)),
    )


def slot_line(one: SlotResponse) -> str:
    """Return ``52, probably 44 to 61 (7 posts)``."""
    words = ngettext(
        "{rate}, probably {range} ({n} post)", "{rate}, probably {range} ({n} posts)", one.posts
    )
    likely = range_per_thousand(one.low, one.high)
    return words.format(rate=per_thousand(one.pooled), range=likely, n=one.posts)


def slot_name(slot: Slot) -> str:
    """Return ``Tuesday evening``."""
    pattern = {
        Part.MORNING: _("{weekday} morning"),
        Part.AFTERNOON: _("{weekday} afternoon"),
        Part.EVENING: _("{weekday} evening"),
        Part.NIGHT: _("{weekday} night"),
    }[slot.part]
    return pattern.format(weekday=weekday_names()[slot.weekday])
