"""The checkout's own Python environment: made once, repaired when broken, shared by run and test.

`.venv/ready.txt` says what is installed. It is removed before anything is changed and written last,
so an environment without it was interrupted half-way and is made anew.
"""

from __future__ import annotations

import errno
import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from dev_system import SetupProblem

READY = "ready.txt"
LOCK = "setup.lock"
LOG = "setup.log"
LOCK_FILES = {"run": "requirements.lock", "test": "requirements-test.lock"}
ROOM_NEEDED = {"run": 900, "test": 1200}  # MB on the disk while packages are unpacked

NO_VENV = """\
This Python cannot make environments: its parts `venv` and `ensurepip` are missing.
On Debian or Ubuntu this command installs them; then start again:
    {sudo}apt-get install python3-venv"""
NOT_OURS = """\
The folder {folder} was not made by this script, so it is left alone.
Move it away or rename it, then start again."""
NO_ROOM = """\
The disk is too full: SocialCoach needs about {needed} MB in {folder}, and {free} MB are free.
Make some room, then start again."""
NOT_WRITABLE = """\
The folder {folder} could not be changed: {problem}.
Close SocialCoach if it is open, check that you may write there, then start again."""
NO_NETWORK = """\
The parts SocialCoach is made of could not be fetched. Is this computer connected to the internet?
It is needed for this first start only. Start again when it is there.
What was tried is written in {log}"""
NOT_INSTALLED = """\
Setting up did not work. The last lines of {log} say why:

{tail}"""


def ready(project: Path, level: str) -> Path:
    """Return the environment's Python, set up for `run` or `test`; quick when nothing changed."""
    folder = environment_folder(project)
    if is_ready(project, level):
        return python_in(folder)
    try:
        make_ready(project, folder, level)
    except OSError as problem:
        if problem.errno in (errno.ENOSPC, errno.EDQUOT):
            raise no_room(folder, level) from problem
        raise SetupProblem(NOT_WRITABLE.format(folder=folder, problem=problem)) from problem
    return python_in(folder)


def environment_folder(project: Path) -> Path:
    """Return `.venv` beside the checkout, or a place in the user's cache when that is read-only."""
    beside = project / ".venv"
    if os.access(beside if beside.exists() else project, os.W_OK):
        return beside
    name = hashlib.sha256(os.fsencode(project)).hexdigest()[:12]
    return cache_folder() / "socialcoach-checkout" / name


def cache_folder() -> Path:
    """Return where this system keeps what can be made again."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def python_in(folder: Path) -> Path:
    """Return the environment's Python program."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_ready(project: Path, level: str) -> bool:
    """Tell whether the environment holds what the lock file for this level asks for."""
    folder = environment_folder(project)
    return wanted(project, level) in installed(folder) and python_in(folder).exists()


def wanted(project: Path, level: str) -> str:
    """Return the line that `ready.txt` holds once this level is installed."""
    pinned = (project / "packaging" / LOCK_FILES[level]).read_bytes()
    version = f"{sys.implementation.name} {sys.version_info[0]}.{sys.version_info[1]}"
    return f"{level} {version} {hashlib.sha256(pinned).hexdigest()}"


def installed(folder: Path) -> list[str]:
    """Return the lines of `ready.txt`; none when the environment is missing or half made."""
    try:
        return (folder / READY).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []


def make_ready(project: Path, folder: Path, level: str) -> None:
    """Make or complete the environment, one process at a time."""
    claim(folder)
    with only_one(folder) as lock:
        if is_ready(project, level):
            return
        require_room(folder, level)
        print("Setting up SocialCoach, once. This takes about a minute.", flush=True)
        lines = [wanted(project, level)]
        if level == "test":
            lines.append(wanted(project, "run"))
        adds_only = level == "test" and is_ready(project, "run")
        (folder / READY).unlink(missing_ok=True)
        if not adds_only:
            make_empty(folder)
        install(project, folder, level, lock)
        (folder / READY).write_text("\n".join(lines) + "\n", encoding="utf-8")
        print("Ready.", flush=True)


def require_venv() -> None:
    """Refuse a Python that Debian ships without its `venv` part."""
    from importlib.util import find_spec

    if find_spec("venv") is None or find_spec("ensurepip") is None:
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0
        raise SetupProblem(NO_VENV.format(sudo="" if is_root else "sudo "))


def claim(folder: Path) -> None:
    """Create the folder with our mark in it; refuse one that somebody else filled."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()) and not (folder / LOCK).exists():
        raise SetupProblem(NOT_OURS.format(folder=folder))
    (folder / LOCK).touch()


@contextmanager
def only_one(folder: Path) -> Iterator[IO[bytes]]:
    """Hold the environment's lock; a second process waits here until the first is done."""
    import time

    with (folder / LOCK).open("r+b") as handle:
        told = False
        while not try_lock(handle):
            if not told:
                print("Another window is setting SocialCoach up; waiting for it.", flush=True)
            told = True
            time.sleep(0.3)
        yield handle


def try_lock(handle: IO[bytes]) -> bool:
    """Take the lock of the open file if it is free; the system frees it when the process ends."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def require_room(folder: Path, level: str) -> None:
    """Refuse to begin on a disk that would be full half-way."""
    if free_room(folder) < ROOM_NEEDED[level]:
        raise no_room(folder, level)


def free_room(folder: Path) -> int:
    """Return the free room on the folder's disk, in MB."""
    import shutil

    return shutil.disk_usage(folder).free // 1_000_000


def no_room(folder: Path, level: str) -> SetupProblem:
    """Say how much room is needed, and how much there is."""
    facts = {"needed": ROOM_NEEDED[level], "folder": folder, "free": free_room(folder)}
    return SetupProblem(NO_ROOM.format(**facts))


def make_empty(folder: Path) -> None:
    """Make a new environment with nothing but pip; the lock stays, for others wait at it."""
    import shutil
    import venv

    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != LOCK:
            entry.unlink()
    try:
        venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(folder)
    except SystemExit as problem:  # what venv does where its folder cannot be used
        raise SetupProblem(str(problem)) from problem


def install(project: Path, folder: Path, level: str, lock: IO[bytes]) -> None:
    """Install what the lock file names, each package checked against its fingerprint.

    Bytecode is not written ahead: the app loads a tenth of it, so its first start is sooner.
    The tests need it, because a library's warnings from compiling would count as theirs.
    """
    words = ["install", "--require-hashes", "--no-deps", "--only-binary", ":all:", "--no-compile"]
    quiet = ["--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
    pinned = project / "packaging" / LOCK_FILES[level]
    if python(folder, ["pip", *words, *quiet, "--requirement", str(pinned)], lock):
        log = folder / LOG
        raise explain(log.read_text(encoding="utf-8", errors="replace"), log, level)
    if level == "test":
        python(folder, ["compileall", "-qq", "-j", "0", str(folder)], lock)


def python(folder: Path, words: list[str], lock: IO[bytes]) -> int:
    """Run a module; its words go to `setup.log`. Left alone, it keeps the lock until it ends."""
    import subprocess

    held = (lock.fileno(),) if os.name == "posix" else ()
    with (folder / LOG).open("wb") as log:
        return subprocess.run(
            [str(python_in(folder)), "-m", *words],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            check=False,
            pass_fds=held,
        ).returncode


def explain(output: str, log: Path, level: str) -> SetupProblem:
    """Turn pip's complaints into a sentence about the disk, the connection, or neither."""
    if "No space left on device" in output or "Disk quota exceeded" in output:
        return no_room(log.parent, level)
    signs = ("NewConnectionError", "NameResolutionError", "Network is unreachable", "timed out")
    if any(sign in output for sign in signs):
        return SetupProblem(NO_NETWORK.format(log=log))
    tail = "\n".join(output.strip().splitlines()[-8:])
    return SetupProblem(NOT_INSTALLED.format(log=log, tail=tail))
