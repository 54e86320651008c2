"""Sentences that stand in the bundled data, in the owner's language where there is a translation.

They are collected for translators from the data files, under a name of their own, and not from the
code: nobody should have to change code to correct what a platform is.
"""

from __future__ import annotations

from gettext import dgettext

DATA_DOMAIN = "socialcoach-data"
"""The name under which translations of the bundled data are kept."""


def data_text(text: str) -> str:
    """Return a text of the bundled data (what a platform is, the name of a trade) to show."""
    return dgettext(DATA_DOMAIN, text) if text else ""
