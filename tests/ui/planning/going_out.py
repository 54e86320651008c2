"""A window whose networks are played by the test: what posts go out is seen, nothing is sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import socialcoach.app
from socialcoach.core.planning.account import Account
from socialcoach.paths import resource_dir
from socialcoach.services.bundle import Services
from socialcoach.services.planning.publishing.parts import Machinery
from socialcoach.services.planning.publishing.sign_in import Begun
from socialcoach.services.secrets import Secrets
from socialcoach.services.settings import Look
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Hub, Notice
from socialcoach.ui.tasks import TaskRunner
from socialcoach.ui.theme.theme import Theme
from tests.conftest import Clock
from tests.services.planning.publishing.fake_bluesky import DID, HANDLE, PASSWORD, FakeBluesky
from tests.services.planning.publishing.fake_network import FakeNetwork
from tests.ui.conftest import RecordingDesktop
from tests.worlds import open_world


class FakeSignIn:
    """Signing in through a browser that says yes at once, when the code is right."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.begun: list[tuple[str, str]] = []

    def begin(self, server: str, comes_back_to: str = "") -> Begun:
        """Remember what was asked."""
        self.begun.append((server, comes_back_to))
        return Begun(f"https://{server}/oauth", '{"check": "ours"}', comes_back_to)

    def finish(self, begun: Begun, code: str) -> tuple[Account, str]:
        """Let everybody in who brings a code."""
        assert code == "4711"
        now = self._clock.now()
        account = Account(
            id="mastodon:mas.to/1",
            platform="mastodon",
            server="mas.to",
            handle="rosa@mas.to",
            name="Rosa",
            connected_at=now,
        )
        return account, "secret"


@dataclass
class Stage:
    """The window's parts, and the networks behind it."""

    context: AppContext
    desktop: RecordingDesktop
    network: FakeNetwork
    mastodon: FakeNetwork
    server: FakeBluesky
    sign_in: FakeSignIn
    notices: list[Notice]

    @property
    def services(self) -> Services:
        """Return the use cases of the window."""
        return self.context.services

    def connect(self) -> Account:
        """Connect Rosa's account, as it was done in Settings some time ago."""
        now = self.services.clock.now()
        account = Account(f"bluesky:{DID}", "bluesky", "bsky.social", HANDLE, "Rosa", now, now)
        return self.services.publishing.accounts.connect(account, PASSWORD).account


@pytest.fixture
def stage(
    qapp: QApplication, data_dir: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Stage]:
    """A window's parts over an empty folder, with nobody connected."""
    server, network, sign_in = FakeBluesky(), FakeNetwork(), FakeSignIn(clock)
    mastodon = FakeNetwork("mastodon")
    machinery = Machinery(
        networks={"bluesky": network, "mastodon": mastodon},
        bluesky=server.network(clock),
        sign_ins={"mastodon": sign_in},
        secrets=Secrets(patience_s=5),
    )
    monkeypatch.setattr(socialcoach.app, "build_machinery", lambda _clock: machinery)
    _database, services = open_world(data_dir, clock)
    theme, tasks, desktop = Theme(qapp, resource_dir()), TaskRunner(), RecordingDesktop()
    theme.put_on(Look.LIGHT, 100)
    context = AppContext(services, theme, Hub(), tasks, desktop)
    notices: list[Notice] = []
    context.hub.noticed.connect(notices.append)
    yield Stage(context, desktop, network, mastodon, server, sign_in, notices)
    tasks.close()
