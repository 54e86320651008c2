"""Reads the lessons of ``resources/lessons``."""

from __future__ import annotations

from pathlib import Path

from socialcoach.core.strategy.lesson import Lesson
from socialcoach.storage.bundled.reading import read_toml, structure


def load_lessons(resources: Path) -> tuple[Lesson, ...]:
    """Return all lessons in the order of the file; raise ``BundledDataError`` when damaged."""
    path = resources / "lessons" / "lessons.toml"
    return tuple(structure(raw, Lesson, str(path)) for raw in read_toml(path)["lesson"])
