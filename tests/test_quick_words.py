"""Texts of a language are looked for once, and another language is still found."""

from __future__ import annotations

import gettext
from typing import Any

import pytest

from socialcoach.quick_words import remember_translations


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Every time the disk was asked."""
    asked: list[Any] = []

    def find(*where: Any) -> list[str]:
        asked.append(where)
        return []

    monkeypatch.setattr(gettext, "find", find)
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
    first = gettext.find
    remember_translations()
    assert gettext.find is first
