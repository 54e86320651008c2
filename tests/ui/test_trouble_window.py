"""When the data cannot be opened: plain words, and back to the newest copy with one click."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlite_utils import Database

from socialcoach.app import open_services
from socialcoach.core.errors import UserError
from socialcoach.paths import DataPaths
from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from socialcoach.ui.trouble_window import TroubleWindow
from tests.conftest import Clock
from tests.ui.conftest import RecordingDesktop
from tests.ui.pages_helpers import click, find_button, says, visible_buttons

GO_BACK = "Go back to the newest copy"


@pytest.fixture
def paths(data_dir: Path) -> DataPaths:
    """Where the data is."""
    return DataPaths(data_dir)


def open_it(paths: DataPaths, clock: Clock) -> UserError:
    """Try to open the data and return why it does not open."""
    with pytest.raises(UserError) as caught:
        open_services(paths, clock).planner.strategy()
    return caught.value


def trouble(qtbot: QtBot, context: AppContext, error: UserError) -> TroubleWindow:
    """Show what the app shows instead of its window."""
    window = TroubleWindow(error, context.services.paths, context.theme, context.desktop)
    qtbot.addWidget(window)
    window.show()
    return window


def test_a_damaged_file_goes_back_to_the_newest_copy_and_is_set_aside(
    qtbot: QtBot,
    context: AppContext,
    services: Services,
    paths: DataPaths,
    clock: Clock,
    database: Database,
):
    services.drafting.new("Of yesterday")
    services.keeping.daily()
    database.close()
    for ending in ("-wal", "-shm"):
        Path(f"{paths.database}{ending}").unlink(missing_ok=True)
    paths.database.write_bytes(b"damaged " * 1000)
    window = trouble(qtbot, context, open_it(paths, clock))
    says(qtbot, window, "is damaged")
    click(qtbot, window, GO_BACK)
    says(qtbot, window, "Please start SocialCoach again")
    texts = [draft.text for draft in open_services(paths, clock).drafting.drafts()]
    assert texts == ["Of yesterday"]
    aside = list(paths.folder.glob("*set-aside*.db"))
    assert [file.read_bytes()[:7] for file in aside] == [b"damaged"]


def test_going_back_is_offered_only_once(
    qtbot: QtBot, context: AppContext, services: Services, database: Database
):
    services.keeping.daily()
    database.close()
    window = trouble(qtbot, context, UserError("database.damaged", file="socialcoach.db"))
    click(qtbot, window, GO_BACK)
    assert find_button(window, GO_BACK) is None


def test_a_plan_that_cannot_be_read_is_found_before_the_window_opens(
    qtbot: QtBot,
    context: AppContext,
    services: Services,
    paths: DataPaths,
    clock: Clock,
    database: Database,
):
    services.keeping.daily()
    row = {"id": 1, "body": "{half", "saved_at": "2026-11-22T09:00:00.000+00:00"}
    database.table("strategy").upsert(row, pk="id")
    window = trouble(qtbot, context, open_it(paths, clock))
    says(qtbot, window, "Your plan could not be read")
    assert find_button(window, GO_BACK)


@pytest.mark.parametrize(
    "error",
    [
        UserError("data.in_use"),
        UserError("database.newer", file="socialcoach.db"),
        UserError("database.locked"),
        UserError("data.folder", folder="data"),
    ],
    ids=lambda error: error.code,
)
def test_a_copy_is_not_offered_where_it_would_not_help(
    qtbot: QtBot, context: AppContext, services: Services, error: UserError
):
    services.keeping.daily()
    assert visible_buttons(trouble(qtbot, context, error)) == ["Open the folder", "Close"]


def test_without_a_copy_none_is_offered(qtbot: QtBot, context: AppContext):
    window = trouble(qtbot, context, UserError("database.damaged", file="socialcoach.db"))
    assert find_button(window, GO_BACK) is None


def test_a_copy_that_is_gone_meanwhile_is_said(
    qtbot: QtBot, context: AppContext, services: Services
):
    copy = services.keeping.daily()
    window = trouble(qtbot, context, UserError("database.damaged", file="socialcoach.db"))
    assert copy is not None
    copy.unlink()
    click(qtbot, window, GO_BACK)
    says(qtbot, window, "The copy could not be made")


def test_the_folder_opens_and_the_window_closes(
    qtbot: QtBot, context: AppContext, desktop: RecordingDesktop, paths: DataPaths
):
    window = trouble(qtbot, context, UserError("database.damaged", file="socialcoach.db"))
    assert window.windowTitle().startswith("SocialCoach")
    click(qtbot, window, "Open the folder")
    assert desktop.folders == [paths.folder]
    click(qtbot, window, "Close")
    assert not window.isVisible()
