"""Links, mentions and hashtags in a Bluesky post: which bytes of the text they are.

Bluesky does not look for them itself: what is not marked stays plain text. Places are counted in
UTF-8 bytes, and the server takes a place beyond the text without a word (tried 2026-11-22), so this
is exact and tested. Source: docs.bsky.app, links, mentions and rich text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import Any

import regex

from socialcoach.core.planning.links import ANY_LINK
from socialcoach.core.planning.text_check import HASHTAG

LONGEST_TAG = 64
"""Letters in a hashtag; the server refuses a post with a longer one (tried 2026-11-22)."""

_NAME = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_MENTION = regex.compile(
    rf"(?<![\w@./])@((?:{_NAME}\.)+[a-z](?:[a-z0-9-]{{0,61}}[a-z0-9])?)(?![\w@-]|\.\w)",
    regex.IGNORECASE,
)


class MarkKind(StrEnum):
    """What a marked part of the text is."""

    LINK = "link"
    MENTION = "mention"
    TAG = "tag"


@dataclass(frozen=True)
class Mark:
    """A part of the text: bytes ``start`` to ``end`` (not included) of its UTF-8 form.

    ``value`` is the address, the handle without @, or the hashtag without #.
    """

    start: int
    end: int
    kind: MarkKind
    value: str


def find_marks(text: str) -> tuple[Mark, ...]:
    """Return the links, mentions and hashtags of a text in their order; none overlaps another."""
    found = sorted(_candidates(text))
    offsets = _byte_offsets(text)
    marks, free_from = [], 0
    for start, end, kind, value in found:
        if start >= free_from:
            marks.append(Mark(offsets[start], offsets[end], MarkKind(kind), value))
            free_from = end
    return tuple(marks)


def mentioned(marks: Iterable[Mark]) -> tuple[str, ...]:
    """Return the handles that have to be looked up, each once."""
    return tuple(dict.fromkeys(mark.value for mark in marks if mark.kind is MarkKind.MENTION))


def facets(marks: Iterable[Mark], dids: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the marks as the post carries them; a handle nobody has stays plain text."""
    return [
        {"index": {"byteStart": mark.start, "byteEnd": mark.end}, "features": [feature]}
        for mark in marks
        if (feature := _feature(mark, dids)) is not None
    ]


def _candidates(text: str) -> Iterator[tuple[int, int, str, str]]:
    for match in ANY_LINK.finditer(text):
        address = match.group()
        is_whole = address[:8].casefold().startswith(("http://", "https://"))
        yield (*match.span(), MarkKind.LINK, address if is_whole else f"https://{address}")
    for match in _MENTION.finditer(text):
        yield (*match.span(), MarkKind.MENTION, match[1].casefold())
    for match in HASHTAG.finditer(text):
        if len(match[1]) <= LONGEST_TAG:
            yield (*match.span(), MarkKind.TAG, match[1])


def _feature(mark: Mark, dids: Mapping[str, str]) -> dict[str, str] | None:
    if mark.kind is MarkKind.LINK:
        return {"$type": "app.bsky.richtext.facet#link", "uri": mark.value}
    if mark.kind is MarkKind.TAG:
        return {"$type": "app.bsky.richtext.facet#tag", "tag": mark.value}
    did = dids.get(mark.value)
    return {"$type": "app.bsky.richtext.facet#mention", "did": did} if did else None


def _byte_offsets(text: str) -> list[int]:
    """Return where each character begins in UTF-8, and the length of the whole at the end."""
    return [0, *accumulate(len(sign.encode("utf-8", "surrogatepass")) for sign in text)]
