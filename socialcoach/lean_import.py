"""Keeps optional packages out of the start: some libraries load them whenever they are there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without(name: str) -> Iterator[None]:
    """Hide a package that is not loaded yet while other packages are imported.

    sqlite-utils and Qt for Python both load numpy when it is installed, to take arrays that
    SocialCoach never gives them. Hidden from those two it costs nothing until a chart needs it.
    """
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[name]
