"""What the owner types into a search box, as the search of the database understands it."""

from __future__ import annotations

import re

MOST_WORDS = 8
"""More words than anybody types; a pasted page is cut here."""


def search_query(words: str) -> str:
    """Return the query for these words, each of which may be unfinished; "" finds nothing.

    Signs that mean something to the search of the database are only words here.
    """
    found = re.findall(r"\w+", words.replace("_", " "))[:MOST_WORDS]
    return " ".join(f'"{word}"*' for word in found)
