"""``python -m socialcoach``: the window, or one of the commands without a window."""

from __future__ import annotations

import sys


def main() -> int:
    """Run what the command line asks for and return the exit status."""
    from socialcoach.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
