"""How a post will look on a platform, as far as the facts tell: what is seen first, what is a link.

A sketch, not a copy: only what ``PlatformFacts`` knows goes into it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import regex

from socialcoach.core.planning.counting import count_text
from socialcoach.core.planning.links import link_places
from socialcoach.core.planning.picture import Picture
from socialcoach.core.planning.picture_check import going
from socialcoach.core.planning.platform_facts import LinkRule, PlatformFacts, TextFacts
from socialcoach.core.planning.text_check import HASHTAG

MOST_SHOWN = 3_000
"""Characters of a text a sketch shows at most."""

LOOK_BACK = 15
"""A cut moves back to the end of a word when that is at most so many characters away."""

_CLUSTER = regex.compile(r"\X")


class PartKind(StrEnum):
    """What a part of the text is to its reader."""

    WORDS = "words"
    LINK = "link"
    PLAIN_LINK = "plain_link"
    HASHTAG = "hashtag"


@dataclass(frozen=True)
class Part:
    """A part of the text as its reader sees it."""

    text: str
    kind: PartKind = PartKind.WORDS


@dataclass(frozen=True)
class Sketch:
    """A post as it may look.

    ``seen`` is read before "more", ``whole`` after it; they are the same when all of it is seen.
    ``title`` is empty where the platform has none. ``pictures`` are those going out, above the
    text if ``picture_first``.
    """

    title: str
    seen: tuple[Part, ...]
    whole: tuple[Part, ...]
    pictures: tuple[Picture, ...]
    picture_first: bool

    @property
    def is_cut(self) -> bool:
        """Tell whether readers see only the beginning."""
        return self.seen != self.whole


def sketch(text: str, pictures: Sequence[Picture], facts: PlatformFacts) -> Sketch:
    """Return the sketch of a post on a platform; ``text`` is that platform's own version."""
    title, body = split_title(text.strip(), facts.text)
    shown = body[:MOST_SHOWN]
    seen = first_seen(shown, facts.text)
    return Sketch(
        title=title,
        seen=parts_of(seen, facts),
        whole=parts_of(shown, facts),
        pictures=going(pictures, facts.pictures),
        picture_first=facts.pictures.required,
    )


def split_title(text: str, facts: TextFacts) -> tuple[str, str]:
    """Return title and text where a platform always has both: the first line is the title."""
    if facts.title_limit is None or facts.title_at_times:
        return "", text
    first, _, rest = text.partition("\n")
    return _cut(first.strip(), facts.title_limit), rest.strip() or text


def first_seen(text: str, facts: TextFacts) -> str:
    """Return what readers see before "more", as the platform counts; the whole text if it fits."""
    if not facts.visible_first or count_text(text, facts.rule) <= facts.visible_first:
        return text
    signs = _CLUSTER.findall(text)
    low, high = 0, len(signs)
    while low < high:  # the longest beginning that still counts as little enough
        middle = (low + high + 1) // 2
        fits = count_text("".join(signs[:middle]), facts.rule) <= facts.visible_first
        low, high = (middle, high) if fits else (low, middle - 1)
    return _back_to_word("".join(signs[:low]), text)


def parts_of(text: str, facts: PlatformFacts) -> tuple[Part, ...]:
    """Return a text in parts: words, links (a tap away or not) and hashtags."""
    link = PartKind.LINK if facts.links.rule is LinkRule.CLICKABLE else PartKind.PLAIN_LINK
    links = [(start, end, link) for start, end in link_places(text)]
    tags = [
        (*found.span(), PartKind.HASHTAG)
        for found in HASHTAG.finditer(text)
        if not any(begin <= found.start() < stop for begin, stop, _ in links)
    ]
    parts, here = [], 0
    for start, end, kind in sorted(links + tags):
        if start > here:
            parts.append(Part(text[here:start]))
        parts.append(Part(text[start:end], kind))
        here = end
    return (*parts, Part(text[here:])) if here < len(text) else tuple(parts)


def _back_to_word(cut: str, text: str) -> str:
    """Move a cut back to the end of a word, unless that word is very long."""
    if text[len(cut) : len(cut) + 1].isspace():
        return cut.rstrip()
    words = regex.split(r"\s+\S*$", cut, maxsplit=1)[0]
    return words if words and len(cut) - len(words) <= LOOK_BACK else cut


def _cut(line: str, length: int) -> str:
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
