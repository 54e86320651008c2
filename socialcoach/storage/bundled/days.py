"""The ideas for days that are coming (``resources/days/ideas.toml``)."""

from __future__ import annotations

from pathlib import Path

from socialcoach.core.planning.day_ideas import DayIdea
from socialcoach.core.planning.idea import Idea
from socialcoach.storage.bundled.reading import read_toml, structure


def load_day_ideas(resources: Path) -> tuple[DayIdea, ...]:
    """Read the ideas; raises ``BundledDataError`` with the place where one is not as it should."""
    path = resources / "days" / "ideas.toml"
    found = []
    for number, entry in enumerate(read_toml(path)["idea"], start=1):
        names = tuple(entry.pop("names"))
        found.append(DayIdea(structure(entry, Idea, path.name, f"idea {number}"), names))
    return tuple(found)
