"""What comes with SocialCoach for spelling (``resources/spelling``)."""

from __future__ import annotations

from pathlib import Path

from socialcoach.core.planning.text_language import TextLanguage
from socialcoach.storage.bundled.reading import read_toml


def load_languages(resources: Path) -> tuple[TextLanguage, ...]:
    """Read the languages that can be told from one another."""
    entries = read_toml(resources / "spelling" / "languages.toml")
    return tuple(
        TextLanguage(
            code,
            frozenset(entry["words"].split()),
            bool(entry["dictionary"]),
            tuple(entry["countries"]),
        )
        for code, entry in entries.items()
    )


def load_everyday_words(resources: Path, language: str) -> frozenset[str]:
    """Read the words of everyday posts that the dictionary of a language does not hold."""
    entries = read_toml(resources / "spelling" / "everyday.toml")
    return frozenset(f"{entries['all']} {entries.get(language, '')}".split())
