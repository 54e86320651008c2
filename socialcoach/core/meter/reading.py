"""What the meter says about one text: plain frozen values, nothing that computes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from socialcoach.core.meter.learning import NOTHING_LEARNED, Learned

Language = Literal["en", "other", "unknown"]
Purpose = Literal["post", "reply", "letter"]


class Band(StrEnum):
    """The word beside the colour; leaning and selling both count as selling in the feed mix."""

    GIVING = "giving"
    LEANING = "leaning"
    SELLING = "selling"


class Kind(StrEnum):
    """What a post does for its reader."""

    OFFER = "offer"
    PRODUCT = "product"
    EVENT = "event"
    BRAG = "brag"
    TIP = "tip"
    STORY = "story"
    COMMUNITY = "community"
    QUESTION = "question"
    FUN = "fun"
    SERVICE = "service"
    GIVEAWAY = "giveaway"
    NEWS = "news"
    OTHER = "other"


class Reason(StrEnum):
    """Why a span of the text counts; the first six sell, the last five give."""

    PRICE = "price"
    URGENCY = "urgency"
    ORDER_NOW = "order_now"
    SHOP_LINK = "shop_link"
    ABOUT_US = "about_us"
    HYPE = "hype"
    ABOUT_YOU = "about_you"
    QUESTION = "question"
    HELP = "help"
    THANKS = "thanks"
    STORY = "story"

    @property
    def sells(self) -> bool:
        """Whether a cue of this class pushes towards selling."""
        return self in _SELLING_REASONS


_SELLING_REASONS = frozenset(
    {
        Reason.PRICE,
        Reason.URGENCY,
        Reason.ORDER_NOW,
        Reason.SHOP_LINK,
        Reason.ABOUT_US,
        Reason.HYPE,
    }
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A span of the text that counts.

    ``start`` and ``end`` are code points of the text that was read; ``weight`` is the signed log-
    odds these words really added (positive: towards selling).
    """

    start: int
    end: int
    text: str
    reason: Reason
    weight: float


@dataclass(frozen=True, slots=True)
class Balance:
    """How often the text speaks of "we", how often of "you", and how many questions it asks."""

    we: int
    you: int
    questions: int


@dataclass(frozen=True, slots=True)
class Contribution:
    """The signed log-odds one word added, given its neighbours; spans as in :class:`Cue`."""

    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Where the score comes from: ``base`` plus all ``contributions`` is ``logit``.

    ``logit`` is the calibrated log-odds of selling; the reading's ``pitch`` is its logistic.
    ``parts`` are the contributions piece by piece, unscaled and with places counted from the
    piece's start: they are only put together when somebody asks.
    """

    base: float
    scale: float
    parts: tuple[tuple[int, tuple[Contribution, ...]], ...]
    logit: float

    @property
    def contributions(self) -> tuple[Contribution, ...]:
        """What each word added, in the order of the text."""
        return tuple(
            Contribution(offset + word.start, offset + word.end, self.scale * word.weight)
            for offset, words in self.parts
            for word in words
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """One text, judged.

    ``pitch`` is the calibrated probability (0 to 1) that a reader calls the text selling;
    ``pressure`` runs from 0 (none) to 3 (hard sell); ``cues`` stand strongest first; ``version``
    names the model that judged.
    """

    pitch: float
    band: Band
    pressure: int
    kind: Kind
    cues: tuple[Cue, ...]
    balance: Balance
    language: Language
    version: str
    explained: Explanation

    @property
    def selling(self) -> bool:
        """Whether the text belongs to the 20 %: leaning counts as selling."""
        return self.band is not Band.GIVING


@dataclass(frozen=True, slots=True)
class Context:
    """What the meter should know about the writer and the text.

    ``business_words``: names of the shop and its products, which do not count by themselves.
    ``is_brand``: the owner is the brand (a blogger, say): talking about oneself is not selling,
    offers still are.  ``purpose``: replies and letters are not judged by the feed's rule.
    ``unfinished_last_word``: the text is being typed; a last word with nothing after it is not
    judged. ``learned``: what the owner's corrections came to.
    """

    business_words: frozenset[str] = frozenset()
    is_brand: bool = False
    purpose: Purpose = "post"
    unfinished_last_word: bool = False
    learned: Learned = NOTHING_LEARNED
