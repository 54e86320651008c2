"""New followers by month, bought ones apart. Not the goal: shown last and small."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from socialcoach.core.progress.typed_month import TypedMonth


@dataclass(frozen=True)
class FollowerMonth:
    """New followers in one month, over the platforms that say; None means nobody said.

    ``came`` are those who came by themselves, ``left`` those who left, ``bought`` those that
    advertising brought. Most platforms do not say who left or what was bought.
    """

    month: str
    came: int | None = None
    left: int | None = None
    bought: int | None = None


def follower_months(
    months: Sequence[str],
    figures: Iterable[tuple[str, str, str, int]],
    typed: Iterable[TypedMonth] = (),
) -> list[FollowerMonth]:
    """Return each month's new followers.

    ``figures`` are month, platform, metric (``follows``, ``unfollows``, ``paid_follows``) and sum.
    A month typed in counts only where the platform's own figures are missing.
    """
    known = {(month, platform, metric): value for month, platform, metric, value in figures}
    for one in typed:
        if one.follows is not None:
            known.setdefault((one.month, one.platform, "follows"), one.follows)
    return [
        FollowerMonth(
            month,
            came=_added(known, month, "follows"),
            left=_added(known, month, "unfollows"),
            bought=_added(known, month, "paid_follows"),
        )
        for month in months
    ]


def _added(known: dict[tuple[str, str, str], int], month: str, metric: str) -> int | None:
    values = [value for (when, _, what), value in known.items() if (when, what) == (month, metric)]
    return sum(values) if values else None
