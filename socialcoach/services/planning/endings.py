"""Saved endings and sets of hashtags."""

from __future__ import annotations

from dataclasses import replace

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.planning.ending import (
    LONGEST_NAME,
    LONGEST_TEXT,
    Ending,
    suggested_name,
)
from socialcoach.core.text import clean
from socialcoach.services.clock import Clock
from socialcoach.storage.planning.endings import Endings


class SavedEndings:
    """Keeps words an owner puts under many posts."""

    def __init__(self, endings: Endings, clock: Clock) -> None:
        self._endings = endings
        self._clock = clock

    def all(self) -> list[Ending]:
        """Return all endings by name."""
        return self._endings.all()

    def for_platform(self, platform: str) -> list[Ending]:
        """Return the endings that suit a platform; all of them for the main text (empty)."""
        return [ending for ending in self.all() if ending.suits(platform)]

    def keep(self, ending: Ending) -> Changes:
        """Save a new ending (id 0) or a changed one; without a name it gets its first words.

        Raises ``UserError``: ``ending.empty`` when there are no words, ``ending.long`` when too
        many.
        """
        text = clean(ending.text).strip()
        if not text:
            raise UserError("ending.empty")
        if len(text) > LONGEST_TEXT:
            raise UserError("ending.long", limit=LONGEST_TEXT)
        name = " ".join(clean(ending.name).split()) or suggested_name(text)
        tidy = replace(ending, text=text, name=name[:LONGEST_NAME])
        if tidy.id:
            self._endings.save(tidy)
        else:
            self._endings.add(tidy, self._clock.now())
        return Changes.DRAFTS

    def throw_away(self, ending_id: int) -> Changes:
        """Put an ending away; ``bring_back`` undoes it."""
        self._endings.set_removed(ending_id, self._clock.now())
        return Changes.DRAFTS

    def bring_back(self, ending_id: int) -> Changes:
        """Undo ``throw_away``."""
        self._endings.set_removed(ending_id, None)
        return Changes.DRAFTS
