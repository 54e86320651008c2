"""Checks an installed SocialCoach from end to end and says a line for each part."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtGui import QGuiApplication, QImageReader

from socialcoach.core.meter import Band, Context
from socialcoach.services.secrets import password_store
from socialcoach.ui.context import AppContext
from socialcoach.ui.documents.strategy_document import plan_as_pdf
from socialcoach.ui.main_window import MainWindow
from socialcoach.ui.page_list import PAGES
from socialcoach.ui.screenshots import wait_until_idle


class SelfTest:
    """Runs over the sample business; prints to standard output."""

    def __init__(self, context: AppContext, window: MainWindow) -> None:
        self._context = context
        self._window = window

    def run(self) -> int:
        """Return 0 when every part works, else 1."""
        checks: dict[str, Callable[[], str]] = {
            "screen": self._screen,
            "platforms, trades, lessons": self._facts,
            "sample business": self._sample,
            "meter": self._meter,
            "pages": self._pages,
            "plan as PDF": self._pdf,
            "password store": self._password_store,
        }
        self._window.show()
        results = [self._one(name, check) for name, check in checks.items()]
        self._window.close()
        self._context.tasks.close()
        return 0 if all(results) else 1

    def _one(self, name: str, check: Callable[[], str]) -> bool:
        try:
            found = check()
        except Exception as error:  # one failing part must not hide the next
            self._say(f"FAILED  {name}: {type(error).__name__}: {error}")
            return False
        self._say(f"ok      {name}: {found}")
        return True

    def _screen(self) -> str:
        formats = {bytes(kind.data()).decode() for kind in QImageReader.supportedImageFormats()}
        if "png" not in formats:
            raise LookupError("no PNG pictures")
        return QGuiApplication.platformName()

    def _facts(self) -> str:
        services = self._context.services
        counts = len(services.platforms), len(services.trades), len(services.lessons)
        return ", ".join(str(count) for count in counts)

    def _sample(self) -> str:
        return f"{len(self._context.services.feed.everything())} posts"

    def _meter(self) -> str:
        reader = self._context.services.reader
        selling = reader.read("Order now and get 20% off every loaf, this weekend only!", Context())
        if selling.band is Band.GIVING:
            raise ValueError("an offer was read as giving")
        return selling.version

    def _pages(self) -> str:
        for kind in PAGES:
            self._window.show_page(kind.page_id)
            wait_until_idle(lambda: self._context.tasks.is_idle)
        return ", ".join(kind.page_id for kind in PAGES)

    def _pdf(self) -> str:
        services = self._context.services
        return f"{len(plan_as_pdf(services.planner.strategy(), services))} bytes"

    def _password_store(self) -> str:
        return password_store()

    def _say(self, words: str) -> None:
        sys.stdout.write(words + "\n")
        sys.stdout.flush()
