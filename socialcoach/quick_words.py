"""Lets gettext remember the texts of a language.

It looks for them anew for every single text (Python 3.11, looked at on 2026-11-22), on the disk
and, where there are none, by way of an error: up to half a millisecond each, where a page of the
app shows a hundred and a list draws its lines as it scrolls.
"""

from __future__ import annotations

import gettext
import os

LANGUAGE_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""What gettext goes by; another language is another entry in its memory."""


def remember_translations() -> None:
    """Look for the texts of a language once, not for each text; calling it again does nothing."""
    if getattr(gettext.dgettext, "remembers", False):
        return
    known: dict[tuple[str | None, ...], gettext.NullTranslations] = {}

    def texts_of(domain: str) -> gettext.NullTranslations:
        key = (domain, *map(os.environ.get, LANGUAGE_VARIABLES))
        if key not in known:
            folder = gettext.bindtextdomain(domain)
            known[key] = gettext.translation(domain, folder, fallback=True)
        return known[key]

    def dgettext(domain: str, message: str) -> str:
        translated = texts_of(domain).gettext
        return translated(message)

    def dngettext(domain: str, msgid1: str, msgid2: str, n: int) -> str:
        translated = texts_of(domain).ngettext
        return translated(msgid1, msgid2, n)

    dgettext.remembers = True  # type: ignore[attr-defined]
    gettext.dgettext = dgettext
    gettext.dngettext = dngettext
