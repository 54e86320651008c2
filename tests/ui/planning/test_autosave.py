"""Saving while typing: soon, not put off, and tried again until it works."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from socialcoach.ui.planning import autosave as module
from socialcoach.ui.planning.autosave import Autosave


class Saves:
    """Counts saves; the first few may fail."""

    def __init__(self, failing: int = 0) -> None:
        self.tried = 0
        self._failing = failing

    def __call__(self) -> bool:
        self.tried += 1
        return self.tried > self._failing


@pytest.fixture
def parent(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QObject:
    """What the saving belongs to; it comes sooner than for people."""
    monkeypatch.setattr(module, "KEEP_AFTER_MS", 15)
    return QObject()


def test_the_real_waiting_time_keeps_the_promise_of_one_second():
    assert module.KEEP_AFTER_MS <= 500


def test_what_was_touched_is_saved_once(qtbot: QtBot, parent: QObject):
    saves = Saves()
    autosave = Autosave(parent, saves)
    for _ in range(5):
        autosave.touch()
    qtbot.waitUntil(lambda: not autosave.is_dirty)
    assert saves.tried == 1


def test_nothing_is_saved_when_nothing_changed(parent: QObject):
    saves = Saves()
    Autosave(parent, saves).now()
    assert saves.tried == 0


def test_touching_on_and_on_does_not_put_it_off(qtbot: QtBot, parent: QObject):
    saves = Saves()
    autosave = Autosave(parent, saves)

    def touch_until_saved() -> bool:
        autosave.touch()
        return saves.tried > 0

    qtbot.waitUntil(touch_until_saved)


def test_a_save_that_failed_is_tried_again(qtbot: QtBot, parent: QObject):
    saves = Saves(failing=2)
    autosave = Autosave(parent, saves)
    autosave.touch()
    qtbot.waitUntil(lambda: not autosave.is_dirty)
    assert saves.tried == 3


def test_leaving_saves_at_once(parent: QObject):
    saves = Saves()
    autosave = Autosave(parent, saves)
    autosave.touch()
    autosave.now()
    assert (saves.tried, autosave.is_dirty) == (1, False)
