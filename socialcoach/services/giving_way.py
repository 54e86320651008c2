"""Keeps the window quick while a worker computes for long."""

from __future__ import annotations

import time

A_MOMENT = 20e-6
"""Seconds; a sleep of no length at all would not hand over."""

BUSY = 300e-6
"""Seconds; who comes back from a moment only now had to wait: somebody else is computing."""

A_WHILE = 4e-3
"""Seconds in which the window gets on with what it is drawing."""


def give_way() -> None:
    """Let the window's thread run before this one goes on; called in a loop every few milliseconds.

    A Python thread that computes hands over after a millisecond at the earliest and takes back as
    soon, so that everything the window does would take twice as long. Whoever finds another thread
    at work therefore waits a while longer; while nobody else works it costs next to nothing.
    """
    began = time.perf_counter()
    time.sleep(A_MOMENT)
    if time.perf_counter() - began > BUSY:
        time.sleep(A_WHILE)
