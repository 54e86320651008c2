"""What a write has changed, so that the pages know what to draw again."""

from __future__ import annotations

from enum import Flag, auto


class Changes(Flag):
    """Kinds of data that a service call has changed; combine them with ``|``."""

    NOTHING = 0
    STRATEGY = auto()
    DRAFTS = auto()
    FEED = auto()
    NUMBERS = auto()
    PEOPLE = auto()
    SETTINGS = auto()
    ACCOUNTS = auto()

    @classmethod
    def everything(cls) -> Changes:
        """Return all flags, for a change such as opening a backup."""
        return ~cls.NOTHING
