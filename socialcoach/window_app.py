"""The second half of the composition root: everything with a window around the services."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from socialcoach.app import open_services
from socialcoach.core.errors import UserError
from socialcoach.paths import DataPaths, resource_dir
from socialcoach.services.bundle import Services
from socialcoach.services.clock import Clock, SystemClock
from socialcoach.services.meter.reader import context_of
from socialcoach.services.sample import fill_with_sample, judge_like_the_owner
from socialcoach.services.sample_pictures import add_sample_pictures
from socialcoach.services.settings import Look
from socialcoach.services.words.keeping import deleted_sentence
from socialcoach.storage.database import open_database
from socialcoach.ui.context import AppContext
from socialcoach.ui.crash import CrashGuard
from socialcoach.ui.desktop import Desktop
from socialcoach.ui.hub import Hub
from socialcoach.ui.main_window import MainWindow
from socialcoach.ui.tasks import TaskRunner
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.trouble_window import TroubleWindow

PICTURE_FONT = "Inter"
"""Used for pictures where it is installed, so that they look alike on every machine."""

SCREEN_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""What Qt goes by on Linux to find a screen."""

SAMPLE_MARK = "this is the sample business"
"""A file of this name tells a folder with sample data from one with an owner's own."""


def has_screen() -> bool:
    """Tell whether there is a screen to show a window on, or one that a test plays."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in SCREEN_VARIABLES)


def make_application(*, draws_only: bool = False) -> QApplication:
    """Return the one QApplication of this process.

    ``draws_only`` draws into pictures and files where there is no screen. Without it, no screen
    raises ``UserError("screen.none")``.
    """
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    if not has_screen():
        if not draws_only:
            raise UserError("screen.none")
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication(sys.argv[:1])
    app.setApplicationName("SocialCoach")
    app.setApplicationDisplayName("SocialCoach")
    app.setDesktopFileName("socialcoach")
    return app


def make_context(app: QApplication, services: Services) -> AppContext:
    """Put the window's own parts around the services."""
    theme = Theme(app, resource_dir())
    settings = services.settings.load()
    theme.put_on(settings.look, settings.text_size)
    return AppContext(services, theme, Hub(), TaskRunner(), Desktop())


def open_window(data_dir: Path | None, *, demo: bool) -> int:
    """Show the window until it is closed; return the exit status."""
    app = make_application()
    if demo:
        return _open_sample(app, data_dir)
    paths = DataPaths(data_dir) if data_dir else DataPaths.default()
    try:
        paths.create()
        lock = _lock(paths)
        status = _run_own(app, paths)
    except UserError as error:
        return _show_trouble(app, error, paths)
    lock.unlock()
    return status


def _run_own(app: QApplication, paths: DataPaths) -> int:
    """Show the owner's data; start anew after everything was deleted."""
    said = ""
    while True:
        services = open_services(paths, SystemClock())
        services.planner.strategy()  # a plan that cannot be read is said now, not in the window
        ended = _run(app, services, said)
        if not ended.starts_anew:
            return ended.status
        said = deleted_sentence(services.deleting.delete_files(), paths.folder, is_sample=False)


def _open_sample(app: QApplication, folder: Path | None) -> int:
    try:
        return _run_sample(app, folder)
    except UserError as error:
        return _show_trouble(app, error, DataPaths(folder or Path.cwd()))


def _run_sample(app: QApplication, folder: Path | None) -> int:
    """Show the sample business; a fresh one after it was deleted."""
    said = ""
    while True:
        with sample_services(SystemClock(), folder) as services:
            ended = _run(app, services, said)
            if not ended.starts_anew:
                return ended.status
            home = services.paths.folder
            said = deleted_sentence(services.deleting.delete_files(), home, is_sample=True)


@contextmanager
def sample_services(clock: Clock, folder: Path | None = None) -> Iterator[Services]:
    """Yield services over the sample business, in a folder that is thrown away afterwards."""
    with tempfile.TemporaryDirectory(prefix="socialcoach-sample-") as temporary:
        paths = DataPaths(folder or Path(temporary))
        paths.create()
        _refuse_real_data(paths)
        bakery = resource_dir() / "sample" / "bakery"
        is_new = not paths.database.exists()
        database = open_database(paths.database)
        if is_new:
            fill_with_sample(database, bakery, clock.now())
        services = open_services(paths, clock, is_sample=True)
        services.planner.finish_wizard()
        context = context_of(services.planner.strategy())
        services.feed.read_unread(context, lambda _done: None)
        if is_new:
            add_sample_pictures(database, services.writing.pictures, bakery, clock.now())
            judge_like_the_owner(database, bakery, clock.now())
        database.close()
        services.corrections.teach(services.reader, context)
        services.drafting.read_all(services.reader, context)
        yield services


def _refuse_real_data(paths: DataPaths) -> None:
    """Raise ``UserError("data.not_sample")`` when somebody's own business lies in the folder."""
    mark = paths.folder / SAMPLE_MARK
    if paths.database.exists() and not mark.exists():
        raise UserError("data.not_sample", folder=str(paths.folder))
    mark.touch()


def write_report(services: Services, month: str, file: Path) -> None:
    """Write a month's report as PDF."""
    from socialcoach.ui.documents.month_report import write_month_report

    make_application(draws_only=True)
    write_month_report(services, month, file)


def take_screenshots(
    folder: Path,
    *,
    looks: Sequence[str],
    text_sizes: Sequence[int],
    size: tuple[int, int],
    only: Sequence[str],
) -> list[Path]:
    """Draw every page and step of the wizard with the sample business."""
    from socialcoach.ui.screenshots import Screenshots

    app = make_application(draws_only=True)
    if PICTURE_FONT in QFontDatabase.families():
        app.setFont(QFont(PICTURE_FONT))
    made: list[Path] = []
    with sample_services(SystemClock()) as services:
        context = make_context(app, services)
        camera = Screenshots(context, MainWindow(context), folder, size, tuple(only))
        for look in looks:
            for text_size in text_sizes:
                made += camera.take(Look(look), text_size)
        camera.close()
    return made


def self_test() -> int:
    """Check every part in a throw-away folder; print a line for each; return 0 or 1."""
    from socialcoach.ui.self_test import SelfTest

    app = make_application(draws_only=True)
    with sample_services(SystemClock()) as services:
        context = make_context(app, services)
        return SelfTest(context, MainWindow(context)).run()


@dataclass(frozen=True)
class _Ended:
    """How the window was closed; ``starts_anew`` when everything is to be deleted now."""

    status: int
    starts_anew: bool


def _run(app: QApplication, services: Services, said: str = "") -> _Ended:
    """Show the window until it is closed; it begins with a notice when there is one to say."""
    context = make_context(app, services)
    window = MainWindow(context)
    guard = CrashGuard(services.paths, context, window.leave_all)
    guard.install()
    window.show_first()
    window.show()
    if said:  # after what the window itself has to say at its start
        QTimer.singleShot(0, window, lambda: context.hub.notice(said))
    status = app.exec()
    starts_anew = window.starts_anew
    if not starts_anew:
        window.leave_all()
    context.tasks.close()
    guard.remove()
    if starts_anew:  # nothing of it may wake up again and write into the new data
        for part in (window, context.tasks, context.theme):
            delete(part)
    return _Ended(status, starts_anew)


def _lock(paths: DataPaths) -> QLockFile:
    lock = QLockFile(str(paths.lock))
    lock.setStaleLockTime(0)
    if not lock.tryLock(200) and lock.error() is QLockFile.LockError.LockFailedError:
        raise UserError("data.in_use")
    return lock


def _show_trouble(app: QApplication, error: UserError, paths: DataPaths) -> int:
    theme = Theme(app, resource_dir())
    theme.put_on(Look.SYSTEM, 100)
    window = TroubleWindow(error, paths, theme, Desktop())
    window.show()
    app.exec()
    return 1
