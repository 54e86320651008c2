"""Pulling the plug while typing loses at most the last second; the next start is ordinary."""

from __future__ import annotations

import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from socialcoach.ui.main_window import MainWindow
from socialcoach.ui.planning.paper import Paper
from socialcoach.ui.trouble_window import TroubleWindow
from tests.conftest import Clock
from tests.journeys.starting import set_up_business, someone_typing, start_and
from tests.ui.pages_helpers import visible_text
from tests.worlds import open_world

TYPED_FOR = 3.4
"""Seconds of typing before the plug is pulled."""

MAY_BE_LOST = 1.0
"""Seconds before the end whose letters may be lost."""


@dataclass(frozen=True)
class Letter:
    """One letter that was typed, and when on the computer's own clock."""

    letter: str
    at: float


def read_letter(child: subprocess.Popen[str]) -> Letter:
    """Return the next letter typed in another process."""
    assert child.stdout is not None
    line = child.stdout.readline()
    assert line, "the other SocialCoach ended"
    return Letter(line[0], float(line[2:]))


def type_then_kill(folder: Path, tab: str = "") -> tuple[list[Letter], float]:
    """Let someone type, kill the process, return what was typed and when it was killed."""
    with someone_typing(folder, tab) as child:
        typed = [read_letter(child)]
        while typed[-1].at - typed[0].at < TYPED_FOR:
            typed.append(read_letter(child))
        killed_at = time.monotonic()
        child.kill()
        rest = child.communicate()[0].splitlines()
    typed += [Letter(line[0], float(line[2:])) for line in rest if len(line) > 6]
    return typed, killed_at


def test_kill_while_typing_loses_at_most_the_last_second_and_the_rest_is_back_on_the_paper(
    qapp: QApplication, data_dir: Path, clock: Clock
):
    set_up_business(data_dir, clock)
    typed, killed_at = type_then_kill(data_dir)
    database, services = open_world(data_dir, clock)
    kept = services.drafting.drafts()[0].text
    database.close()
    everything = "".join(one.letter for one in typed)
    safe = [one for one in typed if one.at < killed_at - MAY_BE_LOST]
    assert len(safe) > 10
    assert everything.startswith(kept)
    assert len(kept) >= len(safe)
    seen: list[str] = []

    def look(window: MainWindow) -> None:
        seen.append(window.findChildren(Paper)[0].text())

    assert start_and(MainWindow, look, data_dir) == 0
    assert seen == [kept]


def test_kill_while_typing_for_one_platform_loses_at_most_the_last_second_too(
    qapp: QApplication, data_dir: Path, clock: Clock
):
    set_up_business(data_dir, clock, ("facebook", "instagram"))
    typed, killed_at = type_then_kill(data_dir, "Instagram")
    database, services = open_world(data_dir, clock)
    draft = services.drafting.drafts()[0]
    kept = services.writing.versions.text_for(draft, "instagram")
    database.close()
    safe = [one for one in typed if one.at < killed_at - MAY_BE_LOST]
    assert len(safe) > 10
    assert "".join(one.letter for one in typed).startswith(kept)
    assert len(kept) >= len(safe)
    assert draft.text == ""


def test_a_second_copy_says_that_the_first_is_open_and_changes_nothing(
    qapp: QApplication, data_dir: Path, clock: Clock
):
    set_up_business(data_dir, clock)
    seen: list[str] = []
    with someone_typing(data_dir) as child:
        read_letter(child)
        status = start_and(TroubleWindow, lambda one: seen.append(visible_text(one)), data_dir)
        assert child.poll() is None
    assert status == 1
    assert "SocialCoach is already open" in seen[0]


@pytest.mark.parametrize("leftover", ["socialcoach.part", "backups/socialcoach-2026-11-22.part"])
def test_a_copy_interrupted_half_way_is_made_anew(data_dir: Path, clock: Clock, leftover: str):
    set_up_business(data_dir, clock)
    (data_dir / "backups").mkdir()
    (data_dir / leftover).write_bytes(b"half a copy")
    database, services = open_world(data_dir, clock)
    copy = services.keeping.daily()
    assert copy is not None
    assert copy.stat().st_size > 4096
    database.close()
