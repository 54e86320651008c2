"""Which ideas to offer: for the trade, the season, days that are near, and what the feed lacks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from socialcoach.core.meter import Kind
from socialcoach.core.planning.idea import Idea
from socialcoach.core.planning.idea_reasons import Pick, Why, lacking_kinds, with_reason
from socialcoach.core.planning.ideas import Wish, pick_ideas
from socialcoach.services.planning.idea_shelf import IdeaShelf, Mark
from socialcoach.services.planning.near_days import NearDays
from socialcoach.services.strategy.planner import Planner
from socialcoach.storage.planning.publications import Publications
from socialcoach.storage.settings import SettingStore

GIVING_KINDS = (Kind.TIP, Kind.STORY, Kind.COMMUNITY, Kind.QUESTION, Kind.FUN)
"""The kinds a lively feed has some of."""

LOOKED_AT = 40
"""Publications looked at to see which kinds are lacking; a post may be out in several places."""

REMEMBERED = 60
"""Ideas that count as shown lately."""

SHOWN = "ideas.shown"


class Inspiration:
    """Picks ideas and remembers which were shown, so that others come next."""

    def __init__(
        self,
        shelf: IdeaShelf,
        days: NearDays,
        publications: Publications,
        planner: Planner,
        settings: SettingStore,
    ) -> None:
        self._shelf = shelf
        self._days = days
        self._publications = publications
        self._planner = planner
        self._settings = settings

    def ideas_for_today(self, count: int) -> tuple[Idea, ...]:
        """Return the day's ideas; the same all day long."""
        return self._pick(self._wish(count, self._shelf.used()))

    def next_ideas(self, count: int) -> tuple[Idea, ...]:
        """Return ideas that were not shown lately and remember that these were."""
        picked = self._pick(self._wish(count, (*self._shown(), *self._shelf.used())))
        self._remember(picked)
        return picked

    def next_picks(self, count: int) -> tuple[Pick, ...]:
        """Return ideas that were not shown lately, each with its reason.

        One of them is for a day that is near, as long as there is a new one for it.
        """
        wish = self._wish(count, (*self._shown(), *self._shelf.used()))
        for_day = self._for_near_day(wish.recent_ids)
        rest = self._pick(replace(wish, count=count - len(for_day)))
        kept, lately = self._shelf.marked(Mark.KEPT), self._lately()
        picked = (*for_day, *(with_reason(idea, kept, lately) for idea in rest))
        self._remember(pick.idea for pick in picked)
        return picked

    def _for_near_day(self, recent: tuple[str, ...]) -> tuple[Pick, ...]:
        hidden = self._shelf.marked(Mark.HIDDEN)
        for day in self._days.ahead():
            for idea in self._days.ideas(day):
                if idea.id not in recent and idea.id not in hidden:
                    return (Pick(idea, Why.DAY, day=day),)
        return ()

    def _pick(self, wish: Wish) -> tuple[Idea, ...]:
        return pick_ideas(self._shelf.offered(), wish)

    def _wish(self, count: int, used: tuple[str, ...]) -> Wish:
        strategy = self._planner.strategy()
        return Wish(
            today=self._planner.today(),
            trade_first=strategy.business.trade,
            recent_ids=tuple(dict.fromkeys(used)),
            kinds_lacking=lacking_kinds(GIVING_KINDS, self._lately(), len(GIVING_KINDS)),
            platforms=strategy.platform_keys,
            count=count,
            liked_ids=self._shelf.marked(Mark.KEPT),
        )

    def _lately(self) -> tuple[str, ...]:
        """Return the kinds of the latest posts, the newest first."""
        by_post = {one.post_id: one.kind for one in self._publications.feed(LOOKED_AT)}
        return tuple(by_post.values())

    def _shown(self) -> tuple[str, ...]:
        kept = self._settings.get(SHOWN, [])
        return tuple(kept) if isinstance(kept, list) else ()

    def _remember(self, ideas: Iterable[Idea]) -> None:
        fresh = [idea.id for idea in ideas]
        others = [key for key in self._shown() if key not in fresh]
        self._settings.put(SHOWN, [*others, *fresh][-REMEMBERED:])
