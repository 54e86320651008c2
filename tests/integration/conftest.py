"""Fixtures for the tests that talk to real servers: each server starts once, when first needed.

The tests are marked `integration`. Where a server is missing they are skipped, and say why; with
SOCIALCOACH_INTEGRATION=required that is a failure. A failed test shows its servers' last words.
With `-n 2 --dist loadfile` two processes share the files, each with servers of its own.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import Clock
from tests.integration import servers
from tests.integration.processes import ServerProcess
from tests.integration.secret_service import SecretService
from tests.integration.servers import Bluesky, Mastodon

COUNTED = "counted"
STRICT_BYTES = 50_000
"""What a strict server takes at most; a photograph is larger, a small drawing is not."""

Tally = Callable[[str, Mapping[str, int]], None]
RUNNING = pytest.StashKey[list[ServerProcess]]()


def pytest_configure(config: pytest.Config) -> None:
    """Keep a list of the servers that run."""
    config.stash[RUNNING] = []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show the servers' last words with a failed test."""
    report = yield
    if report.failed and item.get_closest_marker("integration"):
        for server in item.config.stash.get(RUNNING, []):
            report.sections.append((f"{server.name}, {server.log}", server.last_words()))
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print at the end what was counted on each server, also by tests of another process."""
    reports = [r for group in terminalreporter.stats.values() for r in group]
    calls = [report for report in reports if getattr(report, "when", "") == "call"]
    found: dict[str, Counter[str]] = {}
    for kept in (kept for call in calls for name, kept in call.user_properties if name == COUNTED):
        network, counts = kept
        found.setdefault(network, Counter()).update(counts)
    if found:
        terminalreporter.section("counted on the servers")
    for network, counts in sorted(found.items()):
        runs, double, lost = (counts.pop(name) for name in ("runs", "duplicates", "lost"))
        terminalreporter.write_line(f"{network}: {runs} runs, {double} duplicates, {lost} lost")
        met = ", ".join(f"{times} x {name}" for name, times in sorted(counts.items()))
        terminalreporter.write_line(f"    spoiled by {met}")


@pytest.fixture
def tally(record_property: Callable[[str, object], None]) -> Tally:
    """Keeps what was counted on a server for the end of the tests, where everybody sees it."""
    return lambda network, counts: record_property(COUNTED, (network, dict(counts)))


@pytest.fixture
def clock() -> Clock:
    """The real time, for the servers have it too; tests move it on."""
    return Clock(datetime.now(UTC))


@pytest.fixture(scope="session")
def running(request: pytest.FixtureRequest) -> Iterator[Running]:
    """Ends all servers at the end, the youngest first."""
    with ExitStack() as stack:
        yield Running(stack, request.config.stash.setdefault(RUNNING, []))


class Running:
    """The servers that run, so that they are ended and their words are found."""

    def __init__(self, stack: ExitStack, known: list[ServerProcess]) -> None:
        self._stack = stack
        self._known = known

    def keep(self, server: ServerProcess) -> None:
        """Take care of a server that was just started."""
        self._known.append(server)
        self._stack.callback(self._end, server)

    def folder_apart(self) -> Path:
        """Return a folder that a server of another user may reach; it is thrown away at the end."""
        name = tempfile.mkdtemp(prefix="socialcoach-server-")
        self._stack.callback(shutil.rmtree, name, ignore_errors=True)
        return Path(name)

    def _end(self, server: ServerProcess) -> None:
        server.stop()
        self._known.remove(server)


@pytest.fixture(scope="session")
def bluesky_pds(running: Running, tmp_path_factory: pytest.TempPathFactory) -> Bluesky:
    """A real Bluesky server with two accounts; it keeps posts, and counts nothing."""
    server = servers.start_bluesky("pds", tmp_path_factory.mktemp("bluesky-pds"))
    running.keep(server.process)
    return server


@pytest.fixture(scope="session")
def strict_pds(running: Running, tmp_path_factory: pytest.TempPathFactory) -> Bluesky:
    """A real Bluesky server that takes small pictures only."""
    limit = {"PDS_BLOB_UPLOAD_LIMIT": str(STRICT_BYTES)}
    server = servers.start_bluesky("pds", tmp_path_factory.mktemp("strict-pds"), **limit)
    running.keep(server.process)
    return server


@pytest.fixture(scope="session")
def strict_front(
    running: Running, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Mastodon], str]:
    """Puts nginx before a server, so that it takes small things only; returns what is typed."""

    def put_before(server: Mastodon) -> str:
        folder = tmp_path_factory.mktemp("front")
        process, url = servers.start_front(folder, server.url, STRICT_BYTES)
        running.keep(process)
        return url.removeprefix("http://")

    return put_before


@pytest.fixture(scope="session")
def bluesky_network(running: Running, tmp_path_factory: pytest.TempPathFactory) -> Bluesky:
    """A whole Bluesky network with two accounts, which counts likes, reposts and replies."""
    folder = tmp_path_factory.mktemp("bluesky-network")
    postgres, postgres_url = servers.start_postgres(folder, running.folder_apart())
    running.keep(postgres)
    redis, redis_host = servers.start_redis(folder)
    running.keep(redis)
    known = servers.variables_of_network(postgres_url, redis_host)
    server = servers.start_bluesky("network", folder, **known)
    running.keep(server.process)
    return server


@pytest.fixture(scope="session")
def mastodon_mock(running: Running, tmp_path_factory: pytest.TempPathFactory) -> Mastodon:
    """A server that answers as Mastodon 4 does, with two accounts."""
    server = servers.start_mastodon_mock(tmp_path_factory.mktemp("mastodon-mock"))
    running.keep(server.process)
    return server


@pytest.fixture(scope="session")
def snac(running: Running, short_folder: Path) -> Mastodon:
    """A small real server with odd habits, with two accounts and a real page to log in on."""
    server = servers.start_snac(short_folder)
    running.keep(server.process)
    return server


@pytest.fixture(scope="session")
def short_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for a server that keeps its data in files."""
    return tmp_path_factory.mktemp("files")


@pytest.fixture(scope="session")
def secret_service() -> SecretService:
    """A real store for passwords: unlocked, locked, empty, or not there."""
    return SecretService()
