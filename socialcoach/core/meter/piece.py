"""One piece of a text: what the meter remembers of it between two keystrokes.

Its words are weighed on their own; what they add depends also on the turns that the post takes as
a whole, which seldom change from one keystroke to the next.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from socialcoach.core.meter.cues import Phrase, phrases_of, tells
from socialcoach.core.meter.language import LanguageSigns, SmallWords
from socialcoach.core.meter.learning import NOTHING_LEARNED, Learned
from socialcoach.core.meter.model import Model
from socialcoach.core.meter.network import Vector, Weighed
from socialcoach.core.meter.reading import Balance, Contribution, Reason
from socialcoach.core.meter.reasons import ReasonTable
from socialcoach.core.meter.words import Word, words_of

OWN_NAME = "<own>"
"""Stands for the shop's and its products' names: they are read as unknown words and add nothing."""

_WE = frozenset(
    {
        "we", "us", "our", "ours", "ourselves", "we're", "we've", "we'll", "we'd", "i", "me",
        "my", "mine", "myself", "i'm", "i've", "i'll", "i'd",
    }
)  # fmt: skip
_YOU = frozenset(
    {
        "you", "your", "yours", "yourself", "yourselves", "you're", "you've", "you'll",
        "you'd", "y'all", "ya",
    }
)  # fmt: skip
_ABOUT_ONESELF = frozenset({Reason.ABOUT_US, Reason.HYPE})
_LANGUAGE_FREE = {
    "<price>": 1.5,
    "<percent>": 1.5,
    "<link>": 0.5,
    "<caps>": 0.4,
    "!!": 0.4,
    "!!!": 0.8,
}
"""Log-odds that hold in any language, set by hand: used only where the text is not English."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A piece with its words weighed; nothing in it depends on the rest of the post.

    ``attention`` is the sum of the words' shares for the pitch, ``turns`` the sum of share times
    turns; ``kind_attention`` and ``gist`` are the same for pressure and kind.
    """

    words: tuple[Word, ...]
    keys: tuple[str, ...]
    weighed: tuple[Weighed, ...]
    attention: float
    turns: Vector
    kind_attention: float
    gist: Vector
    balance: Balance
    signs: LanguageSigns


@dataclass(frozen=True, slots=True)
class PieceScore:
    """What the words of a piece add in this post; not yet scaled, places from the piece's start."""

    added: float
    contributions: tuple[Contribution, ...]
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class PieceRules:
    """How to look at a piece; pieces judged under different rules are remembered apart."""

    business_words: frozenset[str] = frozenset()
    is_brand: bool = False
    language_free: bool = False
    learned: Learned = NOTHING_LEARNED


class PieceReader:
    """Judges pieces and remembers the last ones."""

    def __init__(
        self, model: Model, reasons: ReasonTable, small_words: SmallWords, memory: int
    ) -> None:
        """``memory``: how many pieces are kept."""
        self._model = model
        self._reasons = reasons
        self._small_words = small_words
        # remembered per reader, so that only changed pieces cost anything
        self.measure = lru_cache(memory)(self._measure)
        self.judge = lru_cache(memory)(self._judge)

    def _measure(self, piece: str, business_words: frozenset[str]) -> Measured:
        """Weigh the words of ``piece``."""
        words = words_of(piece, self._model.knows)
        keys = [OWN_NAME if word.key in business_words else word.key for word in words]
        weighed = [
            # a comma colours its neighbours, but what nobody can be shown shall add nothing
            w if tells(key) else w._replace(pitch_share=0.0)
            for key, w in zip(keys, self._weigh(keys), strict=True)
        ]
        spoken = [word.key for word in words if word.key[0].isalpha()]
        return Measured(
            words=tuple(words),
            keys=tuple(keys),
            weighed=tuple(weighed),
            attention=sum(w.pitch_share for w in weighed),
            turns=_turns(weighed),
            kind_attention=sum(w.kind_share for w in weighed),
            gist=tuple(map(sum, zip(*(w.gist for w in weighed), strict=True))),
            balance=_balance(words),
            signs=self._small_words.signs(spoken, sum(map(self._model.knows, spoken))),
        )

    def _weigh(self, keys: Sequence[str]) -> list[Weighed]:
        return self._model.network.weigh([self._model.row(key) for key in keys])

    def _judge(self, piece: str, rules: PieceRules, turning: Vector) -> PieceScore:
        """The score of ``piece`` in a post that takes these turns (:meth:`Network.turning`)."""
        measured = self.measure(piece, rules.business_words)
        words = measured.words
        if rules.language_free:
            weights = [_LANGUAGE_FREE.get(word.key, 0.0) for word in words]
        else:
            weights = _halved(measured.keys, list(_weights(measured, rules.learned, turning)))
        phrases = phrases_of(words, weights, self._reasons)
        if rules.is_brand:
            _forgive(words, weights, phrases)
            phrases = tuple(p for p in phrases if not _is_about_oneself(p))
        return PieceScore(sum(weights), _contributions(words, weights), phrases)

    def shares(self, piece: str, business_words: frozenset[str]) -> list[tuple[str, float]]:
        """The telling words of a piece with their shares of attention, not divided by the sum."""
        measured = self.measure(piece, business_words)
        return [
            (key, w.pitch_share)
            for key, w in zip(measured.keys, measured.weighed, strict=True)
            if key[0].isalpha() and key not in self._small_words.english
        ]


def _turns(weighed: Sequence[Weighed]) -> Vector:
    """The sum of share times turns."""
    shares = [w.pitch_share for w in weighed]
    columns = zip(*(w.turns for w in weighed), strict=True)
    return tuple([sum(map(operator.mul, shares, column)) for column in columns])


def _weights(measured: Measured, learned: Learned, turning: Vector) -> Iterator[float]:
    """What each word adds: its share times the value it has in this post, for this owner."""
    for key, w in zip(measured.keys, measured.weighed, strict=True):
        if key == OWN_NAME:
            yield 0.0
        else:
            value = w.value + sum(map(operator.mul, turning, w.turns))
            yield w.pitch_share * (value + learned.values.get(key, 0.0))


def _halved(keys: Sequence[str], weights: Sequence[float]) -> list[float]:
    """What each word adds, half of it given to the word before, without which it would not be so.

    The network counts a phrase where it ends: "order" says little until "today" follows. Marks and
    own names get nothing: they must not be shown as a reason.
    """
    shared = list(weights)
    for here in range(1, len(keys)):
        if tells(keys[here - 1]) and keys[here - 1] != OWN_NAME:
            half = weights[here] / 2
            shared[here] -= half
            shared[here - 1] += half
    return shared


def _balance(words: Sequence[Word]) -> Balance:
    keys = [word.key for word in words]
    return Balance(
        sum(key in _WE for key in keys),
        sum(key in _YOU for key in keys),
        sum(key[0] == "?" for key in keys),
    )


def _is_about_oneself(phrase: Phrase) -> bool:
    return phrase.weight > 0 and phrase.reason in _ABOUT_ONESELF


def _forgive(words: Sequence[Word], weights: list[float], phrases: Iterable[Phrase]) -> None:
    """Who is the brand may talk about oneself: such phrases add nothing, offers still do."""
    for phrase in filter(_is_about_oneself, phrases):
        for number, word in enumerate(words):
            if phrase.start <= word.start and word.end <= phrase.end:
                weights[number] = min(weights[number], 0.0)


def _contributions(words: Sequence[Word], weights: Sequence[float]) -> tuple[Contribution, ...]:
    return tuple(
        Contribution(word.start, word.end, weight)
        for word, weight in zip(words, weights, strict=True)
    )
