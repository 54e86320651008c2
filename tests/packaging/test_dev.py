"""The one command that sets SocialCoach up: what it needs, what it says, what it repairs."""

from __future__ import annotations

import subprocess
import sys
import types
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.source import PROJECT

SCRIPTS = PROJECT / "packaging"


@pytest.fixture
def dev(monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """The script itself, as a module."""
    return load("dev", monkeypatch)


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """Its part about the operating system."""
    return load("dev_system", monkeypatch)


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """Its part about `.venv`."""
    return load("dev_environment", monkeypatch)


def load(name: str, monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """Import one of the scripts from their folder."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    return import_module(name)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with lock files, in a folder whose name has a space and an umlaut."""
    folder = tmp_path / "Bäckerei Müller"
    (folder / "packaging").mkdir(parents=True)
    for name in ("requirements.lock", "requirements-test.lock"):
        (folder / "packaging" / name).write_text(f"# {name}\n", encoding="utf-8")
    return folder


@pytest.fixture
def pip(environment: types.ModuleType, monkeypatch: pytest.MonkeyPatch) -> FakePip:
    """In place of a real environment and a real pip: a note of what would have been installed."""
    fake = FakePip(environment)
    monkeypatch.setattr(environment, "make_empty", fake.make_empty)
    monkeypatch.setattr(environment, "python", fake.python)
    monkeypatch.setattr(environment, "require_room", lambda *_: None)
    return fake


class FakePip:
    """Notes what is asked of it; ``fails_with`` is what pip would complain about."""

    def __init__(self, environment: types.ModuleType) -> None:
        self.environment = environment
        self.done: list[str] = []
        self.fails_with = ""
        self.interrupted = False

    def make_empty(self, folder: Path) -> None:
        """Stand in for making a new environment."""
        self.done.append("new")
        program = self.environment.python_in(folder)
        program.parent.mkdir(parents=True, exist_ok=True)
        program.touch()

    def python(self, folder: Path, words: list[str], _lock: object) -> int:
        """Stand in for running pip."""
        if self.interrupted:
            raise KeyboardInterrupt
        if words[0] == "pip":
            self.done.append(Path(words[-1]).name)
        (folder / "setup.log").write_text(self.fails_with, encoding="utf-8")
        return 1 if self.fails_with else 0


def test_the_first_start_makes_an_environment_from_the_lock_file(
    environment: types.ModuleType, checkout: Path, pip: FakePip
) -> None:
    python = environment.ready(checkout, "run")
    assert pip.done == ["new", "requirements.lock"]
    assert python.is_relative_to(checkout / ".venv")


def test_the_second_start_sets_nothing_up(
    environment: types.ModuleType,
    checkout: Path,
    pip: FakePip,
    capsys: pytest.CaptureFixture[str],
) -> None:
    environment.ready(checkout, "run")
    pip.done.clear()
    capsys.readouterr()
    environment.ready(checkout, "run")
    assert pip.done == []
    assert capsys.readouterr().out == ""


def test_the_tests_add_to_what_the_app_has(
    environment: types.ModuleType, checkout: Path, pip: FakePip
) -> None:
    environment.ready(checkout, "run")
    environment.ready(checkout, "test")
    environment.ready(checkout, "run")
    assert pip.done == ["new", "requirements.lock", "requirements-test.lock"]


def test_the_app_starts_from_what_the_tests_installed(
    environment: types.ModuleType, checkout: Path, pip: FakePip
) -> None:
    environment.ready(checkout, "test")
    environment.ready(checkout, "run")
    assert pip.done == ["new", "requirements-test.lock"]


def test_changed_versions_make_the_environment_anew(
    environment: types.ModuleType, checkout: Path, pip: FakePip
) -> None:
    environment.ready(checkout, "run")
    (checkout / "packaging" / "requirements.lock").write_text("newer==2\n", encoding="utf-8")
    environment.ready(checkout, "run")
    assert pip.done == ["new", "requirements.lock"] * 2


def test_an_interrupted_set_up_is_done_again_from_the_start(
    environment: types.ModuleType, checkout: Path, pip: FakePip
) -> None:
    pip.interrupted = True
    with pytest.raises(KeyboardInterrupt):
        environment.ready(checkout, "run")
    pip.interrupted = False
    environment.ready(checkout, "run")
    assert pip.done == ["new", "new", "requirements.lock"]


def test_an_interrupted_addition_is_repaired(
    environment: types.ModuleType, checkout: Path, pip: FakePip
) -> None:
    environment.ready(checkout, "run")
    pip.interrupted = True
    with pytest.raises(KeyboardInterrupt):
        environment.ready(checkout, "test")
    pip.interrupted = False
    environment.ready(checkout, "run")
    assert pip.done == ["new", "requirements.lock"] * 2


def test_an_environment_whose_python_is_gone_is_made_anew(
    environment: types.ModuleType, checkout: Path, pip: FakePip
) -> None:
    environment.ready(checkout, "run").unlink()
    environment.ready(checkout, "run")
    assert pip.done.count("new") == 2


@pytest.mark.parametrize(
    ("complaint", "sentence"),
    [
        ("OSError: [Errno 28] No space left on device", "Make some room"),
        ("pip._vendor.urllib3.exceptions.NewConnectionError: ...", "connected to the internet"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "DO NOT MATCH THE HASHES"),
    ],
)
def test_what_went_wrong_is_said_in_a_sentence(
    complaint: str, sentence: str, environment: types.ModuleType, checkout: Path, pip: FakePip
) -> None:
    pip.fails_with = complaint
    with pytest.raises(environment.SetupProblem, match=sentence):
        environment.ready(checkout, "run")


def test_a_full_disk_is_noticed_before_anything_is_fetched(
    environment: types.ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "free_room", lambda _: 5)
    with pytest.raises(environment.SetupProblem, match="5 MB are free"):
        environment.ready(checkout, "run")


def test_a_folder_that_cannot_be_changed_is_named(
    environment: types.ModuleType, checkout: Path, pip: FakePip, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held_open(_folder: Path) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(environment, "make_empty", held_open)
    with pytest.raises(environment.SetupProblem, match="Close SocialCoach if it is open"):
        environment.ready(checkout, "run")


def test_a_folder_somebody_else_made_is_left_alone(
    environment: types.ModuleType, checkout: Path, pip: FakePip
) -> None:
    (checkout / ".venv").mkdir()
    (checkout / ".venv" / "mine.txt").write_text("keep", encoding="utf-8")
    with pytest.raises(environment.SetupProblem, match="left alone"):
        environment.ready(checkout, "run")
    assert (checkout / ".venv" / "mine.txt").read_text(encoding="utf-8") == "keep"
    assert pip.done == []


def test_a_python_without_venv_is_told_the_package(
    environment: types.ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(environment.SetupProblem, match="apt-get install python3-venv"):
        environment.require_venv()


def test_a_read_only_checkout_keeps_its_environment_in_the_cache(
    environment: types.ModuleType, checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment.os, "access", lambda *_: False)
    monkeypatch.setattr(environment, "cache_folder", lambda: tmp_path / "cache")
    assert environment.environment_folder(checkout).is_relative_to(tmp_path / "cache")


HOLD = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from dev_environment import only_one
with only_one(Path(sys.argv[2])):
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_a_second_set_up_waits_for_the_first(environment: types.ModuleType, tmp_path: Path) -> None:
    (tmp_path / "setup.lock").touch()
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    words = [sys.executable, "-c", HOLD, str(SCRIPTS), str(tmp_path)]
    with subprocess.Popen(words, **pipes) as first:
        assert first.stdout.readline() == "held\n"
        with (tmp_path / "setup.lock").open("r+b") as handle:
            assert not environment.try_lock(handle)
        first.communicate("\n")
    with (tmp_path / "setup.lock").open("r+b") as handle:
        assert environment.try_lock(handle)


def test_no_screen_is_explained_with_a_way_to_see_the_app(system: types.ModuleType) -> None:
    if not sys.platform.startswith("linux"):
        assert system.screen_variables([], {}) == {}
        return
    with pytest.raises(system.SetupProblem, match="screenshots FOLDER"):
        system.screen_variables(["--demo"], {})


@pytest.mark.parametrize(
    "arguments",
    [["--demo", "--self-test"], ["screenshots", "out"], ["import", "a.csv"], ["check"], ["report"]],
)
def test_commands_without_a_window_draw_in_memory(
    arguments: list[str], system: types.ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "has_screen", lambda _: False)
    assert system.screen_variables(arguments, {}) == {"QT_QPA_PLATFORM": "offscreen"}


@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_screen_is_used_where_there_is_one(variable: str, system: types.ModuleType) -> None:
    assert system.has_screen({variable: ":0"}, "linux")
    assert not system.has_screen({}, "linux")
    assert system.has_screen({}, "darwin")
    assert system.has_screen({}, "win32")


def test_missing_libraries_are_named_with_the_one_command(
    system: types.ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system.sys, "platform", "linux")
    monkeypatch.setattr(system, "can_install", lambda: False)
    monkeypatch.setattr(system, "missing_libraries", lambda _: ["libEGL.so.1", "libGL.so.1"])
    with pytest.raises(
        system.SetupProblem, match=r"libEGL\.so\.1.*\n.*\n.*apt-get.* libegl1 libgl1"
    ):
        system.require_libraries(with_screen=False)


def test_root_on_debian_gets_missing_libraries_installed(
    system: types.ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed: list[str] = []
    monkeypatch.setattr(system.sys, "platform", "linux")
    monkeypatch.setattr(system, "can_install", lambda: True)
    monkeypatch.setattr(system, "install", installed.extend)
    monkeypatch.setattr(
        system, "missing_libraries", lambda _: [] if installed else ["libxcb-cursor.so.0"]
    )
    system.require_libraries(with_screen=True)
    assert {"libxcb-cursor0", "libegl1", "fonts-inter"} <= set(installed)


def test_a_library_that_is_nowhere_is_missing(system: types.ModuleType) -> None:
    assert system.missing_libraries({"libnowhere.so.9": "libnowhere9"}) == ["libnowhere.so.9"]


def test_an_unknown_word_shows_what_there_is(
    dev: types.ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(["fly"]) == 2
    assert "python3 packaging/dev.py run" in capsys.readouterr().out


def test_an_old_python_is_told_so(
    dev: types.ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev.sys, "version_info", (3, 9, 2))
    assert dev.main(["run"]) == 1
    assert "needs Python 3.11 or newer" in capsys.readouterr().out


def test_a_stopped_set_up_ends_calmly(
    dev: types.ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(_arguments: list[str]) -> int:
        raise KeyboardInterrupt

    assert dev.guarded(stopped, []) == 130
    assert "Nothing is broken" in capsys.readouterr().out


def test_both_lock_files_pin_the_same_versions_with_fingerprints() -> None:
    run = pins("requirements.lock")
    test = pins("requirements-test.lock")
    assert run <= test
    for name in ("requirements.lock", "requirements-test.lock"):
        text = (SCRIPTS / name).read_text(encoding="utf-8")
        assert text.count(" \\\n    --hash=sha256:") >= len(pins(name))


def pins(name: str) -> set[str]:
    """The lines of a lock file that name a package."""
    lines = (SCRIPTS / name).read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and line[0] not in "# "}
