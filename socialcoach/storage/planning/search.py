"""Finds posts by their words, through the index; takes up what changed since it was last asked."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from socialcoach.core.errors import UserError
from socialcoach.core.planning.found import HIT_START, Found, FoundIn, Wanted, surroundings
from socialcoach.core.planning.post import PostStatus
from socialcoach.storage.planning.search_index import INDEX, make_anew
from socialcoach.storage.times import from_text

AT_ONCE = 500
"""Posts taken up in one go; a matter of hundredths of a second."""


class PostSearch:
    """Finds posts. A damaged index is made anew; the posts themselves are never touched."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def behind(self) -> int:
        """Return how many posts the index has yet to take up."""
        return self._database.table("search_stale").count

    def catch_up(self) -> None:
        """Take up what changed; a damaged index is made anew."""
        try:
            self._take_up()
        except UserError as error:
            self._mend(error)
            self._take_up()

    def find(self, wanted: Wanted, *, with_out: bool, limit: int) -> list[Found]:
        """Return posts with all these words, each of which may be unfinished.

        Open drafts come first, then the newest; ``with_out`` looks at posts that are out too.
        """
        if not wanted:
            return []
        try:
            return self._find(wanted, with_out, limit)
        except UserError as error:
            self._mend(error)
            self._take_up()
            return self._find(wanted, with_out, limit)

    def _find(self, wanted: Wanted, with_out: bool, limit: int) -> list[Found]:
        statuses = [PostStatus.DRAFT, PostStatus.READY, *([PostStatus.OUT] if with_out else [])]
        marks = ", ".join("?" for _ in statuses)
        rows = self._rows(
            "select p.id, p.text, p.notes, p.status, p.updated_at, "
            "coalesce((select group_concat(text, char(10)) from version where post_id = p.id), '') "
            f"as versions from {INDEX} s join post p on p.id = s.rowid "
            f"where {INDEX} match ? and p.status in ({marks}) "
            "order by p.status = ?, p.updated_at desc, p.id desc limit ?",
            [_query(wanted), *statuses, PostStatus.OUT, limit],
        )
        return [_found(row, wanted) for row in rows]

    def _rows(self, sql: str, values: list[Any]) -> list[dict[str, Any]]:
        """Run a query by way of ``execute``, which explains what went wrong."""
        cursor = self._database.execute(sql, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def _take_up(self) -> None:
        while self.behind():
            with self._database.atomic():
                self._take_up_some()

    def _take_up_some(self) -> None:
        """Take up a few posts, so that nobody who wants to write meanwhile waits long."""
        # A plain write first: it waits its turn, where a read that turns into a write would fail.
        self._database.execute("delete from search_stale where post_id is null")
        some = f"(select post_id from search_stale order by post_id limit {AT_ONCE})"
        self._database.execute(f"delete from {INDEX} where rowid in {some}")
        self._database.execute(
            f"insert into {INDEX} (rowid, text, notes, versions) "
            "select id, text, notes, coalesce((select group_concat(text, char(10)) "
            "from version where post_id = post.id), '') "
            f"from post where id in {some}"
        )
        self._database.execute(f"delete from search_stale where post_id in {some}")

    def _mend(self, error: UserError) -> None:
        if error.code != "database.damaged":
            raise error
        make_anew(self._database)


def _query(wanted: Wanted) -> str:
    """Return the words in the search's own language, in which signs have meanings."""
    return " AND ".join(
        "(" + " OR ".join(f'"{one}"*' for one in spellings) + ")" for spellings in wanted
    )


def _found(row: dict[str, Any], wanted: Wanted) -> Found:
    around, place = "", FoundIn.TEXT
    for place in FoundIn:
        around = surroundings(row[place], wanted)
        if HIT_START in around:
            break
    return Found(
        post_id=row["id"],
        title=next((line.strip() for line in row["text"].splitlines() if line.strip()), ""),
        around=around,
        place=place,
        is_out=row["status"] == PostStatus.OUT,
        updated_at=from_text(row["updated_at"]),
    )
