"""``python -m socialcoach``: the window, or one of the commands without a window."""

from __future__ import annotations

import sys


def main() -> int:
    """Run what the command line asks for and return the exit status."""
    from multiprocessing import freeze_support

    from socialcoach.cli import run

    # Spreadsheets are read in a process of their own; a frozen app must be told that it is one.
    freeze_support()
    return run(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
