"""Keeps where and when each post went out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from socialcoach.core.planning.publication import (
    FeedPost,
    Publication,
    PublicationStatus,
    Source,
)
from socialcoach.storage.rows import insert_row
from socialcoach.storage.times import from_text, to_text

# The owner's word outranks the meter's; a post not read yet counts as giving until it is.
# Own words for a platform are judged for themselves.
FEED_QUERY = """
    select publication.post_id, publication.platform, publication.at, publication.text,
           coalesce(version.kind, post.kind) as kind,
           case when post.verdict is not null then post.verdict = 'selling'
                else coalesce(version.band, post.band, 'giving') <> 'giving' end as selling
    from publication join post on post.id = publication.post_id
    left join version on version.post_id = post.id and version.platform = publication.platform
    where publication.status = 'out'
"""

# A post that went out on a platform by another way is no longer planned there.
STILL_OPEN = """
    not (publication.status = 'planned' and exists (
        select 1 from publication as other
        where other.post_id = publication.post_id and other.platform = publication.platform
        and other.status = 'out'))
"""


class Publications:
    """Reads and writes publications."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, publication: Publication) -> Publication:
        """Insert a publication (its ``id`` is ignored) and return it with its new id."""
        new_id = insert_row(self._database, "publication", _to_row(publication))
        return replace(publication, id=new_id)

    def save(self, publication: Publication) -> None:
        """Write all fields of a publication that exists."""
        self._database.table("publication").update(publication.id, _to_row(publication))

    def remove(self, publication_id: int) -> None:
        """Forget a publication that did not happen."""
        self._database.table("publication").delete(publication_id)

    def get(self, publication_id: int) -> Publication | None:
        """Return the publication, or None."""
        rows = list(self._database.table("publication").rows_where("id = ?", [publication_id]))
        return _from_row(rows[0]) if rows else None

    def of_post(self, post_id: int) -> list[Publication]:
        """Return the publications of one post, the oldest first."""
        rows = self._database.table("publication").rows_where(
            "post_id = ?", [post_id], order_by="at, id"
        )
        return [_from_row(row) for row in rows]

    def waiting(self) -> list[Publication]:
        """Return what was handed over and not yet confirmed, the oldest first."""
        rows = self._database.table("publication").rows_where(
            "status = ?", [PublicationStatus.HANDED_OVER], order_by="at, id"
        )
        return [_from_row(row) for row in rows]

    def with_status(self, *statuses: PublicationStatus) -> list[Publication]:
        """Return publications of these statuses, the earliest first."""
        marks = ", ".join("?" for _ in statuses)
        rows = self._database.table("publication").rows_where(
            f"status in ({marks})", list(statuses), order_by="at, id"
        )
        return [_from_row(row) for row in rows]

    def put_back(self, publication: Publication) -> Publication:
        """Insert a publication that was removed, under its old id where that is still free."""
        if self.get(publication.id) is not None:
            return self.add(publication)
        self._database.table("publication").insert(_to_row(publication))
        return publication

    def between(
        self,
        begin: datetime,
        end: datetime,
        statuses: tuple[PublicationStatus, ...] = tuple(PublicationStatus),
    ) -> list[Publication]:
        """Return what happened or is planned from ``begin`` until before ``end``, in order.

        A plan is left out once the post is out on that platform.
        """
        marks = ", ".join("?" for _ in statuses)
        rows = self._database.table("publication").rows_where(
            f"status in ({marks}) and at >= ? and at < ? and {STILL_OPEN}",
            [*statuses, to_text(begin), to_text(end)],
            order_by="at, id",
        )
        return [_from_row(row) for row in rows]

    def by_external_key(self, platform: str) -> dict[str, Publication]:
        """Return a platform's publications that carry the platform's own key."""
        rows = self._database.table("publication").rows_where(
            "platform = ? and external_key is not null", [platform]
        )
        return {row["external_key"]: _from_row(row) for row in rows}

    def sent_keys(self, platform: str, since: datetime) -> frozenset[str]:
        """Return the platform's own keys of what was sent from here since a moment and is out."""
        query = (
            "select external_key from publication where platform = ? and status = 'out' "
            "and source = ? and at >= ? and external_key is not null"
        )
        rows = self._database.execute(query, [platform, Source.DIRECT, to_text(since)])
        return frozenset(key for (key,) in rows.fetchall())

    def latest_of_each(self, count: int) -> list[FeedPost]:
        """Return the newest ``count`` publications of every platform, in no order."""
        query = FEED_QUERY + " and publication.platform = ? order by publication.at desc limit ?"
        platforms = self._database.query("select distinct platform from publication")
        keys = [row["platform"] for row in platforms]
        found = (row for key in keys for row in self._database.query(query, [key, count]))
        return [_to_feed_post(row) for row in found]

    def feed(self, limit: int | None = None) -> list[FeedPost]:
        """Return what is out, the newest first, at most ``limit`` publications."""
        query = FEED_QUERY + " order by publication.at desc, publication.id desc"
        if limit is not None:
            query += f" limit {int(limit)}"
        return [_to_feed_post(row) for row in self._database.query(query)]


def _to_row(publication: Publication) -> dict[str, Any]:
    return {
        "id": publication.id,
        "post_id": publication.post_id,
        "platform": publication.platform,
        "status": str(publication.status),
        "at": to_text(publication.at),
        "text": publication.text,
        "permalink": publication.permalink,
        # NULL, not "", so that the unique index allows many publications without a key
        "external_key": publication.external_key or None,
        "source": str(publication.source),
        "planned_for": publication.planned_for and to_text(publication.planned_for),
        # NULL where there is none: most rows have none of these
        "zone": publication.zone or None,
        "account_id": publication.account_id or None,
        "attempt_key": publication.attempt_key or None,
        "problem": publication.problem or None,
    }


def _from_row(row: dict[str, Any]) -> Publication:
    return Publication(
        id=row["id"],
        post_id=row["post_id"],
        platform=row["platform"],
        status=PublicationStatus(row["status"]),
        at=from_text(row["at"]),
        text=row["text"],
        permalink=row["permalink"],
        external_key=row["external_key"] or "",
        source=Source(row["source"]),
        planned_for=row["planned_for"] and from_text(row["planned_for"]),
        zone=row["zone"] or "",
        account_id=row["account_id"] or "",
        attempt_key=row["attempt_key"] or "",
        problem=row["problem"] or "",
    )


def _to_feed_post(row: dict[str, Any]) -> FeedPost:
    return FeedPost(
        post_id=row["post_id"],
        platform=row["platform"],
        at=from_text(row["at"]),
        selling=bool(row["selling"]),
        kind=row["kind"] or "other",
        text=row["text"],
    )
