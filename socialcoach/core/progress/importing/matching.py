"""Tells imported posts that are new from those the app already knows."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from socialcoach.core.progress.importing.links import comparable
from socialcoach.core.progress.importing.records import ImportedPost

SAME_POST_WITHIN = timedelta(days=3)
"""A post handed over by copy-and-open and one imported with its words are one within this time."""

SAME_DAY_WITHIN = timedelta(hours=36)

_LINK = re.compile(r"https?://\S+")
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A publication that is known, as far as an import can change it; ``at`` is in UTC.

    ``counts`` follow the order of ``layouts.COUNTS``.
    """

    publication_id: int
    at: datetime
    permalink: str
    key: str
    imported: bool
    out: bool
    text_hash: int
    counts: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """How an entry should look after the import.

    ``text`` and ``time_known`` are None where they stay as they are.
    """

    entry: Entry
    at: datetime
    time_known: bool | None
    permalink: str
    key: str
    text: str | None
    counts: tuple[int | None, ...]


class Known:
    """All publications on one platform, found by key, link or words."""

    def __init__(self, entries: Iterable[tuple[Entry, str]]) -> None:
        """``entries`` come with their texts, which are not kept."""
        self._by_key: dict[str, Entry] = {}
        self._with_link: list[Entry] = []
        self._by_words: dict[str, list[Entry]] = {}
        self._taken: set[int] = set()
        for entry, text in entries:
            self._keep(entry, text)

    def find(self, post: ImportedPost) -> Entry | None:
        """Return the entry that is this post; each entry is given away once."""
        entry = self._by_key.get(post.key) or self._find_by_link(post) or self._find_by_words(post)
        if entry is None or entry.publication_id in self._taken:
            return None
        self._taken.add(entry.publication_id)
        return entry

    def _keep(self, entry: Entry, text: str) -> None:
        if entry.key:
            self._by_key[entry.key] = entry
        if entry.permalink:
            self._with_link.append(entry)
        if not is_own_id(entry.key) and not (entry.imported and entry.permalink):
            self._by_words.setdefault(words_of(text), []).append(entry)

    @cached_property
    def _by_link(self) -> dict[str, Entry]:
        """Built only when a key is not known, which costs as much as all the rest."""
        return {comparable(entry.permalink): entry for entry in self._with_link}

    def _find_by_link(self, post: ImportedPost) -> Entry | None:
        if not self._with_link or not post.permalink:
            return None
        entry = self._by_link.get(comparable(post.permalink))
        if entry is None or (is_own_id(entry.key) and is_own_id(post.key)):
            return None
        return entry

    def _find_by_words(self, post: ImportedPost) -> Entry | None:
        if not self._by_words or not post.text:
            return None
        near = [
            entry
            for entry in self._by_words.get(words_of(post.text), ())
            if entry.publication_id not in self._taken
            and abs(entry.at - post.at) <= SAME_POST_WITHIN
        ]
        return min(near, key=lambda entry: abs(entry.at - post.at), default=None)


class Matching:
    """Decides post by post what has to be written, and keeps count."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self.new = self.changed = self.unchanged = 0

    def outcome(self, post: ImportedPost) -> ImportedPost | Change | None:
        """Return the post when it is new, a change when it has news, else None."""
        entry = self._known.find(post)
        if entry is None:
            self.new += 1
            return post
        change = change_to(entry, post)
        self.changed += change is not None
        self.unchanged += change is None
        return change


def change_to(entry: Entry, post: ImportedPost) -> Change | None:
    """Return what the import changes in an entry, or None when it says nothing new.

    What the file does not report stays; a day without a time does not replace a time; the owner's
    own text stays where SocialCoach wrote it.
    """
    text = post.text if entry.imported and post.text else None
    if text is not None and hash(text) == entry.text_hash:
        text = None
    known = zip(post.counts, entry.counts, strict=True)
    stays = not post.time_known and abs(entry.at - post.at) <= SAME_DAY_WITHIN
    change = Change(
        entry,
        entry.at if stays else post.at,
        None if stays else post.time_known,
        post.permalink or entry.permalink,
        post.key if is_own_id(post.key) or not entry.key else entry.key,
        text,
        tuple([old if new is None else new for new, old in known]),
    )
    return change if text is not None or not entry.out or _differs(change) else None


def is_own_id(key: str) -> bool:
    """Tell whether a key is the platform's own id rather than a link or a mark of the words."""
    return bool(key) and "/" not in key and not key.startswith("text:")


def words_of(text: str) -> str:
    """Return a mark of the words alone: links, blanks, signs and letter case do not count."""
    plain = unicodedata.normalize("NFKC", _LINK.sub("", text)).casefold()
    words = _NOT_WORD.sub("", plain) or text.strip()
    return hashlib.blake2b(words.encode("utf-8", "replace"), digest_size=16).hexdigest()


def _differs(change: Change) -> bool:
    entry = change.entry
    before = (entry.at, entry.permalink, entry.key, entry.counts)
    return (change.at, change.permalink, change.key, change.counts) != before
