"""Runs one server and ends it, with all that it started, as soon as standard input is closed.

    python keeper.py [--user NAME] PROGRAM WORDS...

The tests hold the other end of standard input. However they end, even by `kill -9`, the system
closes it, so no server is ever left running.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress

PATIENCE = 4.0  # seconds between asking a server to end and ending it


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
    )
    threading.Thread(target=end_when_left_alone, args=(server,), daemon=True).start()
    return server.wait()


def end_when_left_alone(server: subprocess.Popen[bytes]) -> None:
    """Wait until nobody holds the other end any more, then end the whole group."""
    while os.read(sys.stdin.fileno(), 4096):
        pass
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
