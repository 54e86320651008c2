"""Posts with figures and a known hour, to compare the times at which the owner posts."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from sqlite_utils import Database

from socialcoach.core.progress.best_times import TimedPost
from socialcoach.core.progress.months import MonthSpan
from socialcoach.storage.progress.month_sums import RESPONSES
from socialcoach.storage.times import from_text, to_text

NEWEST = 1_000
"""Posts looked at; more would no longer change what is found."""

# Without a note the hour is known: SocialCoach itself saw the post go out.
QUERY = f"""
    select publication.platform, publication.at,
           coalesce(numbers.reach, numbers.views) as seen, {RESPONSES} as responses
    from publication join numbers on numbers.publication_id = publication.id
    where publication.status = 'out' and coalesce(publication.time_known, 1) = 1
          and publication.at >= ? and publication.at < ?
          and seen > 0 and responses is not null
    order by publication.at desc limit ?
"""


class TimedPosts:
    """Reads posts with their hour."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def between(self, first: MonthSpan, last: MonthSpan, zone: ZoneInfo) -> list[TimedPost]:
        """Return the posts of these months, the newest first; their moments are local."""
        values = [to_text(first.start), to_text(last.end), NEWEST]
        rows = self._database.execute(QUERY, values).fetchall()
        return [
            TimedPost(platform, from_text(at).astimezone(zone), seen, responses)
            for platform, at, seen, responses in rows
        ]
