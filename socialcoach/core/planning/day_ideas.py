"""Ideas for a day that is coming: for this very day where there are some, else for any day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from socialcoach.core.planning.idea import Idea
from socialcoach.core.planning.kept_days import NearDay

DAY = "{day}"
"""Stands for the day's name in a title and a starter."""


@dataclass(frozen=True)
class DayIdea:
    """An idea for the days whose name holds one of ``names`` (lower case); for any day if none."""

    idea: Idea
    names: tuple[str, ...] = ()

    def is_for(self, day: NearDay) -> bool:
        """Tell whether it is about this very day."""
        name = day.name.casefold().replace("’", "'")
        return any(one in name for one in self.names)


def ideas_for_day(day: NearDay, bank: Sequence[DayIdea]) -> tuple[Idea, ...]:
    """Return the ideas for a day, those about this very day first."""
    own = [one for one in bank if one.is_for(day)]
    general = [one for one in bank if not one.names]
    return tuple(_named(one.idea, day) for one in (*own, *general))


def _named(idea: Idea, day: NearDay) -> Idea:
    """Put the day's name into an idea; its id tells the year, so that it is new next year."""
    return replace(
        idea,
        id=f"{idea.id}-{day.day.isoformat()}",
        title=idea.title.replace(DAY, day.name),
        starter=idea.starter.replace(DAY, day.name),
    )
