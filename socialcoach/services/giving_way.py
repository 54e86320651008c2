"""Keeps the window quick while a worker computes for long."""

from __future__ import annotations

import time

A_MOMENT = 20e-6
"""Seconds; a sleep of no length at all would not hand over."""


def give_way() -> None:
    """Let the window's thread run before this one goes on; called in a loop every few milliseconds.

    A Python thread that computes hands over after a millisecond at the earliest and takes back as
    soon, so that everything the window does would take twice as long. More often than that would
    cost the worker more than it brings: it has to wait for its turn each time.
    """
    time.sleep(A_MOMENT)
