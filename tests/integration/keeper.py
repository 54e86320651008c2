"""Runs one server and ends it, with all that it started, as soon as standard input is closed.

    python keeper.py [--user NAME] PROGRAM WORDS...

The tests hold the other end of standard input. However they end, even by `kill -9`, the system
closes it. Whoever ends this program instead ends the server as well, on Linux even by `kill -9`.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from types import FrameType

PATIENCE = 4.0  # seconds between asking a server to end and ending it
END_WITH_PARENT = 1  # PR_SET_PDEATHSIG of Linux


def main(words: list[str]) -> int:
    """Start the program in a group of its own and wait until it ends or must end."""
    user = None
    if words[0] == "--user":
        user, words = words[1], words[2:]
    server = subprocess.Popen(
        words,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        user=user,
        group=user,
        extra_groups=[] if user else None,
        preexec_fn=end_with_parent if sys.platform == "linux" else None,
    )

    def told_to_end(_sign: int, _frame: FrameType | None) -> None:
        threading.Thread(target=end, args=(server,)).start()

    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, told_to_end)
    threading.Thread(target=end_when_left_alone, args=(server,), daemon=True).start()
    return server.wait()


def end_with_parent() -> None:
    """Ask Linux to end this process, soon to be the server, when the keeper is gone."""
    ctypes.CDLL(None).prctl(END_WITH_PARENT, signal.SIGTERM)


def end_when_left_alone(server: subprocess.Popen[bytes]) -> None:
    """Wait until nobody holds the other end any more, then end the server."""
    while os.read(sys.stdin.fileno(), 4096):
        pass
    end(server)


def end(server: subprocess.Popen[bytes]) -> None:
    """End the whole group: kindly first, then surely."""
    tell_all(server, signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        server.wait(PATIENCE)
    tell_all(server, signal.SIGKILL)


def tell_all(server: subprocess.Popen[bytes], sign: signal.Signals) -> None:
    """Send a signal to the server and to everything it started."""
    with suppress(ProcessLookupError):
        os.killpg(server.pid, sign)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
