"""What is planned: which rows fall due, and the plan as the feed's rule sees it."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from socialcoach.core.planning.post import Post
from socialcoach.core.planning.publication import FeedPost, Publication, PublicationStatus, Source
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.publications import STILL_OPEN, Publications
from socialcoach.storage.times import from_text, to_text

Placed = tuple[Post, Publication]

BEGINNING = datetime.fromisoformat("0001-01-02T00:00:00+00:00")
END = datetime.fromisoformat("9999-12-30T00:00:00+00:00")
PLANNED = (PublicationStatus.PLANNED,)

# Thrown-away posts keep their rows, so that bringing them back brings the plan back too.
# Own words for a platform are judged for themselves, before they go out as after.
PLAN_QUERY = f"""
    select publication.post_id, publication.platform, publication.at,
           coalesce(version.kind, post.kind) as kind,
           case when post.verdict is not null then post.verdict = 'selling'
                else coalesce(version.band, post.band, 'giving') <> 'giving' end as selling
    from publication join post on post.id = publication.post_id
    left join version on version.post_id = post.id and version.platform = publication.platform
    where publication.status = 'planned' and publication.at > ? and publication.at < ?
    and post.status <> 'deleted' and {STILL_OPEN}
"""


class PlannedPosts:
    """Reads posts together with their places in time."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._posts = Posts(database)
        self._publications = Publications(database)

    def between(self, begin: datetime, end: datetime) -> list[Placed]:
        """Return what happened or is planned from ``begin`` until before ``end``, with its post."""
        return self._with_posts(self._publications.between(begin, end))

    def planned_from(self, begin: datetime) -> list[Placed]:
        """Return everything planned for ``begin`` or later."""
        return self._with_posts(self._publications.between(begin, END, PLANNED))

    def planned_until(self, end: datetime) -> list[Placed]:
        """Return what was planned for before ``end`` and did not go out."""
        return self._with_posts(self._publications.between(BEGINNING, end, PLANNED))

    def next_after(self, moment: datetime) -> datetime | None:
        """Return when the next planned post is due, None when there is none."""
        found = list(
            self._database.query(
                f"select min(at) as at from ({PLAN_QUERY})", [to_text(moment), to_text(END)]
            )
        )
        return from_text(found[0]["at"]) if found[0]["at"] else None

    def feed_after(self, moment: datetime, end: datetime | None = None) -> list[FeedPost]:
        """Return the plan as posts of the feed: what is to go out after ``moment``."""
        span = [to_text(moment), to_text(end or END)]
        return [
            FeedPost(
                post_id=row["post_id"],
                platform=row["platform"],
                at=from_text(row["at"]),
                selling=bool(row["selling"]),
                kind=row["kind"] or "other",
            )
            for row in self._database.query(PLAN_QUERY, span)
        ]

    def zones_after(self, moment: datetime) -> set[str]:
        """Return the zones by whose clocks something is planned after ``moment``."""
        query = (
            "select distinct publication.zone as zone from publication "
            "where status = ? and at > ? and zone is not null"
        )
        rows = self._database.query(query, [PublicationStatus.PLANNED, to_text(moment)])
        return {row["zone"] for row in rows}

    def idea_ids(self) -> frozenset[str]:
        """Return the ideas that have a post which is not out."""
        query = (
            "select distinct idea from post where status in ('idea', 'draft', 'ready') "
            "and idea <> ''"
        )
        return frozenset(row["idea"] for row in self._database.query(query))

    def count_written(self, begin: datetime, end: datetime) -> int:
        """Return how many posts written in SocialCoach went out in a span of time."""
        query = (
            "select count(distinct post_id) as n from publication "
            "where status = 'out' and at >= ? and at < ? and source in (?, ?)"
        )
        sources = [Source.COPY_AND_OPEN, Source.DIRECT]
        rows = self._database.query(query, [to_text(begin), to_text(end), *sources])
        return int(next(iter(rows))["n"])

    def _with_posts(self, rows: list[Publication]) -> list[Placed]:
        posts = self._posts.of_ids(row.post_id for row in rows)
        return [(posts[row.post_id], row) for row in rows if row.post_id in posts]
