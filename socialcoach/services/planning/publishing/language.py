"""Which language a post is in, for the networks that sort posts by it."""

from __future__ import annotations

import locale
import re

from socialcoach.core.meter import Context
from socialcoach.services.meter.reader import MeterReader

_TAG = re.compile(r"([a-z]{2,3})(?:_[A-Z]{2})?(?:\.|@|$)")


def post_language(text: str, reader: MeterReader) -> str:
    """Return the language of a text as a BCP 47 tag, empty when nobody can tell.

    The meter tells English from the rest; what is not English is taken to be in the computer's
    own language.
    """
    if not text.strip():
        return ""
    if reader.read(text, Context()).language == "en":
        return "en"
    own = own_language(locale.getlocale()[0] or "")
    return "" if own == "en" else own


def own_language(name: str) -> str:
    """Return the tag of a locale such as ``de_DE``; empty for ``C`` and the like."""
    match = _TAG.match(name)
    return match[1] if match else ""
