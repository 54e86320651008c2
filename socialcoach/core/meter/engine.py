"""The meter itself: reads a text piece by piece and puts the pieces together."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from socialcoach.core.meter.cues import strongest
from socialcoach.core.meter.language import SmallWords
from socialcoach.core.meter.learning import Correction, Learned, learn
from socialcoach.core.meter.model import Model, Settings, load_model, model_path
from socialcoach.core.meter.piece import PieceReader, PieceRules, PieceScore
from socialcoach.core.meter.pieces import pieces_of
from socialcoach.core.meter.post import Post
from socialcoach.core.meter.reading import (
    Band,
    Context,
    Cue,
    Explanation,
    Kind,
    Purpose,
    Reading,
    Reason,
)
from socialcoach.core.meter.reasons import ReasonTable, reason_table

_REMEMBERED_PIECES = 256
"""Far more than a post has; what is remembered also costs, whenever Python tidies up."""
_STEPS = 3
"""Scores before those of the kinds: more than no, soft and clear pressure."""
_SELLS = frozenset(reason for reason in Reason if reason.sells)
_GIVES = frozenset(Reason) - _SELLS
_PUSHY = frozenset({Reason.PRICE, Reason.URGENCY, Reason.ORDER_NOW, Reason.HYPE})
_EMPTY_LOGIT = -3.0
_FOREIGN_LOGIT = -1.5
Placed = tuple[int, PieceScore]
"""A piece's score and where the piece starts in the text."""


class Meter:
    """Judges texts; keeps what it has read, so that a keystroke costs the changed sentence."""

    def __init__(self, model: Model, reasons: ReasonTable, small_words: SmallWords) -> None:
        """Use :meth:`load` for the bundled model."""
        self._settings = model.settings
        self._network = model.network
        self._pieces = PieceReader(model, reasons, small_words, _REMEMBERED_PIECES)

    @classmethod
    def load(cls, path: Path | None = None) -> Meter:
        """The meter with the model in the folder ``path`` (default: the bundled one).

        Raises :class:`~socialcoach.core.meter.model.ModelError` if the model is missing or damaged.
        """
        folder = path or model_path()
        reasons = tomllib.loads((folder / "reasons.toml").read_text(encoding="utf-8"))
        languages = tomllib.loads((folder / "languages.toml").read_text(encoding="utf-8"))
        small_words = SmallWords(frozenset(languages["english"]), frozenset(languages["other"]))
        return cls(load_model(folder), reason_table(reasons), small_words)

    def read(self, text: str, context: Context = Context()) -> Reading:  # noqa: B008 (frozen)
        """Judge ``text``; takes any string and never raises."""
        judged = _without_last_word(text) if context.unfinished_last_word else text
        rules = PieceRules(
            _lowered(context.business_words), context.is_brand, learned=context.learned
        )
        post = self._measure(judged, rules.business_words)
        if post.language == "other":
            rules = PieceRules(language_free=True)
        return self._put_together(text, post, self._judge(judged, rules, post), context)

    def correction(
        self,
        text: str,
        selling: bool,
        context: Context = Context(),  # noqa: B008
    ) -> Correction:
        """What the meter can learn from the owner's word about ``text``; see :mod:`.learning`."""
        rules = PieceRules(_lowered(context.business_words), context.is_brand)
        post = self._measure(text, rules.business_words)
        shares: dict[str, float] = {}
        for _, piece in pieces_of(text):
            for word, share in self._pieces.shares(piece, rules.business_words):
                shares[word] = shares.get(word, 0.0) + share / post.attention
        explained = _explain(self._settings, post, self._judge(text, rules, post))
        return Correction(shares, explained.logit, selling)

    def learn(self, corrections: Sequence[Correction]) -> Learned:
        """What ``corrections`` come to, for :attr:`Context.learned`."""
        return learn(corrections, self._settings.slope)

    def _measure(self, text: str, business_words: frozenset[str]) -> Post:
        return Post(
            [self._pieces.measure(piece, business_words) for _, piece in pieces_of(text)],
            self._network,
        )

    def _judge(self, text: str, rules: PieceRules, post: Post) -> list[Placed]:
        judge = self._pieces.judge
        return [(start, judge(piece, rules, post.turning)) for start, piece in pieces_of(text)]

    def _put_together(
        self, text: str, post: Post, placed: Sequence[Placed], context: Context
    ) -> Reading:
        settings, purpose = self._settings, context.purpose
        explained = _explain(settings, post, placed, context.learned.shift)
        pitch = _logistic(explained.logit)
        # a letter is not judged by the feed's rule, but how hard it sells decides what is shown
        sells_like = _band(settings, pitch)
        band = sells_like if purpose == "post" else Band.GIVING
        pressure, kind = self._pressure_and_kind(post)
        return Reading(
            pitch=pitch,
            band=band,
            pressure=pressure,
            kind=kind,
            cues=tuple(
                _cues(text, placed, explained.scale, _floors(settings, sells_like, purpose))
            ),
            balance=post.balance,
            language=post.language,
            version=settings.version,
            explained=explained,
        )

    def _pressure_and_kind(self, post: Post) -> tuple[int, Kind]:
        if not post.gist:
            return 0, Kind.OTHER
        heads = self._network.kinds(post.gist)
        best = max(range(_STEPS, len(heads)), key=heads.__getitem__)
        return sum(step > 0 for step in heads[:_STEPS]), Kind(self._settings.kinds[best - _STEPS])


def _lowered(words: frozenset[str]) -> frozenset[str]:
    """Each word of the names on its own, as the model would see it."""
    return frozenset(part for word in words for part in word.lower().split())


def _without_last_word(text: str) -> str:
    end = len(text)
    while end and (text[end - 1].isalnum() or text[end - 1] in "'’@#$£€%/:.-_"):
        end -= 1
    return text[:end]


def _explain(
    settings: Settings, post: Post, placed: Sequence[Placed], shift: float = 0.0
) -> Explanation:
    parts = tuple((start, piece.contributions) for start, piece in placed)
    added = sum(piece.added for _, piece in placed)
    if post.language == "other":
        return Explanation(_FOREIGN_LOGIT, 1.0, parts, _FOREIGN_LOGIT + added)
    if not post.attention:
        return Explanation(_EMPTY_LOGIT, 1.0, (), _EMPTY_LOGIT)
    base = settings.slope * settings.bias + settings.offset + shift
    scale = settings.slope / post.attention
    return Explanation(base, scale, parts, base + scale * added)


def _logistic(logit: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, logit))))


def _band(settings: Settings, pitch: float) -> Band:
    if pitch >= settings.selling_from:
        return Band.SELLING
    return Band.LEANING if pitch >= settings.leaning_from else Band.GIVING


def _floors(settings: Settings, band: Band, purpose: Purpose) -> dict[Reason, float]:
    """The weight from which a phrase of each class is worth showing; absent: never shown."""
    giving = band is Band.GIVING
    selling = settings.selling_cue_from_when_giving if giving else settings.selling_cue_from
    shown = {"post": _SELLS, "letter": _PUSHY, "reply": frozenset[Reason]()}[purpose]
    return dict.fromkeys(_GIVES, settings.giving_cue_from) | dict.fromkeys(shown, selling)


def _cues(
    text: str, placed: Sequence[Placed], scale: float, floors: dict[Reason, float]
) -> Iterator[Cue]:
    worth_showing = (
        (scale * phrase.weight, offset, phrase)
        for offset, piece in placed
        for phrase in piece.phrases
        if abs(scale * phrase.weight) >= floors.get(phrase.reason, math.inf)
    )
    for weight, offset, phrase in strongest(worth_showing):
        start, end = offset + phrase.start, offset + phrase.end
        yield Cue(start, end, text[start:end], phrase.reason, weight)
