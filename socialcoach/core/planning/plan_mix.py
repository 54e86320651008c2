"""The day on which the plan crosses the rule of thumb, on a platform or over all of them.

Of any ten posts in a row two may sell, and never two one after the other. What went out and what
is planned count as one row, in the order of time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from socialcoach.core.meter.mix import (
    EVERYWHERE,
    SELLING_ALLOWED,
    WINDOW,
    FeedMix,
    Outlook,
)
from socialcoach.core.planning.publication import FeedPost


@dataclass(frozen=True)
class Crossing:
    """A planned post that sells although no selling post fits yet.

    ``platform`` is ``EVERYWHERE`` for the row over all platforms. ``before`` are the posts of that
    row before it, ten at most, the oldest first: True sells. ``after`` is when the last of them
    goes out, None when there is none.
    """

    post_id: int
    platform: str
    at: datetime
    before: tuple[bool, ...]
    after: datetime | None

    @property
    def count(self) -> int:
        """Return how many posts in a row are looked at, this one counted in: 10 at most."""
        return self._outlook.after.count

    @property
    def selling_count(self) -> int:
        """Return how many of them sell, this one counted in."""
        return self._outlook.after.selling_count

    @property
    def follows_selling(self) -> bool:
        """Tell whether the post before it sells too."""
        return self._outlook.follows_selling

    @property
    def giving_first(self) -> int:
        """Return the smallest number of giving posts before it that would mend it, 1 to 8."""
        return self._outlook.giving_first

    @property
    def _outlook(self) -> Outlook:
        return FeedMix(self.before).with_post(selling=True)


def crossings(published: Iterable[FeedPost], planned: Iterable[FeedPost]) -> tuple[Crossing, ...]:
    """Return where the plan crosses the rule, the earliest first.

    ``published`` needs the newest ten of each platform at least. A post on several platforms counts
    once in the row over all, when it first goes out. On one platform a crossing is left out when
    the same post crosses over all, which says enough.
    """
    before, ahead = list(published), list(planned)
    overall = _row_crossings(EVERYWHERE, _once(before), _once(ahead, but=before))
    said = {crossing.post_id for crossing in overall}
    found = list(overall)
    for key in sorted({post.platform for post in ahead}):
        there = [post for post in before if post.platform == key]
        coming = [post for post in ahead if post.platform == key]
        found += [one for one in _row_crossings(key, there, coming) if one.post_id not in said]
    return tuple(sorted(found, key=lambda one: (one.at, one.post_id, one.platform)))


def moment_before(crossing: Crossing, now: datetime, clock: time) -> datetime | None:
    """Return a good moment for one more giving post before a crossing; None when there is none.

    ``now`` must be in the zone of the business; ``clock`` is when the owner mostly posts. Several
    such posts, added one after the other, share the time there is. Where no day has room at that
    hour, the moment lies between the two posts, on a quarter of an hour.
    """
    zone = now.tzinfo
    begin = max(crossing.after or now, now).astimezone(zone)
    end = crossing.at.astimezone(zone)
    wanted = begin + (end - begin) / (crossing.giving_first + 1)
    days = (end.date() - begin.date()).days
    usual = [
        datetime.combine(begin.date() + timedelta(days=number), clock, zone)
        for number in range(days + 1)
    ]
    fitting = [at for at in usual if begin < at < end]
    if fitting:
        return min(fitting, key=lambda at: abs(at - wanted))
    between = wanted.replace(minute=wanted.minute - wanted.minute % 15, second=0, microsecond=0)
    return between if begin < between < end else None


def _row_crossings(
    key: str, published: Sequence[FeedPost], planned: Sequence[FeedPost]
) -> list[Crossing]:
    past = _in_order(published)
    row = [post.selling for post in past[-WINDOW:]]
    last = past[-1].at if past else None
    found = []
    for post in _in_order(planned):
        if post.selling and not _fits(row):
            found.append(Crossing(post.post_id, key, post.at, tuple(row[-WINDOW:]), last))
        row.append(post.selling)
        last = post.at
    return found


def _fits(row: Sequence[bool]) -> bool:
    """Tell whether a selling post fits after these; the quick form of ``Outlook.fits``."""
    return not row or (not row[-1] and sum(row[-(WINDOW - 1) :]) < SELLING_ALLOWED)


def _once(posts: Iterable[FeedPost], but: Iterable[FeedPost] = ()) -> list[FeedPost]:
    """Return each post once, when it first goes out, those left out that are in ``but``."""
    seen = {post.post_id for post in but}
    kept = []
    for post in _in_order(posts):
        if post.post_id not in seen:
            seen.add(post.post_id)
            kept.append(post)
    return kept


def _in_order(posts: Iterable[FeedPost]) -> list[FeedPost]:
    return sorted(posts, key=lambda post: (post.at, post.post_id))
