"""An owner before the real window: does a step, waits for what should come, goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from socialcoach.ui.main_window import MainWindow
from socialcoach.window_app import open_window
from tests.journeys.starting import LOOK_EVERY_MS
from tests.ui.pages_helpers import find_button, visible_text

Steps = Iterator[Callable[[], bool]]
PATIENCE = 6_000 // LOOK_EVERY_MS


class Owner:
    """Sits before the real window: does a step, waits until what it waits for is there, goes on."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._is_ready: Callable[[], bool] = lambda: True
        self._looks = 0
        self.failed: BaseException | None = None
        self._timer = QTimer(interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        self._looks += 1
        try:
            assert self._looks < PATIENCE, f"waited for too long:\n{visible_text(window())[-900:]}"
            if self._is_ready():
                self._is_ready = next(self._steps)
        except StopIteration:
            self._leave()
        except BaseException as error:  # said by the test, not swallowed by the event loop
            self.failed = error
            self._leave()

    def _leave(self) -> None:
        """Close the window as owners do: that ends the app, and the next test finds no window."""
        self._timer.stop()
        found = window()
        if found is None or not found.close():
            QApplication.exit(0)


def window() -> MainWindow | None:
    """Return the window that shows."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
    return next((one for one in found if one.isVisible()), None)


def shows(kind: type) -> bool:
    """Tell whether a page or the wizard of this kind is in front."""
    found = window()
    return found is not None and isinstance(found.current, kind)


def press(words: str) -> None:
    """Press a button of the window."""
    found = window()
    assert found is not None
    button = find_button(found, words)
    assert button is not None, words
    button.click()


def says(words: str) -> Callable[[], bool]:
    """Return whether the window says something."""

    def look() -> bool:
        found = window()
        return found is not None and words in visible_text(found)

    return look


def run(steps: Steps, folder: Path, *, demo: bool = False) -> None:
    """Start SocialCoach for real and let the owner take the steps."""
    owner = Owner(steps)
    assert open_window(folder, demo=demo) == 0
    if owner.failed is not None:
        raise owner.failed
