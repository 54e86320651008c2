"""Responses of each platform over a stretch of time, with what tells how much posts differ."""

from __future__ import annotations

from sqlite_utils import Database

from socialcoach.core.progress.months import MonthSpan
from socialcoach.storage.progress.month_sums import RESPONSES
from socialcoach.storage.times import to_text

QUERY = f"""
    with one as (
        select publication.platform, {RESPONSES} as responses
        from publication join numbers on numbers.publication_id = publication.id
        where publication.status = 'out' and publication.at >= ? and publication.at < ?
    )
    select platform, count(responses), sum(responses), sum(1.0 * responses * responses)
    from one where responses is not null group by platform
"""

Totals = tuple[int, int, float]
"""Posts with figures, their responses, and the sum of the squares of each post's responses."""


class ResponseTotals:
    """Adds up responses inside the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def between(self, first: MonthSpan, last: MonthSpan) -> dict[str, Totals]:
        """Return the totals of each platform with figures in these months."""
        values = [to_text(first.start), to_text(last.end)]
        rows = self._database.execute(QUERY, values).fetchall()
        return {platform: (posts, total, squares) for platform, posts, total, squares in rows}
