"""When SocialCoach itself fails: keep the words first, say so calmly, note where it was."""

from __future__ import annotations

import faulthandler
import sys
import threading
import traceback
from collections.abc import Callable
from gettext import gettext as _
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QCoreApplication, QObject, Signal

from socialcoach import __version__
from socialcoach.core.errors import UserError
from socialcoach.paths import DataPaths
from socialcoach.services.words.errors import explain
from socialcoach.ui.context import AppContext

MOST_LOG_BYTES = 200_000


class CrashGuard(QObject):
    """Catches what nobody caught, on any thread. The notes hold code places, never texts."""

    _failed = Signal(object)

    def __init__(self, paths: DataPaths, context: AppContext, keep: Callable[[], bool]) -> None:
        super().__init__()
        self._paths = paths
        self._context = context
        self._keep = keep
        self._file: TextIO | None = None
        self._busy = False
        self._before = sys.excepthook, threading.excepthook
        self._failed.connect(self._on_failed)

    def install(self) -> None:
        """Start catching."""
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        try:
            self._file = self._paths.log.with_suffix(".crash").open("w", encoding="utf-8")
            faulthandler.enable(self._file)
        except OSError:
            self._file = None

    def remove(self) -> None:
        """Stop catching."""
        sys.excepthook, threading.excepthook = self._before
        faulthandler.disable()
        if self._file is not None:
            self._file.close()

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._failed.emit(args.exc_value)

    def _on_exception(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            QCoreApplication.quit()
        else:
            self._on_failed(error)

    def _on_failed(self, error: BaseException) -> None:
        if self._busy:
            return
        self._busy = True
        try:
            if isinstance(error, UserError):
                self._context.hub.notice(explain(error))
                return
            kept = self._keep_words()
            details = describe(error)
            self._note(details)
            self._context.hub.notice(
                _("Something went wrong in SocialCoach. What you wrote is kept.")
                if kept
                else _("Something went wrong in SocialCoach. Please copy your last words."),
                _("Copy details"),
                lambda: self._context.desktop.copy_text(details),
            )
        finally:
            self._busy = False

    def _keep_words(self) -> bool:
        """Keep what is on the screen; whatever is wrong now may well stand in the way of that."""
        try:
            return self._keep()
        except Exception as error:
            self._note(describe(error))
            return False

    def _note(self, details: str) -> None:
        try:
            log = self._paths.log
            is_long = log.exists() and log.stat().st_size > MOST_LOG_BYTES
            with log.open("w" if is_long else "a", encoding="utf-8") as file:
                file.write(details + "\n")
        except OSError:
            return


def describe(error: BaseException) -> str:
    """Return where an error happened, without its message, which might hold an owner's words."""
    places = "".join(traceback.format_tb(error.__traceback__))
    return f"SocialCoach {__version__}, {sys.platform}, Python {sys.version.split()[0]}\n" + (
        f"{type(error).__name__}\n{places}"
    )
