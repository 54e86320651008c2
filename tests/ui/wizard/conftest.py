"""The wizard in a window of its own, and a way to be killed and start again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socialcoach.app import open_services
from socialcoach.paths import DataPaths
from socialcoach.ui.context import AppContext
from socialcoach.ui.wizard.wizard import Wizard
from tests.conftest import Clock


@pytest.fixture
def wizard(qtbot: QtBot, qapp: QApplication, context: AppContext) -> Wizard:
    """The wizard as it opens on the first start."""
    return shown(qtbot, Wizard(context))


@pytest.fixture
def start_again(
    qtbot: QtBot, context: AppContext, data_dir: Path, clock: Clock
) -> Callable[[], Wizard]:
    """Start SocialCoach a second time over the same file, as after a power cut."""

    def start() -> Wizard:
        services = open_services(DataPaths(data_dir), clock)
        return shown(qtbot, Wizard(replace(context, services=services)))

    return start


def shown(qtbot: QtBot, wizard: Wizard) -> Wizard:
    """Show a wizard in a window of the usual size."""
    qtbot.addWidget(wizard)
    wizard.resize(1280, 820)
    wizard.show()
    return wizard
