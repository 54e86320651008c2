"""From a fresh account in Settings to a post on Bluesky's own server and its likes in Progress."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import socialcoach.app
from socialcoach.app_publishing import Addresses, build_bluesky
from socialcoach.core.strategy.business import Business
from socialcoach.core.strategy.strategy import PlatformPurpose, Strategy
from socialcoach.paths import resource_dir
from socialcoach.services.clock import SystemClock
from socialcoach.services.planning.publishing.parts import Machinery
from socialcoach.services.planning.publishing.web import Web
from socialcoach.services.secrets import Secrets
from socialcoach.services.settings import Look
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Hub
from socialcoach.ui.main_window import MainWindow
from socialcoach.ui.tasks import TaskRunner
from socialcoach.ui.theme.theme import Theme
from tests.integration import servers
from tests.ui.conftest import RecordingDesktop
from tests.ui.pages_helpers import click, field, says
from tests.worlds import open_world

pytestmark = [pytest.mark.integration, pytest.mark.network]

TEXT = "Which crust do you like best? Tell us at example.org/crust #bread"


@pytest.fixture
def window(
    qtbot: QtBot,
    qapp: QApplication,
    data_dir: Path,
    bluesky_pds: servers.Bluesky,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[MainWindow]:
    """The whole window of a bakery that has finished the wizard; servers here may be named."""
    at = Addresses(bluesky_pds.plc, bluesky_pds.url, loopback=True)
    bluesky = build_bluesky(Web(), SystemClock(), at)
    machinery = Machinery({"bluesky": bluesky}, bluesky, {}, Secrets(patience_s=20))
    monkeypatch.setattr(socialcoach.app, "build_machinery", lambda _clock: machinery)
    _database, services = open_world(data_dir, SystemClock())
    business = Business(name="Hill Street Bakery", trade="bakery")
    services.planner.keep(Strategy(business=business, platforms=(PlatformPurpose("bluesky"),)))
    services.planner.finish_wizard()
    theme, tasks = Theme(qapp, resource_dir()), TaskRunner()
    theme.put_on(Look.LIGHT, 100)
    made = MainWindow(AppContext(services, theme, Hub(), tasks, RecordingDesktop()))
    qtbot.addWidget(made)
    made.resize(1280, 1400)
    made.show()
    yield made
    made.close()
    tasks.close()


def posts_with(server: servers.Bluesky, text: str) -> list[dict[str, Any]]:
    """Return Alice's posts with this text, as the server keeps them."""
    query = {"repo": server.accounts[0].did, "collection": "app.bsky.feed.post", "limit": "100"}
    address = f"{server.url}/xrpc/com.atproto.repo.listRecords"
    records = httpx.get(address, params=query, trust_env=False).json()["records"]
    return [one["value"] for one in records if one["value"]["text"] == text]


def test_an_owner_connects_bluesky_and_posts(
    qtbot: QtBot, window: MainWindow, bluesky_pds: servers.Bluesky
) -> None:
    known = bluesky_pds.accounts[0]
    window.show_page("settings")
    click(qtbot, window, "Connect, Bluesky")
    click(qtbot, window, "My account is on another server")
    qtbot.keyClicks(field(window, "Your handle"), f"@{known.handle}")
    qtbot.keyClicks(field(window, "An app password"), known.app_password)
    qtbot.keyClicks(field(window, "Your server"), bluesky_pds.url)
    click(qtbot, window, "Connect Bluesky")
    says(qtbot, window, "Bluesky: @alice.test")
    window.show_page("write", "new")
    qtbot.keyClicks(window.focusWidget() or window, TEXT)
    click(qtbot, window, "Ready to post")
    says(qtbot, window, "As @alice.test")
    click(qtbot, window, "Post now, Bluesky")
    says(qtbot, window, "Out on Bluesky, just now.")
    (post,) = posts_with(bluesky_pds, TEXT)
    assert len(post["facets"]) == 2
    assert post["langs"] == ["en"]
