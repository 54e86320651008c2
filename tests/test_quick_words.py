"""Texts of a language are looked for once, and another language is still found."""

from __future__ import annotations

import gettext
import importlib.util
import struct
from pathlib import Path
from typing import Any

import pytest

from socialcoach.quick_words import remember_translations


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Every time the disk was asked."""
    asked: list[Any] = []

    def find(*where: Any, **_how: Any) -> list[str]:
        asked.append(where)
        return []

    monkeypatch.setattr(gettext, "find", find)
    for name in ("dgettext", "dngettext"):  # put back after the test
        monkeypatch.setattr(gettext, name, _as_python_has_it(name))
    monkeypatch.setenv("LANGUAGE", "en")
    remember_translations()
    return asked


def test_the_disk_is_asked_once_for_many_texts(looked: list[Any]):
    assert [gettext.gettext("Good morning") for _ in range(5)] == ["Good morning"] * 5
    assert gettext.ngettext("one loaf", "many loaves", 2) == "many loaves"
    assert len(looked) == 1


def test_another_language_is_looked_for_anew(looked: list[Any], monkeypatch: pytest.MonkeyPatch):
    gettext.gettext("Good morning")
    monkeypatch.setenv("LANGUAGE", "de")
    gettext.gettext("Good morning")
    assert len(looked) == 2


def test_remembering_twice_changes_nothing(looked: list[Any]):
    first = gettext.dgettext
    remember_translations()
    assert gettext.dgettext is first


def _as_python_has_it(name: str) -> Any:
    """Python's own function, whether or not it has been replaced before."""
    spec = importlib.util.find_spec("gettext")
    assert spec is not None
    assert spec.loader is not None
    fresh = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(fresh)
    return getattr(fresh, name)


def test_a_translation_is_found_and_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("dgettext", "dngettext"):
        monkeypatch.setattr(gettext, name, _as_python_has_it(name))
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "bakery.mo").write_bytes(_catalogue({"Good morning": "Guten Morgen"}))
    monkeypatch.setenv("LANGUAGE", "de")
    gettext.bindtextdomain("bakery", str(tmp_path))
    remember_translations()
    assert gettext.dgettext("bakery", "Good morning") == "Guten Morgen"
    assert gettext.dgettext("bakery", "Good night") == "Good night"
    monkeypatch.setenv("LANGUAGE", "en")
    assert gettext.dgettext("bakery", "Good morning") == "Good morning"


def _catalogue(texts: dict[str, str]) -> bytes:
    """A file of translations as msgfmt writes it."""
    texts = {"": "Content-Type: text/plain; charset=UTF-8\n", **texts}
    pairs = [(one.encode(), other.encode()) for one, other in sorted(texts.items())]
    head, count = 28, len(texts)
    at, tables, words = head + 16 * count, [b"", b""], b""
    for side in (0, 1):
        for pair in pairs:
            tables[side] += struct.pack("<II", len(pair[side]), at + len(words))
            words += pair[side] + b"\0"
    start = struct.pack("<7I", 0x950412DE, 0, count, head, head + 8 * count, 0, at)
    return start + tables[0] + tables[1] + words
