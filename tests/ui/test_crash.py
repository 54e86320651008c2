"""When SocialCoach fails: words first, a calm notice, and notes without the owner’s words."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from socialcoach.core.errors import UserError
from socialcoach.ui.context import AppContext
from socialcoach.ui.crash import MOST_LOG_BYTES, CrashGuard
from socialcoach.ui.hub import Notice
from tests.ui.conftest import RecordingDesktop

SECRET = "my unpublished words"


class Happenings:
    """What happened, in order: words kept, notices shown."""

    def __init__(self, context: AppContext) -> None:
        self.order: list[str] = []
        self.notices: list[Notice] = []
        self.keeping_fails = False
        context.hub.noticed.connect(self._on_notice)

    def keep(self) -> bool:
        """Keep the owner's words."""
        self.order.append("kept")
        if self.keeping_fails:
            raise OSError(SECRET)
        return True

    def _on_notice(self, notice: Notice) -> None:
        self.order.append("said")
        self.notices.append(notice)


@pytest.fixture
def happenings(context: AppContext) -> Happenings:
    """What happens in this test."""
    return Happenings(context)


@pytest.fixture
def guard(context: AppContext, happenings: Happenings) -> Iterator[CrashGuard]:
    """A guard on duty."""
    made = CrashGuard(context.services.paths, context, happenings.keep)
    made.install()
    yield made
    made.remove()


def fail(error: BaseException) -> None:
    """Let an error reach the hook for errors nobody caught."""
    try:
        raise error
    except BaseException as caught:
        sys.excepthook(type(caught), caught, caught.__traceback__)


def log(context: AppContext) -> str:
    """Return the notes."""
    path = context.services.paths.log
    return path.read_text(encoding="utf-8") if path.exists() else ""


def test_words_are_kept_before_anything_is_said(guard: CrashGuard, happenings: Happenings):
    fail(ValueError(SECRET))
    assert happenings.order == ["kept", "said"]
    assert "What you wrote is kept" in happenings.notices[0].text


def test_the_notes_name_the_place_and_hold_none_of_the_words(
    guard: CrashGuard, happenings: Happenings, context: AppContext, desktop: RecordingDesktop
):
    fail(ValueError(SECRET))
    assert "ValueError" in log(context)
    assert "test_crash.py" in log(context)
    assert SECRET not in log(context)
    assert happenings.notices[0].action is not None
    happenings.notices[0].action()
    assert desktop.copied[0].strip() == log(context).strip()


def test_what_the_owner_can_mend_is_said_and_not_noted(
    guard: CrashGuard, happenings: Happenings, context: AppContext
):
    fail(UserError("database.disk_full"))
    assert happenings.order == ["said"]
    assert happenings.notices[0].text.startswith("The disk is full.")
    assert log(context) == ""


def test_when_words_cannot_be_kept_the_notice_does_not_claim_they_were(
    guard: CrashGuard, happenings: Happenings, context: AppContext
):
    happenings.keeping_fails = True
    fail(ValueError(SECRET))
    assert happenings.order == ["kept", "said"]
    assert "kept" not in happenings.notices[0].text
    assert "OSError" in log(context)
    assert SECRET not in log(context)


def test_an_error_on_another_thread_is_caught_too(
    qtbot: QtBot, guard: CrashGuard, happenings: Happenings
):
    def work() -> None:
        raise KeyError(SECRET)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: happenings.order == ["kept", "said"])


def test_an_error_while_handling_one_does_not_go_round_and_round(
    guard: CrashGuard, happenings: Happenings, context: AppContext
):
    context.hub.noticed.connect(lambda _notice: fail(ValueError("again")))
    fail(ValueError("once"))
    assert happenings.order == ["kept", "said"]


def test_the_notes_do_not_grow_for_ever(
    guard: CrashGuard, happenings: Happenings, context: AppContext
):
    path = context.services.paths.log
    path.write_text("x" * (MOST_LOG_BYTES + 1), encoding="utf-8")
    fail(ValueError(SECRET))
    assert len(log(context)) < MOST_LOG_BYTES
    assert "ValueError" in log(context)


def test_a_folder_that_cannot_be_written_does_not_stop_the_notice(
    guard: CrashGuard, happenings: Happenings, context: AppContext
):
    context.services.paths.log.mkdir()
    fail(ValueError(SECRET))
    assert happenings.order == ["kept", "said"]


def test_off_duty_the_usual_hooks_are_back(context: AppContext, happenings: Happenings):
    before = sys.excepthook, threading.excepthook
    made = CrashGuard(context.services.paths, context, happenings.keep)
    made.install()
    assert sys.excepthook not in before
    made.remove()
    assert (sys.excepthook, threading.excepthook) == before
