"""Advice on platforms: reasons with their points, and which two or three to begin with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ReasonCode(StrEnum):
    """Why a platform is advised or not; the sentences are in ``services.words.strategy``."""

    LOCAL_FIRST = "local_first"
    REACHES_NEARBY = "reaches_nearby"
    REACHES_ANYWHERE = "reaches_anywhere"
    REACHES_BUSINESSES = "reaches_businesses"
    TRADE_IS_THERE = "trade_is_there"
    SHOWS_YOUR_WORK = "shows_your_work"
    SHARES_KNOW_HOW = "shares_know_how"
    KEEPS_REGULARS = "keeps_regulars"
    PEOPLE_TALK_HERE = "people_talk_here"
    AGES_ARE_THERE = "ages_are_there"
    MANY_ARE_THERE = "many_are_there"
    YOU_CAN_MAKE_IT = "you_can_make_it"
    LIGHT = "light"
    WIDESPREAD_OUTSIDE_US = "widespread_outside_us"
    MISSES_NEARBY = "misses_nearby"
    MISSES_ANYWHERE = "misses_anywhere"
    MISSES_BUSINESSES = "misses_businesses"
    AGES_ARE_FEW = "ages_are_few"
    FEW_ARE_THERE = "few_are_there"
    NEEDS_VIDEO = "needs_video"
    NEEDS_PHOTOS = "needs_photos"
    NEEDS_LONG_WORDS = "needs_long_words"
    NEEDS_MORE_TIME = "needs_more_time"
    NOT_IN_COUNTRY = "not_in_country"
    TIGHT_TIME = "tight_time"
    US_FIGURES = "us_figures"
    NO_FIGURES = "no_figures"
    ENOUGH_CHOSEN = "enough_chosen"


_BLOCKERS = frozenset(
    {
        ReasonCode.NEEDS_VIDEO,
        ReasonCode.NEEDS_PHOTOS,
        ReasonCode.NEEDS_LONG_WORDS,
        ReasonCode.NEEDS_MORE_TIME,
        ReasonCode.NOT_IN_COUNTRY,
    }
)


@dataclass(frozen=True)
class Reason:
    """One reason and what it adds to the score.

    ``points`` above 0 speak for, below 0 against, 0 is a remark. ``figure`` is what the sentence
    needs: percent of US adults, or minutes a week. ``detail`` names age groups where it matters.
    """

    code: ReasonCode
    points: float = 0.0
    figure: int | None = None
    detail: tuple[str, ...] = ()

    @property
    def blocks(self) -> bool:
        """Tell whether the platform is out of the question for now because of this."""
        return self.code in _BLOCKERS


@dataclass(frozen=True)
class Advice:
    """One platform with its score and the reasons that make the score, strongest first."""

    key: str
    score: float
    reasons: tuple[Reason, ...]
    minutes_low: int
    minutes_high: int

    @property
    def good(self) -> tuple[Reason, ...]:
        """Return the reasons for it."""
        return tuple(reason for reason in self.reasons if reason.points > 0)

    @property
    def bad(self) -> tuple[Reason, ...]:
        """Return the reasons against it."""
        return tuple(reason for reason in self.reasons if reason.points < 0)

    @property
    def remarks(self) -> tuple[Reason, ...]:
        """Return what is neither for nor against it."""
        return tuple(reason for reason in self.reasons if reason.points == 0)

    @property
    def possible(self) -> bool:
        """Tell whether nothing rules it out."""
        return not any(reason.blocks for reason in self.reasons)


@dataclass(frozen=True)
class Recommendation:
    """Two or three platforms to begin with, and the others in the order of their fit."""

    suggested: tuple[Advice, ...]
    leave: tuple[Advice, ...]
