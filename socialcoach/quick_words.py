"""Lets gettext remember which files hold a language's texts.

It asks the disk anew for every single text (Python 3.11, looked at on 2026-11-22): half a
millisecond each, where a page of the app shows a hundred and a list draws its lines as it scrolls.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterable
from typing import Any

LANGUAGE_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""What gettext goes by; another language is another entry in its memory."""


def remember_translations() -> None:
    """Look for the files of a language once, not for each text; calling it again does nothing."""
    look = gettext.find
    if getattr(look, "remembers", False):
        return
    known: dict[tuple[object, ...], Any] = {}

    def find(
        domain: str,
        localedir: str | None = None,
        languages: Iterable[str] | None = None,
        all: bool = False,  # noqa: A002 - gettext's own name
    ) -> Any:
        wanted = None if languages is None else tuple(languages)
        spoken = tuple(os.environ.get(name) for name in LANGUAGE_VARIABLES)
        key = (domain, localedir, wanted, all, spoken)
        if key not in known:
            known[key] = look(domain, localedir, wanted, all)
        return known[key]

    find.remembers = True  # type: ignore[attr-defined]
    gettext.find = find  # type: ignore[assignment]
