"""Checking one text against one platform: how long it is, and what will not work there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import regex

from socialcoach.core.planning.counting import count_text, graphemes, utf8_bytes
from socialcoach.core.planning.links import find_links, replace_links
from socialcoach.core.planning.platform_facts import (
    CountRule,
    Forbidden,
    LinkRule,
    PlatformFacts,
)

HASHTAG = regex.compile(r"(?<![\w&/#@])[#＃]([\p{L}\p{M}\p{N}_]*[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*)")
"""A hashtag with its sign; the group is the word alone."""

_PHONE = regex.compile(
    r"(?<![\w./-])(?:\+|00|\(?0|\(?[2-9]\d\d\)?[ .-])[\d ()./-]{5,18}\d(?![\w-])"
)
_FEWEST_PHONE_DIGITS = 8


class Unit(StrEnum):
    """What the count counts, for the words beside it."""

    CHARACTERS = "characters"
    X_CHARACTERS = "x_characters"


class NoteCode(StrEnum):
    """What the owner should know about this text on this platform."""

    TOO_LONG = "too_long"
    TOO_MANY_BYTES = "too_many_bytes"
    TITLE_TOO_LONG = "title_too_long"
    TOO_MANY_HASHTAGS = "too_many_hashtags"
    MORE_HASHTAGS_THAN_HELP = "more_hashtags_than_help"
    HASHTAGS_USELESS = "hashtags_useless"
    HASHTAG_TOO_LONG = "hashtag_too_long"
    TOO_MANY_LINKS = "too_many_links"
    LINK_NOT_CLICKABLE = "link_not_clickable"
    LINK_BELONGS_ON_BUTTON = "link_belongs_on_button"
    LINK_BELONGS_IN_FIELD = "link_belongs_in_field"
    PHONE_NUMBER = "phone_number"
    ANGLE_BRACKETS = "angle_brackets"
    HIDDEN_CHARACTERS = "hidden_characters"
    SERVER_MAY_DIFFER = "server_may_differ"


STOPPERS = frozenset(
    {
        NoteCode.TOO_LONG,
        NoteCode.TOO_MANY_BYTES,
        NoteCode.TOO_MANY_HASHTAGS,
        NoteCode.HASHTAG_TOO_LONG,
        NoteCode.TOO_MANY_LINKS,
        NoteCode.PHONE_NUMBER,
        NoteCode.ANGLE_BRACKETS,
        NoteCode.HIDDEN_CHARACTERS,
    }
)
"""The notes that mean the platform would refuse or spoil the text; the others are advice."""


@dataclass(frozen=True)
class Note:
    """One remark; ``figure`` is the number its sentence needs (how many too many, the limit)."""

    code: NoteCode
    figure: int | None = None

    @property
    def stops(self) -> bool:
        """Tell whether the platform would refuse the text because of this."""
        return self.code in STOPPERS


@dataclass(frozen=True)
class TextCheck:
    """The result: ``count`` of ``limit`` in ``unit``; ``over_by`` is 0 when it fits.

    ``hashtag_limit`` is None where the platform sets none.
    """

    count: int
    limit: int
    over_by: int
    unit: Unit
    hashtags: int
    hashtag_limit: int | None
    notes: tuple[Note, ...] = ()

    @property
    def fits(self) -> bool:
        """Tell whether the text can go out there as it is."""
        return not any(note.stops for note in self.notes)


def check_text(text: str, facts: PlatformFacts, limit: int | None = None) -> TextCheck:
    """Check a text against a platform; ``limit`` is the own server's where it differs."""
    allowed = facts.text.limit if limit is None else limit
    count = count_text(text, facts.text.rule)
    hashtags = find_hashtags(text)
    over = max(0, count - allowed)
    notes = [
        *([Note(NoteCode.TOO_LONG, over)] if over else []),
        *_length_notes(text, facts, asked_server=limit is not None),
        *_hashtag_notes(hashtags, facts),
        *_link_notes(text, facts),
        *_forbidden_notes(text, facts),
    ]
    unit = Unit.X_CHARACTERS if facts.text.rule is CountRule.WEIGHTED else Unit.CHARACTERS
    return TextCheck(count, allowed, over, unit, len(hashtags), facts.hashtags.limit, tuple(notes))


def find_hashtags(text: str) -> list[str]:
    """Return the hashtags without their sign; ``#1`` and the end of a web address are none."""
    if "#" not in text and "＃" not in text:
        return []
    return HASHTAG.findall(replace_links(text, " "))


def _length_notes(text: str, facts: PlatformFacts, *, asked_server: bool) -> list[Note]:
    most_bytes = facts.text.bytes_limit
    too_many = utf8_bytes(text) - most_bytes if most_bytes is not None else 0
    notes = [Note(NoteCode.TOO_MANY_BYTES, too_many)] if too_many > 0 else []
    title = facts.text.title_limit
    first_line = text.strip().partition("\n")[0]
    if title is not None and not facts.text.title_at_times and graphemes(first_line) > title:
        notes.append(Note(NoteCode.TITLE_TOO_LONG, title))
    if facts.text.per_server and not asked_server:
        notes.append(Note(NoteCode.SERVER_MAY_DIFFER, facts.text.limit))
    return notes


def _hashtag_notes(hashtags: list[str], facts: PlatformFacts) -> list[Note]:
    rule = facts.hashtags
    notes = []
    if rule.limit is not None and len(hashtags) > rule.limit:
        notes.append(Note(NoteCode.TOO_MANY_HASHTAGS, rule.limit))
    elif hashtags and rule.helpful == 0:
        notes.append(Note(NoteCode.HASHTAGS_USELESS))
    elif len(hashtags) > rule.helpful:
        notes.append(Note(NoteCode.MORE_HASHTAGS_THAN_HELP, rule.helpful))
    if rule.longest is not None and any(graphemes(tag) > rule.longest for tag in hashtags):
        notes.append(Note(NoteCode.HASHTAG_TOO_LONG, rule.longest))
    return notes


_LINK_ADVICE = {
    LinkRule.PLAIN: NoteCode.LINK_NOT_CLICKABLE,
    LinkRule.BUTTON: NoteCode.LINK_BELONGS_ON_BUTTON,
    LinkRule.OWN_FIELD: NoteCode.LINK_BELONGS_IN_FIELD,
}


def _link_notes(text: str, facts: PlatformFacts) -> list[Note]:
    links = find_links(text)
    if not links:
        return []
    if facts.links.most is not None and len(links) > facts.links.most:
        return [Note(NoteCode.TOO_MANY_LINKS, facts.links.most)]
    code = _LINK_ADVICE.get(facts.links.rule)
    return [Note(code)] if code else []


def _forbidden_notes(text: str, facts: PlatformFacts) -> list[Note]:
    notes = []
    if Forbidden.PHONE_NUMBER in facts.text.forbidden and has_phone_number(text):
        notes.append(Note(NoteCode.PHONE_NUMBER))
    if Forbidden.ANGLE_BRACKETS in facts.text.forbidden and ("<" in text or ">" in text):
        notes.append(Note(NoteCode.ANGLE_BRACKETS))
    if _has_hidden_characters(text):
        notes.append(Note(NoteCode.HIDDEN_CHARACTERS))
    return notes


def has_phone_number(text: str) -> bool:
    """Tell whether something in the text looks like a telephone number of eight or more digits."""
    found = (match.group() for match in _PHONE.finditer(replace_links(text, " ")))
    return any(sum(sign.isdigit() for sign in number) >= _FEWEST_PHONE_DIGITS for number in found)


def _has_hidden_characters(text: str) -> bool:
    """Tell whether there are control characters or broken halves that no platform takes."""
    return any(
        (sign < " " and sign not in "\n\r\t") or "\ud800" <= sign <= "\udfff" for sign in set(text)
    )
