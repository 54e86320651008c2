"""No server outlives the tests, however they end."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.integration.processes import KEEPER, ServerProcess

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="The servers run on Linux only.")

A_SERVER_WITH_A_HELPER = """
import os, subprocess, sys, threading
helper = subprocess.Popen([sys.executable, "-c", "import threading; threading.Event().wait(600)"])
print(os.getpid(), helper.pid, flush=True)
threading.Event().wait(600)
"""
STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"


def start(program: str) -> tuple[subprocess.Popen[bytes], list[int]]:
    """Start a server through the keeper; return the keeper and the ids of all that runs below."""
    words = [sys.executable, str(KEEPER), sys.executable, "-c", program]
    keeper = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert keeper.stdout is not None
    with keeper.stdout as said:
        return keeper, [int(word) for word in said.readline().split()]


def are_gone(ids: list[int]) -> bool:
    """Wait until none of the processes runs any more."""
    pause, end = threading.Event(), time.monotonic() + 20
    while any(runs(one) for one in ids):
        if time.monotonic() > end:
            return False
        pause.wait(0.05)
    return True


def runs(process: int) -> bool:
    """Tell whether a process runs; one that only waits to be counted does not."""
    status = Path(f"/proc/{process}/stat")
    try:
        return status.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("program", [A_SERVER_WITH_A_HELPER, STUBBORN + A_SERVER_WITH_A_HELPER])
def test_server_and_helpers_end_when_the_tests_let_go(program: str) -> None:
    keeper, ids = start(program)
    assert keeper.stdin is not None
    keeper.stdin.close()
    keeper.wait(20)
    assert are_gone(ids)


def test_server_and_helpers_end_when_the_keeper_is_told_to() -> None:
    keeper, ids = start(A_SERVER_WITH_A_HELPER)
    keeper.send_signal(signal.SIGTERM)
    keeper.wait(20)
    assert keeper.stdin is not None
    keeper.stdin.close()
    assert are_gone(ids)


def test_the_server_ends_even_when_the_keeper_is_killed() -> None:
    keeper, ids = start(A_SERVER_WITH_A_HELPER)
    keeper.kill()
    keeper.wait(20)
    assert keeper.stdin is not None
    keeper.stdin.close()
    assert are_gone(ids[:1])
    for helper in ids[1:]:  # nobody is left to do it
        with contextlib.suppress(ProcessLookupError):
            os.kill(helper, signal.SIGTERM)


def test_a_server_that_ends_at_once_says_its_last_words(tmp_path: Path) -> None:
    server = ServerProcess("broken", [sys.executable, "-c", "raise SystemExit('no')"], tmp_path)
    with pytest.raises(RuntimeError, match=r"broken ended:\nno"):
        server.wait_until(lambda: False)
    server.stop()
