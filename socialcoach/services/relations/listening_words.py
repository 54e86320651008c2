"""What to listen for: the words, how people ask, and the search pages to open."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from socialcoach.core.changes import Changes
from socialcoach.core.relations.listening import (
    SearchBook,
    SearchPage,
    ordered_pages,
    with_word,
    words_to_listen_for,
)
from socialcoach.core.strategy.business import Reach
from socialcoach.core.strategy.trade import Trade
from socialcoach.core.text import clean
from socialcoach.services.strategy.planner import Planner
from socialcoach.storage.settings import SettingStore

WORDS = "listening.words"
HIDDEN = "listening.hidden"


class ListeningWords:
    """The words to search for: from the trade, and the owner's own, which are remembered."""

    def __init__(
        self,
        store: SettingStore,
        planner: Planner,
        trades: Mapping[str, Trade],
        book: Callable[[], SearchBook],
    ) -> None:
        self._store = store
        self._planner = planner
        self._trades = trades
        self._book = book

    def words(self) -> tuple[str, ...]:
        """Return the words on offer: the owner's own first, then the trade's."""
        hidden = {word.casefold() for word in self._kept(HIDDEN)}
        own = self._kept(WORDS)
        known = {word.casefold() for word in own} | hidden
        return (*own, *(word for word in self._of_trade() if word.casefold() not in known))

    def add(self, typed: str) -> Changes:
        """Remember a word of the owner's own; one put away before comes back."""
        words = with_word(self._kept(WORDS), clean(typed))
        hidden = [one for one in self._kept(HIDDEN) if one.casefold() != typed.strip().casefold()]
        self._store.put(WORDS, list(words))
        self._store.put(HIDDEN, hidden)
        return Changes.PEOPLE

    def remove(self, word: str) -> Changes:
        """Take a word off the list, the trade's too; ``add`` brings it back."""
        gone = word.casefold()
        self._store.put(WORDS, [one for one in self._kept(WORDS) if one.casefold() != gone])
        self._store.put(HIDDEN, list(with_word(self._kept(HIDDEN), word)))
        return Changes.PEOPLE

    def town(self) -> str:
        """Return the town of the plan, empty when it is not known."""
        return self._planner.strategy().business.town

    def looks_nearby(self) -> bool:
        """Tell whether searches should begin with the town's name in them."""
        return self._planner.strategy().business.reach is Reach.NEARBY

    def openings(self) -> tuple[str, ...]:
        """Return how people begin when they look for something."""
        return tuple(one.text for one in self._book().opening)

    def pages(self) -> tuple[SearchPage, ...]:
        """Return the search pages, those of the plan's platforms first."""
        return ordered_pages(self._book().search, self._planner.strategy().platform_keys)

    def without_search(self) -> dict[str, str]:
        """Return what to do instead for each platform that has no public search."""
        return {one.platform: one.instead for one in self._book().no_search}

    def _of_trade(self) -> tuple[str, ...]:
        key = self._planner.strategy().business.trade
        trade = self._trades.get(key)
        return words_to_listen_for(None if key == "other" else trade, "" if trade else key)

    def _kept(self, key: str) -> tuple[str, ...]:
        kept = self._store.get(key, [])
        return tuple(map(str, kept)) if isinstance(kept, list) else ()
