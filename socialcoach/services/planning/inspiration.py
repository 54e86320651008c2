"""Which ideas to offer: for the trade, the season, and the kinds the feed lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from socialcoach.core.meter import Kind
from socialcoach.core.planning.idea import Idea
from socialcoach.core.planning.ideas import Wish, pick_ideas
from socialcoach.core.planning.post import PostStatus
from socialcoach.services.strategy.planner import Planner
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.publications import Publications
from socialcoach.storage.settings import SettingStore

GIVING_KINDS = (Kind.TIP, Kind.STORY, Kind.COMMUNITY, Kind.QUESTION, Kind.FUN)
"""The kinds a lively feed has some of."""

LOOKED_AT = 20
"""Posts looked at to see which kinds are lacking."""

REMEMBERED = 60
"""Ideas that count as used lately."""

SHOWN = "ideas.shown"


class Inspiration:
    """Picks ideas and remembers which were shown, so that others come next.

    ``ideas_for`` reads the ideas of a trade, general ones with them.
    """

    def __init__(
        self,
        ideas_for: Callable[[str], tuple[Idea, ...]],
        posts: Posts,
        publications: Publications,
        planner: Planner,
        settings: SettingStore,
    ) -> None:
        self._ideas_for = ideas_for
        self._posts = posts
        self._publications = publications
        self._planner = planner
        self._settings = settings

    def ideas_for_today(self, count: int) -> tuple[Idea, ...]:
        """Return the day's ideas; the same all day long."""
        return self._pick(self._wish(count, self._used()))

    def next_ideas(self, count: int) -> tuple[Idea, ...]:
        """Return ideas that were not shown lately and remember that these were."""
        kept = self._settings.get(SHOWN, [])
        shown = tuple(kept) if isinstance(kept, list) else ()
        picked = self._pick(self._wish(count, (*shown, *self._used())))
        fresh = [idea.id for idea in picked]
        others = [key for key in shown if key not in fresh]
        self._settings.put(SHOWN, [*others, *fresh][-REMEMBERED:])
        return picked

    def _pick(self, wish: Wish) -> tuple[Idea, ...]:
        return pick_ideas(self._ideas_for(wish.trade_first), wish)

    def _wish(self, count: int, used: tuple[str, ...]) -> Wish:
        strategy = self._planner.strategy()
        return Wish(
            today=self._planner.today(),
            trade_first=strategy.business.trade,
            recent_ids=tuple(dict.fromkeys(used)),
            kinds_lacking=self._lacking(),
            platforms=strategy.platform_keys,
            count=count,
        )

    def _used(self) -> tuple[str, ...]:
        posts = self._posts.with_status(PostStatus.DRAFT, PostStatus.READY)
        return tuple(post.idea for post in reversed(posts) if post.idea)

    def _lacking(self) -> tuple[Kind, ...]:
        feed = self._publications.feed(LOOKED_AT)
        seen = Counter(post.kind for post in feed)
        return tuple(kind for kind in GIVING_KINDS if seen[kind] * len(GIVING_KINDS) < len(feed))
