"""One piece of a text, judged on its own: what the meter remembers between two keystrokes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from socialcoach.core.meter.cues import Phrase, phrases_of
from socialcoach.core.meter.language import LanguageSigns, SmallWords
from socialcoach.core.meter.learning import NOTHING_LEARNED, Learned
from socialcoach.core.meter.model import Model
from socialcoach.core.meter.network import Weighed
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
class PieceScore:
    """A judged piece; nothing in it is scaled yet, and places count from the piece's start.

    ``attention`` is the sum of the words' shares for the pitch, ``added`` the sum of share times
    value; ``kind_attention`` and ``gist`` (share times vector) are the same for pressure and kind.
    """

    attention: float
    added: float
    kind_attention: float
    gist: tuple[float, ...]
    contributions: tuple[Contribution, ...]
    phrases: tuple[Phrase, ...]
    balance: Balance
    signs: LanguageSigns


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
        self._memory = memory
        self._remembered: OrderedDict[tuple[str, PieceRules], PieceScore] = OrderedDict()

    def read(self, piece: str, rules: PieceRules) -> PieceScore:
        """The score of ``piece``; remembered, so that only changed pieces cost anything."""
        key = (piece, rules)
        score = self._remembered.get(key)
        if score is None:
            score = self._remembered[key] = self._judge(piece, rules)
            if len(self._remembered) > self._memory:
                self._remembered.popitem(last=False)
        else:
            self._remembered.move_to_end(key)
        return score

    def _judge(self, piece: str, rules: PieceRules) -> PieceScore:
        words = words_of(piece, self._model.knows)
        if rules.language_free:
            return self._judge_signs(words)
        keys, weighed = self._weigh(words, rules)
        values = self._model.phrase_values(keys)
        learned = rules.learned.values
        weights = [
            0.0 if key == OWN_NAME else w.pitch_share * (w.value + value + learned.get(key, 0.0))
            for key, w, value in zip(keys, weighed, values, strict=True)
        ]
        phrases = phrases_of(words, weights, self._reasons)
        if rules.is_brand:
            _forgive(words, weights, phrases)
            phrases = tuple(p for p in phrases if not _is_about_oneself(p))
        return PieceScore(
            sum(w.pitch_share for w in weighed),
            sum(weights),
            sum(w.kind_share for w in weighed),
            _gist(weighed),
            _contributions(words, weights),
            phrases,
            _balance(words),
            self._signs(words),
        )

    def shares(self, piece: str, rules: PieceRules) -> list[tuple[str, float]]:
        """The telling words of a piece with their shares of attention, not divided by the sum."""
        keys, weighed = self._weigh(words_of(piece, self._model.knows), rules)
        return [
            (key, w.pitch_share)
            for key, w in zip(keys, weighed, strict=True)
            if key[0].isalpha() and key not in self._small_words.english
        ]

    def _weigh(self, words: Sequence[Word], rules: PieceRules) -> tuple[list[str], list[Weighed]]:
        keys = [OWN_NAME if word.key in rules.business_words else word.key for word in words]
        return keys, self._model.network.weigh([self._model.row(key) for key in keys])

    def _judge_signs(self, words: Sequence[Word]) -> PieceScore:
        """Judge only what means the same in any language."""
        weights = [_LANGUAGE_FREE.get(word.key, 0.0) for word in words]
        return PieceScore(
            0.0,
            sum(weights),
            0.0,
            (),
            _contributions(words, weights),
            phrases_of(words, weights, self._reasons),
            _balance(words),
            self._signs(words),
        )

    def _signs(self, words: Iterable[Word]) -> LanguageSigns:
        spoken = [word.key for word in words if word.key[0].isalpha()]
        return self._small_words.signs(spoken, sum(map(self._model.knows, spoken)))


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


def _gist(weighed: Sequence[Weighed]) -> tuple[float, ...]:
    return tuple(map(sum, zip(*(w.gist for w in weighed), strict=True)))
