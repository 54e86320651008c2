"""Starting a server as a process: wait until it answers, keep its words, end it surely."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

KEEPER = Path(__file__).with_name("keeper.py")
HERE = "127.0.0.1"
PATIENCE = 90.0  # seconds for a server to become ready, on a busy computer
PAUSE = 0.05  # seconds between two looks
LAST_LINES = 40  # of a log, shown with a failed test


class NotReady(RuntimeError):
    """A server ended or stayed silent instead of becoming ready; the text holds its last words."""


class ServerProcess:
    """One server that runs beside the tests. What it prints goes to ``<name>.log``."""

    def __init__(self, name: str, words: Sequence[str], folder: Path, **options: str) -> None:
        """Start it; its log is in ``folder``, and so is its home unless ``home`` is given.

        ``user`` runs it as somebody else; the other options are variables of its environment.
        """
        self.name = name
        self.log = folder / f"{name}.log"
        user = options.pop("user", "")
        home = Path(options.pop("home", str(folder)))
        command = [sys.executable, str(KEEPER), *(["--user", user] if user else []), *words]
        self._words: IO[bytes] = self.log.open("wb")
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=self._words,
            stderr=subprocess.STDOUT,
            env={**environment(home), **options},
            cwd=home,
        )

    def wait_until(self, ready: Callable[[], bool], patience: float = PATIENCE) -> None:
        """Wait until it is ready; raises ``NotReady`` when it ends before or takes too long."""
        end = time.monotonic() + patience
        pause = threading.Event()
        while not ready():
            if self._process.poll() is not None:
                raise NotReady(f"{self.name} ended:\n{self.last_words()}")
            if time.monotonic() > end:
                raise NotReady(f"{self.name} is not ready:\n{self.last_words()}")
            pause.wait(PAUSE)

    def line_of_json(self) -> str:
        """Return the last whole line it printed that begins like JSON, or nothing."""
        lines = [line for line in self.words().splitlines(keepends=True) if line[:1] == "{"]
        return lines[-1].strip() if lines and lines[-1].endswith("\n") else ""

    def words(self) -> str:
        """Return all it printed so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def last_words(self) -> str:
        """Return the end of what it printed."""
        return "\n".join(self.words().splitlines()[-LAST_LINES:])

    def stop(self) -> None:
        """End it and everything it started, and wait until they are gone."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.wait(30)
        self._words.close()


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of a server: its own home, nothing of the tests' or the owner's."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
    return {**kept, "HOME": str(folder), "TMPDIR": str(folder), "NO_PROXY": "*", "TZ": "UTC"}


def free_port() -> int:
    """Return a port on this computer that nobody uses at the moment."""
    with socket.socket() as probe:
        probe.bind((HERE, 0))
        return int(probe.getsockname()[1])


def answers(port: int) -> bool:
    """Tell whether somebody listens on a port of this computer."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((HERE, port)) == 0


def output(words: Sequence[str], variables: Mapping[str, str] | None = None) -> str:
    """Run a program to its end and return what it printed; it must succeed."""
    done = subprocess.run(
        words,
        env={**os.environ, **(variables or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{words[0]} failed: {done.stderr[-2000:]}"
    return done.stdout + done.stderr
