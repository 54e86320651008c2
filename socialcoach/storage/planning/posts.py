"""Keeps posts: one row each, the reading beside the text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from socialcoach.core.planning.post import Post, PostStatus, SavedReading, Verdict
from socialcoach.storage.rows import insert_row
from socialcoach.storage.times import from_text, to_text

BLANK = "char(9, 10, 11, 12, 13, 32, 160)"

# What is kept elsewhere comes along in the same reading, so that lists ask once and not per post.
# Own words matter here only while the post has no text of its own; an empty text is short to trim.
COLUMNS = f"""
    post.*,
    (select count(*) from picture where post_id = post.id and removed_at is null) as pictures,
    case when trim(post.text, {BLANK}) <> '' then '' else coalesce(
        (select version.text from version where version.post_id = post.id
         and trim(version.text, {BLANK}) <> '' order by platform limit 1), '') end as own_words
"""

_PUT_READING = """
    update post
    set pitch = :pitch, band = :band, kind = :kind, pressure = :pressure,
        meter_version = :meter_version
    where id = :id
"""


class Posts:
    """Reads and writes posts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, post: Post) -> Post:
        """Insert a post (its ``id`` is ignored) and return it with its new id."""
        return replace(post, id=insert_row(self._database, "post", _to_row(post)))

    def save(self, post: Post) -> None:
        """Write all fields of a post that exists."""
        self._database.table("post").update(post.id, _to_row(post))

    def get(self, post_id: int) -> Post | None:
        """Return the post, or None when there is none with this id."""
        rows = list(self._database.table("post").rows_where("id = ?", [post_id], select=COLUMNS))
        return _from_row(rows[0]) if rows else None

    def of_ids(self, ids: Iterable[int]) -> dict[int, Post]:
        """Return the posts with these ids that there are."""
        wanted = json.dumps(sorted(set(ids)))
        rows = self._database.table("post").rows_where(
            "id in (select value from json_each(?))", [wanted], select=COLUMNS
        )
        return {row["id"]: _from_row(row) for row in rows}

    def with_status(self, *statuses: PostStatus) -> list[Post]:
        """Return posts of these statuses, the newest change first."""
        marks = ", ".join("?" for _ in statuses)
        rows = self._database.table("post").rows_where(
            f"status in ({marks})",
            list(statuses),
            order_by="updated_at desc, id desc",
            select=COLUMNS,
        )
        return [_from_row(row) for row in rows]

    def without_a_day(self) -> list[Post]:
        """Return ideas and open posts that are neither planned nor handed over, newest first."""
        rows = self._database.table("post").rows_where(
            "status in (?, ?, ?) and not exists "
            "(select 1 from publication where publication.post_id = post.id)",
            [PostStatus.IDEA, PostStatus.DRAFT, PostStatus.READY],
            order_by="updated_at desc, id desc",
            select=COLUMNS,
        )
        return [_from_row(row) for row in rows]

    def with_verdict(self) -> list[Post]:
        """Return posts the owner has judged, the newest change first, thrown-away ones left out."""
        rows = self._database.table("post").rows_where(
            "verdict is not null and status <> ?",
            [PostStatus.DELETED],
            order_by="updated_at desc, id desc",
            select=COLUMNS,
        )
        return [_from_row(row) for row in rows]

    def with_older_reading(self, version: str, limit: int) -> list[Post]:
        """Return published posts that this version of the meter has not read, at most ``limit``."""
        rows = self._database.table("post").rows_where(
            "status = ? and (meter_version is null or meter_version <> ?)",
            [PostStatus.OUT, version],
            limit=limit,
            select=COLUMNS,
        )
        return [_from_row(row) for row in rows]

    def save_readings(self, readings: Iterable[tuple[int, SavedReading]]) -> None:
        """Write what the meter said of several posts, all or none."""
        rows = [{"id": post_id, **_reading_columns(reading)} for post_id, reading in readings]
        with self._database.atomic():
            # one statement for all: looking the table up anew for each post takes longer than it
            self._database.conn.executemany(_PUT_READING, rows)

    def remove(self, post_id: int) -> bool:
        """Take the post away for good and return whether it is gone.

        It stays when it was handed over, when it has own words for a platform or a picture, and
        when there are earlier texts of it.
        """
        kept_by = {
            "publication": "post_id = ?",
            "version": "post_id = ? and trim(text) <> ''",
            "picture": "post_id = ? and removed_at is null",
            "snapshot": "post_id = ?",
        }
        for table, rows in kept_by.items():
            if self._database.table(table).count_where(rows, [post_id]):
                return False
        self._database.table("post").delete(post_id)
        return True


def _to_row(post: Post) -> dict[str, Any]:
    return {
        "id": post.id,
        "text": post.text,
        "status": str(post.status),
        "created_at": to_text(post.created_at),
        "updated_at": to_text(post.updated_at),
        "platforms": json.dumps(post.platforms),
        "notes": post.notes,
        "idea": post.idea,
        "verdict": post.verdict and str(post.verdict),
        **_reading_columns(post.reading),
    }


def _reading_columns(reading: SavedReading | None) -> dict[str, Any]:
    return {
        "pitch": reading and reading.pitch,
        "band": reading and reading.band,
        "kind": reading and reading.kind,
        "pressure": reading and reading.pressure,
        "meter_version": reading and reading.version,
    }


def _from_row(row: dict[str, Any]) -> Post:
    return Post(
        id=row["id"],
        text=row["text"],
        status=PostStatus(row["status"]),
        created_at=from_text(row["created_at"]),
        updated_at=from_text(row["updated_at"]),
        platforms=tuple(json.loads(row["platforms"])),
        notes=row["notes"],
        idea=row["idea"],
        verdict=Verdict(row["verdict"]) if row["verdict"] else None,
        reading=_reading(row),
        pictures=row["pictures"],
        own_words=row["own_words"],
    )


def _reading(row: dict[str, Any]) -> SavedReading | None:
    if row["pitch"] is None:
        return None
    return SavedReading(
        row["pitch"], row["band"], row["kind"], row["pressure"], row["meter_version"]
    )
