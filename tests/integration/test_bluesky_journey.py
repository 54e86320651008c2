"""From a fresh account in Settings to a post on Bluesky's own server and its likes in Progress."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
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
from socialcoach.services.words.moments import month_names
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Hub
from socialcoach.ui.main_window import MainWindow
from socialcoach.ui.planning.paper import Paper
from socialcoach.ui.planning.picture_row import PictureRow
from socialcoach.ui.relations.long_list import LongList
from socialcoach.ui.tasks import TaskRunner
from socialcoach.ui.theme.theme import Theme
from tests.drawn_pictures import as_bytes, photograph
from tests.integration import servers
from tests.integration.bluesky_shop import posts_with
from tests.integration.test_bluesky import answer_as_somebody
from tests.ui.conftest import RecordingDesktop
from tests.ui.pages_helpers import click, field, says
from tests.worlds import open_world

pytestmark = [pytest.mark.integration, pytest.mark.network]

TEXT = "Which crust do you like best? Tell us at example.org/crust #bread"


OpenWindow = Callable[[servers.Bluesky], MainWindow]


@pytest.fixture
def open_window(
    qtbot: QtBot, qapp: QApplication, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[OpenWindow]:
    """Opens the window of a bakery after the wizard; servers on this computer may be named."""
    with ExitStack() as at_the_end:
        yield lambda server: made_window(qtbot, qapp, data_dir, monkeypatch, server, at_the_end)


def made_window(
    qtbot: QtBot,
    qapp: QApplication,
    data_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
    server: servers.Bluesky,
    at_the_end: ExitStack,
) -> MainWindow:
    at = Addresses(server.plc, server.appview or server.url, loopback=True)
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
    at_the_end.callback(tasks.close)
    at_the_end.callback(made.close)
    return made


def is_counted(server: servers.Bluesky, uri: str) -> bool:
    """Tell whether the network has counted the like and the reply; that takes a moment."""
    address = f"{server.appview}/xrpc/app.bsky.feed.getPosts"
    posts = httpx.get(address, params={"uris": uri}, trust_env=False).json().get("posts", [])
    return bool(posts and posts[0]["likeCount"] and posts[0]["replyCount"])


def connect(qtbot: QtBot, window: MainWindow, server: servers.Bluesky) -> None:
    """Connect Alice's account in Settings."""
    known = server.accounts[0]
    window.show_page("settings")
    click(qtbot, window, "Connect, Bluesky")
    click(qtbot, window, "My account is on another server")
    qtbot.keyClicks(field(window, "Your handle"), f"@{known.handle}")
    qtbot.keyClicks(field(window, "An app password"), known.app_password)
    qtbot.keyClicks(field(window, "Your server"), server.url)
    click(qtbot, window, "Connect Bluesky")
    says(qtbot, window, "Bluesky: @alice.test")


def connect_and_post(qtbot: QtBot, window: MainWindow, server: servers.Bluesky) -> None:
    """Connect Alice's account, write a post and send it."""
    connect(qtbot, window, server)
    window.show_page("write", "new")
    qtbot.keyClicks(window.focusWidget() or window, TEXT)
    click(qtbot, window, "Ready to post")
    says(qtbot, window, "As @alice.test")
    click(qtbot, window, "Post now, Bluesky")
    says(qtbot, window, "Out on Bluesky, just now.")


def test_an_owner_connects_bluesky_and_posts(
    qtbot: QtBot, open_window: OpenWindow, bluesky_pds: servers.Bluesky
) -> None:
    connect_and_post(qtbot, open_window(bluesky_pds), bluesky_pds)
    (post,) = posts_with(bluesky_pds, TEXT)
    assert len(post["value"]["facets"]) == 2
    assert post["value"]["langs"] == ["en"]


def test_likes_and_replies_stand_in_progress_and_conversations_once_the_owner_asks(
    qtbot: QtBot, open_window: OpenWindow, bluesky_network: servers.Bluesky
) -> None:
    window = open_window(bluesky_network)
    connect_and_post(qtbot, window, bluesky_network)
    (post,) = posts_with(bluesky_network, TEXT)
    answer_as_somebody(bluesky_network, bluesky_network.accounts[1], post["uri"])
    qtbot.waitUntil(lambda: is_counted(bluesky_network, post["uri"]), timeout=30_000)
    window.show_page("settings")
    click(qtbot, window, "Bring in likes and replies, Bluesky")
    says(qtbot, window, "Fresh figures for 1 post. New replies are in Conversations.")
    window.show_page("progress")
    month = month_names()[datetime.now(UTC).month - 1]  # the servers go by the real clock
    says(qtbot, window, f"So far in {month} people responded 3 times to 1 post.")
    says(qtbot, window, "From Bluesky come likes and replies, but not how many saw a post.")
    window.show_page("conversations")
    (inbox,) = [one for one in window.findChildren(LongList) if one.isVisible()]

    def heard() -> str:
        """All that waits; another test may have had somebody write before."""
        rows = (inbox.model().index(row, 0) for row in range(inbox.model().rowCount()))
        return "\n".join(str(row.data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows)

    qtbot.waitUntil(lambda: "Yum" in heard(), timeout=30_000)


def test_a_picture_the_server_does_not_take_is_said_on_the_card_and_goes_out_once_without_it(
    qtbot: QtBot, open_window: OpenWindow, strict_pds: servers.Bluesky
) -> None:
    text = "Look at this oven"
    window = open_window(strict_pds)
    connect(qtbot, window, strict_pds)
    window.show_page("write", "new")
    (paper,) = [one for one in window.findChildren(Paper) if one.isVisible()]
    qtbot.keyClicks(paper, text)
    QApplication.clipboard().setImage(QImage.fromData(as_bytes(photograph())))
    paper.paste()
    (pictures,) = window.findChildren(PictureRow)
    qtbot.waitUntil(lambda: pictures.count() == 1, timeout=30_000)
    click(qtbot, window, "Ready to post")
    click(qtbot, window, "Post now, Bluesky")
    says(qtbot, window, "A picture is too large for your server on Bluesky. Nothing went out.")
    assert posts_with(strict_pds, text) == []
    assert (paper.text(), pictures.count()) == (text, 1)
    pictures.setCurrentRow(0)
    qtbot.keyClick(pictures, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: pictures.count() == 0)
    click(qtbot, window, "Try again, Bluesky")
    says(qtbot, window, "Out on Bluesky, just now.")
    assert len(posts_with(strict_pds, text)) == 1
