"""The ideas at hand: those of the trade, the owner's own, and which are kept or hidden."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.planning.idea import Idea
from socialcoach.core.planning.own_idea import LONGEST_TITLE, OwnIdea, own_number
from socialcoach.core.text import clean
from socialcoach.services.clock import Clock
from socialcoach.services.strategy.planner import Planner
from socialcoach.storage.planning.own_ideas import IdeaStore

USED_FOR = timedelta(days=60)
"""So long an idea counts as used."""


class Mark(StrEnum):
    """What the owner thinks of an idea."""

    KEPT = "kept"
    HIDDEN = "hidden"
    NONE = ""


class IdeaShelf:
    """Keeps, hides and takes down ideas. ``bank`` reads the ideas of a trade, general ones too."""

    def __init__(
        self,
        bank: Callable[[str], tuple[Idea, ...]],
        store: IdeaStore,
        planner: Planner,
        clock: Clock,
    ) -> None:
        self._bank = bank
        self._store = store
        self._planner = planner
        self._clock = clock

    def all(self) -> tuple[Idea, ...]:
        """Return every idea there is for this business, the owner's own first."""
        business = self._planner.strategy().business
        trade = business.trade
        own = (one.as_idea(trade) for one in self._store.own())
        bank = (one.in_country(business.country) for one in self._bank(trade))
        return (*own, *sorted(bank, key=lambda one: one.trade != trade))

    def offered(self) -> tuple[Idea, ...]:
        """Return every idea that is not hidden."""
        hidden = self.marked(Mark.HIDDEN)
        return tuple(one for one in self.all() if one.id not in hidden)

    def kept(self) -> tuple[Idea, ...]:
        """Return the ideas the owner kept, the one kept last first."""
        return self._in_order(Mark.KEPT)

    def hidden(self) -> tuple[Idea, ...]:
        """Return the ideas that are "not for us", the one hidden last first."""
        return self._in_order(Mark.HIDDEN)

    def marked(self, mark: Mark) -> frozenset[str]:
        """Return the ids of the ideas marked so."""
        return frozenset(key for key, value in self._store.marks().items() if value == mark)

    def mark(self, idea_id: str, mark: Mark) -> Mark:
        """Keep or hide an idea, or neither; return what it was before, to undo it."""
        before = Mark(self._store.marks().get(idea_id, ""))
        self._store.mark(idea_id, mark, self._clock.now())
        return before

    def used(self) -> tuple[str, ...]:
        """Return the ideas that were drafted, planned or out in the last weeks, oldest first."""
        return self._store.used_since(self._clock.now() - USED_FOR)

    def own(self, idea_id: str) -> OwnIdea | None:
        """Return what the owner wrote down under an idea's id, None for other ideas."""
        number = own_number(idea_id)
        return next((one for one in self._store.own() if one.id == number), None)

    def write_down(self, idea: OwnIdea) -> Changes:
        """Keep a new idea (id 0) or a changed one; raise ``idea.untitled`` without any words."""
        words = " ".join(clean(idea.title).split()) or _first_line(idea.starter)
        if not words:
            raise UserError("idea.untitled")
        tidy = replace(
            idea,
            title=words[:LONGEST_TITLE],
            starter=clean(idea.starter).strip(),
            note=clean(idea.note).strip(),
        )
        if tidy.id:
            self._store.save(tidy)
        else:
            self._store.add(tidy, self._clock.now())
        return Changes.DRAFTS

    def throw_away(self, idea_id: str) -> Changes:
        """Put an own idea away; ``bring_back`` undoes it."""
        self._store.set_removed(own_number(idea_id), self._clock.now())
        return Changes.DRAFTS

    def bring_back(self, idea_id: str) -> Changes:
        """Undo ``throw_away``."""
        self._store.set_removed(own_number(idea_id), None)
        return Changes.DRAFTS

    def _in_order(self, mark: Mark) -> tuple[Idea, ...]:
        known = {one.id: one for one in self.all()}
        marks = self._store.marks().items()
        return tuple(known[key] for key, value in marks if value == mark and key in known)


def _first_line(text: str) -> str:
    return next((line.strip() for line in clean(text).splitlines() if line.strip()), "")
