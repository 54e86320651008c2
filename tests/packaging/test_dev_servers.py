"""Fetching real servers for the tests: once each, apart from one another, and said in sentences."""

from __future__ import annotations

import json
import shutil
import subprocess
import types
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from tests.guards import cache_folder
from tests.source import PROJECT

SCRIPTS = PROJECT / "packaging"
PARTS = PROJECT / "tests" / "integration"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for the servers."""
    monkeypatch.setenv("SOCIALCOACH_SERVERS", str(tmp_path / "servers"))
    return tmp_path / "servers"


@pytest.fixture
def servers(place: Path, monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """The script, which fetches into that folder."""
    return load("dev_servers", monkeypatch)


@pytest.fixture
def debian(monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """Its part about Debian, which installs nothing here."""
    module = load("dev_servers_debian", monkeypatch)
    monkeypatch.setattr(module, "can_install", lambda: False)
    return module


def load(name: str, monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """Import one of the scripts from their folder."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    return import_module(name)


class Fetching:
    """In place of a real download: counts, leaves a file, and fails when told."""

    def __init__(self, servers: types.ModuleType, problem: str = "") -> None:
        self._servers = servers
        self.problem = problem
        self.times = 0

    def __call__(self, place: Path) -> None:
        self._servers.once(place, "version 1", self.make)

    def make(self, place: Path) -> None:
        self.times += 1
        (place / "half").write_text("made", encoding="utf-8")
        if self.problem:
            raise self._servers.SetupProblem(self.problem)


def test_a_server_is_fetched_once(
    servers: types.ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetching = Fetching(servers)
    monkeypatch.setattr(servers, "snac", fetching)
    assert [servers.servers(["snac"]) for _ in range(3)] == [0, 0, 0]
    assert fetching.times == 1


def test_what_was_interrupted_is_made_anew(
    servers: types.ModuleType, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetching = Fetching(servers, "The line was cut.")
    monkeypatch.setattr(servers, "snac", fetching)
    assert servers.servers(["snac"]) == 1
    (place / "snac" / "stray").touch()
    fetching.problem = ""
    assert servers.servers(["snac"]) == 0
    assert not (place / "snac" / "stray").exists()


def test_another_version_is_made_anew(
    servers: types.ModuleType, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetching = Fetching(servers)
    monkeypatch.setattr(servers, "snac", fetching)
    servers.servers(["snac"])
    (place / "snac" / "ready.txt").write_text("of another version\n", encoding="utf-8")
    servers.servers(["snac"])
    assert fetching.times == 2


def test_one_that_cannot_be_had_leaves_the_others_alone(
    servers: types.ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(servers, "snac", Fetching(servers, "No such package."))
    fine = Fetching(servers)
    monkeypatch.setattr(servers, "mastodon", fine)
    assert servers.servers(["snac", "mastodon"]) == 1
    said = capsys.readouterr().out
    assert "snac: not there. No such package." in said
    assert "mastodon: ready" in said


def test_a_full_disk_is_said_before_anything_is_fetched(
    servers: types.ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fetching = Fetching(servers)
    monkeypatch.setattr(servers, "snac", fetching)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: types.SimpleNamespace(free=0))
    assert servers.servers(["snac"]) == 1
    assert fetching.times == 0
    assert "It needs 900 MB" in capsys.readouterr().out


def test_an_unknown_name_is_said_with_the_known_ones(servers: types.ModuleType) -> None:
    with pytest.raises(servers.SetupProblem, match=r"no server twitter.*bluesky"):
        servers.servers(["twitter"])


@pytest.mark.parametrize(
    ("version", "said"),
    [(None, "Node.js 18"), ("v16.20.0\n", "This is v16.20.0"), ("?", "This is")],
)
def test_bluesky_needs_a_node_that_is_new_enough(
    servers: types.ModuleType,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    version: str | None,
    said: str,
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: name if version else None)
    monkeypatch.setattr(servers.debian, "output", lambda _words: version)
    with pytest.raises(servers.SetupProblem, match=said):
        servers.bluesky(place / "bluesky")


def test_bluesky_compiles_with_the_headers_beside_its_node(
    servers: types.ModuleType, tmp_path: Path
) -> None:
    node = tmp_path / "bin" / "node"
    assert servers.headers(str(node)) == {}
    (tmp_path / "include" / "node").mkdir(parents=True)
    (tmp_path / "include" / "node" / "node.h").touch()
    assert servers.headers(str(node)) == {"npm_config_nodedir": str(tmp_path)}


def test_a_program_that_is_missing_names_its_package(debian: types.ModuleType) -> None:
    with pytest.raises(debian.SetupProblem) as caught:
        debian.require(("sh", "no-such-program-here"), ["some-package"])
    assert str(caught.value) == "Missing: no-such-program-here (in Debian: some-package)."
    debian.require(("sh",), ["some-package"])


def test_what_a_program_says_last_becomes_the_problem(
    debian: types.ModuleType, tmp_path: Path
) -> None:
    log = tmp_path / "install.log"
    with pytest.raises(debian.SetupProblem, match=r"(?s)install.log says why.*the cause"):
        debian.call(["sh", "-c", "echo much; echo the cause; exit 3"], log)


def test_snac_is_looked_for_in_each_suite_in_turn(
    debian: types.ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []

    def download(_place: Path, _mirror: str, suite: str) -> Path:
        tried.append(suite)
        raise debian.SetupProblem("not in there")

    monkeypatch.setattr(debian, "debian_mirror", lambda: "mirror")
    monkeypatch.setattr(debian, "download", download)
    monkeypatch.setattr(shutil, "which", lambda name: name)
    with pytest.raises(debian.SetupProblem, match="bookworm-backports: not in there trixie"):
        debian.unpack_snac(tmp_path)
    assert tried == ["bookworm-backports", "trixie"]


@pytest.mark.parametrize(
    ("script", "found"),
    [("echo snac - a server", True), ("echo other", False), ("echo GLIBC_2.38 snac >&2", False)],
)
def test_a_program_that_does_not_start_here_is_none(
    debian: types.ModuleType, tmp_path: Path, script: str, found: bool
) -> None:
    binary = tmp_path / "snac"
    binary.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    binary.chmod(0o755)
    assert debian.starts(binary) is found
    assert debian.starts(tmp_path / "missing") is False


def test_the_servers_stand_outside_the_checkout(
    servers: types.ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOCIALCOACH_SERVERS")
    assert servers.folder() == cache_folder() / "socialcoach-servers"
    assert not servers.folder().is_relative_to(PROJECT)


def test_the_lock_of_bluesky_s_servers_fits_what_is_asked_for_and_names_no_host() -> None:
    asked = json.loads((PARTS / "bluesky_servers" / "package.json").read_text(encoding="utf-8"))
    text = (PARTS / "bluesky_servers" / "package-lock.json").read_text(encoding="utf-8")
    lock = json.loads(text)
    assert lock["packages"][""]["dependencies"] == asked["dependencies"]
    for name, version in asked["dependencies"].items():
        assert lock["packages"][f"node_modules/{name}"]["version"] == version
    assert not any("resolved" in entry for entry in lock["packages"].values())
    assert all("integrity" in entry for name, entry in lock["packages"].items() if name)


def test_the_pins_of_the_other_server_are_exact() -> None:
    text = (PARTS / "mastodon_servers" / "requirements.txt").read_text(encoding="utf-8")
    pins = [line for line in text.splitlines() if not line.startswith("#")]
    assert all(line.count("==") == 1 and " " not in line for line in pins)
    assert "mastodon-mock==0.6.1" in pins


@pytest.fixture
def run_command() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs `dev.py` as a developer does."""

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [shutil.which("python3") or "python3", str(SCRIPTS / "dev.py"), *words]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    return run


def test_the_command_knows_the_word_and_says_what_is_wrong_in_a_sentence(
    run_command: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    assert "dev.py servers" in run_command("help").stdout
    done = run_command("servers", "twitter")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "There is no server twitter" in done.stderr
