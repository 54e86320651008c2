"""The ideas that come with SocialCoach (``resources/ideas/*.toml``, one file per trade)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from socialcoach.core.planning.idea import GENERAL, Idea
from socialcoach.storage.bundled.reading import BundledDataError, read_toml, structure


def load_ideas(resources: Path) -> tuple[Idea, ...]:
    """Read the ideas of all trades; ``resources`` is the folder of the bundled data."""
    files = sorted((resources / "ideas").glob("*.toml"))
    ideas = tuple(idea for path in files for idea in load_idea_file(path))
    doubled = [id_ for id_, times in Counter(idea.id for idea in ideas).items() if times > 1]
    if doubled:
        raise BundledDataError("ideas", f"the id {doubled[0]!r} is used twice")
    return ideas


def load_ideas_for(resources: Path, trade: str) -> tuple[Idea, ...]:
    """Read the general ideas and those of one trade, where there are any.

    ``trade`` may be any word of the owner's; it is compared with file names and never becomes one.
    """
    files = sorted((resources / "ideas").glob("*.toml"))
    wanted = [path for path in files if path.stem in (GENERAL, trade)]
    return tuple(idea for path in wanted for idea in load_idea_file(path))


def load_idea_file(path: Path) -> tuple[Idea, ...]:
    """Read the ideas of one trade; raises ``BundledDataError`` with the file and the place."""
    data = read_toml(path)
    if data.get("trade") != path.stem or not isinstance(data.get("name"), str):
        raise BundledDataError(path.name, f"trade should be {path.stem!r}, and name a text")
    entries = data.get("idea", [])
    return tuple(_idea(entry, path, number) for number, entry in enumerate(entries, start=1))


def _idea(entry: dict[str, object], path: Path, number: int) -> Idea:
    where = f"idea {number}"
    idea = structure({**entry, "trade": path.stem}, Idea, path.name, where)
    if idea.minutes < 1 or not idea.title.strip() or not idea.starter.strip():
        raise BundledDataError(path.name, f"{where} needs a title, a starter and a minute or more")
    if not all(1 <= month <= 12 for month in idea.months):
        raise BundledDataError(path.name, f"{where}: months run from 1 to 12")
    return idea
