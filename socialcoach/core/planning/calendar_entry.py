"""What stands on the days of the calendar: a post at a time, on one platform or several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from socialcoach.core.planning.calendar_status import MOVABLE, EntryStatus, entry_status
from socialcoach.core.planning.post import Post
from socialcoach.core.planning.publication import Publication, PublicationStatus


@dataclass(frozen=True)
class Entry:
    """One post at one moment.

    ``at`` is in UTC; ``publications`` are its rows, one a platform, all of one status. ``name`` is
    the first line, or what the idea is called while there is no text. ``selling`` is the owner's
    word or the meter's, None when the post was not read yet. ``zone`` is the IANA name in whose
    wall clock the time was set.
    """

    post: Post
    publications: tuple[Publication, ...]
    at: datetime
    status: EntryStatus

    @property
    def platforms(self) -> tuple[str, ...]:
        """Return the keys of its platforms, in order."""
        return tuple(dict.fromkeys(one.platform for one in self.publications))

    @property
    def name(self) -> str:
        """Return the first line of the post, or of the note that says what the idea is."""
        return self.post.title or first_line(self.post.notes)

    @property
    def selling(self) -> bool:
        """Tell whether it sells; a post nobody has read yet counts as giving, as in the feed."""
        return bool(self.post.selling)

    @property
    def zone(self) -> str:
        """Return the zone in whose wall clock it was planned; empty when it never was."""
        return self.publications[0].zone

    @property
    def is_movable(self) -> bool:
        """Tell whether it may be given another day."""
        planned = all(one.status is PublicationStatus.PLANNED for one in self.publications)
        return planned and self.status in MOVABLE

    @property
    def key(self) -> tuple[int, ...]:
        """Return what tells it from others: the ids of its publications."""
        return tuple(sorted(one.id for one in self.publications))


def first_line(text: str) -> str:
    """Return the first line with something on it."""
    return next((line.strip() for line in text.splitlines() if line.strip()), "")


def entries_of(
    placed: Iterable[tuple[Post, Publication]], now: datetime, zone: ZoneInfo
) -> tuple[Entry, ...]:
    """Return the entries of these posts, in the order of time.

    Rows of one post with one status stand together: planned ones when they are set for the same
    moment, all others when they went out on the same day. The earliest row gives the time.
    """
    groups: dict[tuple[object, ...], list[tuple[Post, Publication]]] = {}
    for post, publication in placed:
        status = entry_status(post, publication, now)
        if status is not None:
            key = (post.id, status, publication.status, _together(publication, zone))
            groups.setdefault(key, []).append((post, publication))
    entries = [_entry(group, now) for group in groups.values()]
    return tuple(sorted(entries, key=lambda entry: (entry.at, entry.post.id, entry.key)))


def by_day(entries: Iterable[Entry], zone: ZoneInfo) -> Mapping[date, tuple[Entry, ...]]:
    """Return the entries of each day as the zone's calendar sees it, in the order of time."""
    days: dict[date, tuple[Entry, ...]] = {}
    for entry in entries:
        day = entry.at.astimezone(zone).date()
        days[day] = (*days.get(day, ()), entry)
    return days


def _together(publication: Publication, zone: ZoneInfo) -> object:
    if publication.status is PublicationStatus.PLANNED:
        return publication.at
    return publication.at.astimezone(zone).date()


def _entry(group: list[tuple[Post, Publication]], now: datetime) -> Entry:
    rows = tuple(sorted((row for _post, row in group), key=lambda row: (row.at, row.id)))
    post = group[0][0]
    status = entry_status(post, rows[0], now)
    if status is None:
        raise ValueError("a post without a place in the calendar is no entry")
    return Entry(post, rows, rows[0].at, status)
