"""Keeps the window quick while a worker computes for long."""

from __future__ import annotations

import time

A_MOMENT = 20e-6
"""Seconds; a sleep of no length at all would not hand over."""

A_WHILE = 1e-3
"""Seconds; how long to wait before looking again whether somebody else still computes."""

LATE = 300e-6
"""Seconds; who comes back so much later than asked had to wait for its turn."""

LOOKS = 5
"""After so many the worker goes on all the same: another worker may compute for long, too."""


def give_way() -> None:
    """Let the window's thread run before this one goes on; called in a loop every few milliseconds.

    A Python thread that computes hands over only after a while and takes back as soon, so that
    everything the window does would take twice as long. Whoever finds another thread at work
    therefore waits until it is done; while nobody else works it costs next to nothing.
    """
    pause = A_MOMENT
    for _look in range(LOOKS):
        began = time.perf_counter()
        time.sleep(pause)
        if time.perf_counter() - began - pause < LATE:
            return
        pause = A_WHILE
