"""A real store for passwords (GNOME's) on a bus of its own, with a home that is thrown away.

It lives only as long as the program that runs beside it, so a test gives it a whole Python program:

    done = secret_service.run("locked", "import keyring; keyring.get_password('a', 'b')")
    assert "KeyringLocked" in done.stderr
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from enum import StrEnum
from pathlib import Path

from tests.integration.servers import need
from tests.source import PROJECT

PATIENCE = 60  # seconds
UNLOCK = "printf test | gnome-keyring-daemon --unlock --components=secrets >&2"
MAKE_ONE = "import keyring; keyring.set_password('socialcoach-tests', 'somebody', 'something')"
A_BUS_WITHOUT_SERVICES = """\
<busconfig><type>session</type><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
"""


class Mode(StrEnum):
    """What an owner's computer may be like."""

    UNLOCKED = "unlocked"
    LOCKED = "locked"
    EMPTY = "empty"  # the store can be started, but nobody ever made a keyring in it
    NONE = "none"  # a bus, and nobody on it who keeps passwords
    NO_BUS = "no bus"


class SecretService:
    """Runs Python programs beside a real store for passwords."""

    def __init__(self) -> None:
        need("keyring", "dbus-run-session", "gnome-keyring-daemon")

    def run(self, mode: Mode | str, program: str) -> subprocess.CompletedProcess[str]:
        """Run a Python program as on a computer of this kind, and return what it said."""
        with tempfile.TemporaryDirectory(prefix="socialcoach-keyring-") as home:
            return self._run(Mode(mode), program, Path(home))

    def _run(self, mode: Mode, program: str, home: Path) -> subprocess.CompletedProcess[str]:
        python = [sys.executable, "-c", program]
        bus = ["dbus-run-session"]
        unlocked = [*bus, "--", "sh", "-c", f'{UNLOCK}; exec "$@"', "sh", sys.executable, "-c"]
        if mode is Mode.NO_BUS:
            return call(python, home)
        if mode is Mode.UNLOCKED:
            return call([*unlocked, program], home)
        if mode is Mode.LOCKED:  # made in one session, and not unlocked in the next one
            made = call([*unlocked, MAKE_ONE], home)
            assert made.returncode == 0, made.stderr
        if mode is Mode.NONE:
            file = home / "bus.conf"
            file.write_text(A_BUS_WITHOUT_SERVICES.format(folder=home), encoding="utf-8")
            bus.append(f"--config-file={file}")
        return call([*bus, "--", *python], home)


def call(words: list[str], home: Path) -> subprocess.CompletedProcess[str]:
    """Run a program in a home of its own, without a screen on which it could ask anything."""
    (home / "run").mkdir(mode=0o700, exist_ok=True)
    variables = {
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "PYTHONPATH": str(PROJECT),
        "QT_QPA_PLATFORM": "offscreen",
    }
    return subprocess.run(
        words,
        env=variables,
        cwd=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
