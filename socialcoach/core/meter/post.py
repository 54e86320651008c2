"""The post as a whole: what its pieces come to together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from socialcoach.core.meter.language import LanguageSigns, language_of
from socialcoach.core.meter.network import Network, Vector
from socialcoach.core.meter.piece import Measured
from socialcoach.core.meter.reading import Balance, Language


class Post:
    """Sums over the measured pieces of a post."""

    def __init__(self, pieces: Sequence[Measured], network: Network) -> None:
        """``turning``: which turns the post takes (:meth:`Network.turning`); ``gist``: a mean."""
        spoken = [piece for piece in pieces if piece.words]
        self.attention = sum(piece.attention for piece in spoken)
        self.turning = network.turning(_sum([piece.turns for piece in spoken]))
        share = sum(piece.kind_attention for piece in spoken)
        self.gist = tuple([value / share for value in _sum([p.gist for p in spoken])])
        self.language: Language = language_of(
            reduce(LanguageSigns.plus, (p.signs for p in spoken), LanguageSigns())
        )
        self.balance = Balance(
            sum(p.balance.we for p in spoken),
            sum(p.balance.you for p in spoken),
            sum(p.balance.questions for p in spoken),
        )


def _sum(rows: Sequence[Vector]) -> Vector:
    return tuple(map(sum, zip(*rows, strict=True)))
