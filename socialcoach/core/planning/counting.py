"""How long a text is in the eyes of each platform: one pure function per rule.

Sources, all checked 2026-11-22: Unicode UAX 29 for what people see as one character (Bluesky,
Mastodon), docs.joinmastodon.org, docs.x.com "Counting characters", developers.facebook.com for
Threads. All take any text, even broken halves of characters, and stay quick at 100,000 characters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

import regex

from socialcoach.core.planning.links import FULL_LINK, replace_links
from socialcoach.core.planning.platform_facts import CountRule

LINK_LENGTH = 23
"""A link counts as 23 characters on X and on Mastodon, however long it is."""

_CLUSTER = regex.compile(r"\X")
_JOINING = regex.compile(
    r"[^\p{GCB=Other}\p{GCB=Control}\p{GCB=CR}\p{GCB=LF}\p{GCB=LV}\p{GCB=LVT}]"
)
_FLAG_PAIR = regex.compile(r"\p{RI}{1,2}")
_TAGS = r"(?:[\U000E0020-\U000E007E]+\U000E007F)?"
_PICTURE = rf"\p{{Extended_Pictographic}}(?:\p{{Emoji_Modifier}}|\uFE0F)?{_TAGS}"
_EMOJI = regex.compile(
    rf"\p{{RI}}\p{{RI}}|[0-9#*]\uFE0F?\u20E3|{_PICTURE}(?:\u200D{_PICTURE})+"
    rf"|\p{{Emoji_Presentation}}(?:\p{{Emoji_Modifier}}|\uFE0F)?{_TAGS}"
    rf"|\p{{Extended_Pictographic}}(?:\p{{Emoji_Modifier}}|\uFE0F){_TAGS}"
)
_MAY_BE_EMOJI = regex.compile(r"[\p{Extended_Pictographic}\p{RI}\u20E3]")
_HEAVY = regex.compile(r"[^\u0000-\u10FF\u2000-\u200D\u2010-\u201F\u2032-\u2037]")
_FAR_MENTION = regex.compile(r"(?<![/\w])(@\w{1,64})@[a-z0-9.-]*[a-z0-9]", regex.IGNORECASE)
_LONGEST_MARKS = 30
_MANY_MARKS = regex.compile(rf"(\p{{M}}{{{_LONGEST_MARKS}}})\p{{M}}+")


def utf8_bytes(text: str) -> int:
    """Return the length in UTF-8 bytes; a broken half of a character counts as three."""
    return len(text.encode("utf-8", "surrogatepass"))


def utf16_units(text: str) -> int:
    """Return the length in UTF-16 units, the careful guess where a platform says nothing."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def graphemes(text: str) -> int:
    """Return the number of characters as people see them: a family emoji is one (Bluesky).

    Only texts with joining characters need the slow way. Pairs of flag letters are replaced
    first, because finding the pairs in a long row of flags takes the regex engine far too long.
    """
    text = text.replace("\r\n", "\n")
    if text.isascii() or not _has(_JOINING, text):
        return len(text)
    return len(_CLUSTER.findall(_FLAG_PAIR.sub("x", text)))


def server_length(text: str, link_length: int = LINK_LENGTH) -> int:
    """Return the length on Mastodon: graphemes, a link is 23, ``@ann@server`` is ``@ann``.

    ``link_length`` is for servers that count a link otherwise.
    """
    if "://" in text:
        text = FULL_LINK.sub("x" * link_length, text)
    if "@" in text:
        text = _FAR_MENTION.sub(r"\1", text)
    return graphemes(text)


def weighted_length(text: str) -> int:
    """Return the length on X: Latin letters 1, most others and every emoji 2, a link 23."""
    text = replace_links(_composed(text), "x" * LINK_LENGTH)
    if not text.isascii() and _has(_MAY_BE_EMOJI, text):
        text = _EMOJI.sub("xx", text)
    return len(text) if text.isascii() else len(text) + len(_HEAVY.findall(text))


def threads_length(text: str) -> int:
    """Return the length on Threads: code points, but an emoji counts as its UTF-8 bytes."""
    if text.isascii() or not _has(_MAY_BE_EMOJI, text):
        return len(text)
    emoji = _EMOJI.findall(text)
    joined = "".join(emoji)
    return len(text) - len(joined) + utf8_bytes(joined)


_RULES: Mapping[CountRule, Callable[[str], int]] = MappingProxyType(
    {
        CountRule.GRAPHEMES: graphemes,
        CountRule.SERVER: server_length,
        CountRule.WEIGHTED: weighted_length,
        CountRule.THREADS: threads_length,
        CountRule.UTF16: utf16_units,
    }
)


def count_text(text: str, rule: CountRule) -> int:
    """Return the length of a text by a platform's rule."""
    return _RULES[rule](text)


def _has(pattern: regex.Pattern[str], text: str) -> bool:
    """Tell whether any character matches; looks at each different character only once."""
    return pattern.search("".join(set(text))) is not None


def _composed(text: str) -> str:
    """Return the text with letters and accents joined (NFC).

    Very long rows of accents are left out of it: sorting them takes time that grows with the
    square of their number, and X would not take such a text anyway.
    """
    if text.isascii() or _MANY_MARKS.search(text):
        return text
    return unicodedata.normalize("NFC", text)
