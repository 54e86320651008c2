"""What a Mastodon server makes of a text, and whether two texts are the same post.

Servers send a post back as HTML: links are shortened by hidden pieces, ``@bob@example.org`` becomes
``@bob``, and some read stars and dashes as formatting. So two texts are compared by their letters,
digits and pictures alone (seen on Mastodon's documentation and on snac2 2.75, checked 2026-11-22).
"""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser

LONGEST_HTML = 200_000
"""Anything longer is cut: no server lets people write that much."""

_KEPT = ("L", "N", "M", "So", "Sc")
_BREAKS = frozenset({"p", "br", "div", "li", "blockquote", "ul", "ol", "pre"})
_SILENT = frozenset({"script", "style"})
_FAR_MENTION = re.compile(r"(?<![\w/@])(@[\w.-]{1,64})@[\w.-]+(?::\d+)?")
_VARIATIONS = re.compile("[\ufe0e\ufe0f]")


def plain_text(html: str) -> str:
    """Return what people read of a post that came as HTML, one line for each of its lines."""
    reader = _Reader()
    reader.feed(html[:LONGEST_HTML])
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.pieces).splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def signature(text: str) -> str:
    """Return what is left of a text whatever a server does to it; empty for signs alone."""
    near = _FAR_MENTION.sub(r"\1", unicodedata.normalize("NFC", text))
    letters = _VARIATIONS.sub("", near).casefold()
    return "".join(sign for sign in letters if unicodedata.category(sign).startswith(_KEPT))


def same_text(ours: str, theirs: str) -> bool:
    """Tell whether a text that came back is the one that was sent."""
    if signature(ours) or signature(theirs):
        return signature(ours) == signature(theirs)
    return "".join(ours.split()) == "".join(theirs.split())


class _Reader(HTMLParser):
    """Collects the visible words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        if tag == "br":
            self.pieces.append("\n")
        elif tag in _BREAKS and self.pieces:
            self.pieces.append("\n\n" if tag == "p" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT and self._silent:
            self._silent -= 1
        elif tag == "p":
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data)
