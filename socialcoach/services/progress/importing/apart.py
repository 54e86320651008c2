"""Reads a stranger's spreadsheet in a process of its own, so that it cannot take the app with it.

The spreadsheet reader is Rust: a damaged length in a file of a few kilobytes makes it ask for
terabytes and end its process on the spot (python-calamine 0.9.1, tried 2026-11-22).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from socialcoach.core.errors import UserError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

SECONDS = 40
"""Longer than the largest export needs; then the process is ended."""

MOST_MEMORY = 1_500_000_000
"""Bytes of address space the process may ask for, where the system can enforce it."""

Sheets = list[list[list[str]]]
Reader = Callable[[Path], Sheets]


def read_apart(reader: Reader, path: Path) -> Sheets:
    """Return what ``reader`` (a module's own function) makes of the file.

    Raises ``UserError("import.spreadsheet_unreadable")`` when it fails, crashes or takes too long.
    """
    from multiprocessing import get_context

    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, reader, path), daemon=True)
    try:
        process.start()
        theirs.close()
        found = ours.recv() if ours.poll(SECONDS) else None
    except (EOFError, OSError):
        found = None
    finally:
        ours.close()
        if process.pid is not None:  # the system may have had no room for one more
            process.kill()
            process.join()
        process.close()
    if not isinstance(found, list):
        raise UserError("import.spreadsheet_unreadable", file=path.name)
    return found


def _work(answer: Connection, reader: Reader, path: Path) -> None:
    """Run in the other process: read, answer, and keep quiet about anything that goes wrong."""
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 2)
    _limit_memory()
    answer.send(reader(path))
    answer.close()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:
        return  # Windows; there the file's own limits and the time limit have to do
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = MOST_MEMORY if hard == resource.RLIM_INFINITY else min(MOST_MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
