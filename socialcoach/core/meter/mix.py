"""The feed mix: how many of the last ten posts sell, and when a selling post fits again.

The rule of thumb in the owner's words: of any ten posts in a row, two may sell, and never two one
after the other. All counts are in posts, never percent, so that small feeds make sense too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from socialcoach.core.planning.publication import FeedPost

WINDOW = 10
"""The rule looks at ten posts in a row."""

SELLING_ALLOWED = 2
"""Two of ten are the 20 % of the rule of thumb."""

EVERYWHERE = ""
"""The key of the mix over all platforms."""


@dataclass(frozen=True)
class FeedMix:
    """The last posts of a feed, the oldest first, at most ten: True sells, False gives."""

    selling: tuple[bool, ...] = ()

    @property
    def count(self) -> int:
        """Return how many posts there are to look at, 0 to 10."""
        return len(self.selling)

    @property
    def selling_count(self) -> int:
        """Return how many of them sell."""
        return sum(self.selling)

    @property
    def is_early(self) -> bool:
        """Tell whether the feed has fewer than ten posts yet."""
        return self.count < WINDOW

    @property
    def is_within_rule(self) -> bool:
        """Tell whether at most two of these posts sell."""
        return self.selling_count <= SELLING_ALLOWED

    @property
    def giving_first(self) -> int:
        """Return the smallest number of giving posts after which a selling post fits, 0 to 9."""
        waiting = 0
        mix = self
        while not mix._has_room:
            mix = mix.then(selling=False)
            waiting += 1
        return waiting

    @property
    def room(self) -> int:
        """Return how many selling posts still fit into the ten; 0 when none fits now."""
        if self.giving_first:
            return 0
        return SELLING_ALLOWED - sum(self._stays)

    @property
    def payback(self) -> int:
        """Return how many giving posts bring the ten back to at most two that sell, 0 to 10."""
        waiting = 0
        mix = self
        while not mix.is_within_rule:
            mix = mix.then(selling=False)
            waiting += 1
        return waiting

    def then(self, *, selling: bool) -> FeedMix:
        """Return the mix after one more post; the oldest of ten falls out."""
        return FeedMix((*self._stays, selling))

    def with_post(self, *, selling: bool) -> Outlook:
        """Return what one more post would do."""
        return Outlook(before=self, after=self.then(selling=selling), selling=selling)

    @property
    def _stays(self) -> tuple[bool, ...]:
        return self.selling[-(WINDOW - 1) :]

    @property
    def _has_room(self) -> bool:
        last_sells = bool(self.selling) and self.selling[-1]
        return not last_sells and sum(self._stays) < SELLING_ALLOWED


@dataclass(frozen=True)
class Outlook:
    """A feed before and after one more post."""

    before: FeedMix
    after: FeedMix
    selling: bool

    @property
    def giving_first(self) -> int:
        """Return how many giving posts to write before this one; 0 when it fits now."""
        return self.before.giving_first if self.selling else 0

    @property
    def fits(self) -> bool:
        """Tell whether the post fits the rule of thumb now; a giving post always does."""
        return self.giving_first == 0

    @property
    def follows_selling(self) -> bool:
        """Tell whether this would be the second selling post in a row."""
        return self.selling and bool(self.before.selling) and self.before.selling[-1]


@dataclass(frozen=True)
class Mixes:
    """The mix of every platform and, under ``EVERYWHERE``, over all of them."""

    by_platform: dict[str, FeedMix]

    def of(self, platform: str = EVERYWHERE) -> FeedMix:
        """Return a platform's mix; an empty one when nothing went out there yet."""
        return self.by_platform.get(platform, FeedMix())

    def strictest(self, platforms: Iterable[str]) -> str:
        """Return the key whose feed must wait longest for a selling post, of these and overall.

        Ties go to the mix over all platforms, which needs no explanation.
        """
        keys = [EVERYWHERE, *platforms]
        return max(keys, key=lambda key: (self.of(key).giving_first, key == EVERYWHERE))


def feed_mix(posts: Iterable[FeedPost]) -> Mixes:
    """Return the mixes of published posts, given in any order.

    A post that went out on several platforms counts once in the mix over all of them, at the time
    it first went out.
    """
    ordered = sorted(posts, key=lambda post: (post.at, post.post_id))
    platforms = {post.platform for post in ordered}
    mixes = {key: _last_ten(p for p in ordered if p.platform == key) for key in platforms}
    first_out = {post.post_id: post for post in reversed(ordered)}
    overall = sorted(first_out.values(), key=lambda post: (post.at, post.post_id))
    return Mixes({**mixes, EVERYWHERE: _last_ten(overall)})


def _last_ten(posts: Iterable[FeedPost]) -> FeedMix:
    return FeedMix(tuple(post.selling for post in posts)[-WINDOW:])
