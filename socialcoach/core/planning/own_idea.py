"""An idea the owner wrote down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from socialcoach.core.meter.reading import Kind
from socialcoach.core.planning.idea import Idea
from socialcoach.core.planning.idea_reasons import OWN_PREFIX

OWN_MINUTES = 15
"""What an own idea is taken to cost, in minutes, as nobody has said."""

LONGEST_TITLE = 120


@dataclass(frozen=True)
class OwnIdea:
    """What was written down; ``starter`` and ``note`` may be empty, ``created_at`` is in UTC."""

    id: int
    title: str
    kind: Kind
    starter: str = ""
    note: str = ""
    created_at: datetime | None = None

    def as_idea(self, trade: str) -> Idea:
        """Return it as an idea like any other; the note tells the reader's gain."""
        return Idea(
            id=f"{OWN_PREFIX}{self.id}",
            title=self.title,
            kind=self.kind,
            value=self.note,
            minutes=OWN_MINUTES,
            platforms=(),
            starter=self.starter or f"{self.title}\n\n",
            trade=trade,
        )


def own_number(idea_id: str) -> int:
    """Return the number of an own idea by its id, 0 for one that is not own."""
    number = idea_id.removeprefix(OWN_PREFIX)
    return int(number) if idea_id.startswith(OWN_PREFIX) and number.isdecimal() else 0
