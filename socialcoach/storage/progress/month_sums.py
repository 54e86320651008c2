"""Adds up what went out by month and platform, inside the database.

Fifty thousand posts become some hundred rows here, so that Progress opens at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from socialcoach.core.progress.month_mix import MonthMix
from socialcoach.core.progress.months import MonthSpan
from socialcoach.core.progress.overview import PlatformMonth, Unseen
from socialcoach.core.progress.rates import ResponseSums
from socialcoach.storage.times import to_text

RESPONSES = """
    case when coalesce(likes, comments, shares, saves) is not null
         then coalesce(likes, 0) + coalesce(comments, 0) + coalesce(shares, 0) + coalesce(saves, 0)
    end
"""

# The owner's word outranks the meter's; "unread" is what neither of them has judged. A post counts
# once over all platforms, where it went out first; the plus signs there keep SQLite on the index by
# post, without which the search grows with the square of the posts.
ONE_ROW_EACH = f"""
    select span.month, publication.platform, numbers.reach, numbers.views,
           {RESPONSES} as responses,
           case when post.verdict is not null then post.verdict = 'selling'
                else coalesce(post.band, 'giving') <> 'giving' end as selling,
           post.verdict is null and post.band is null as unread,
           not exists (
               select 1 from publication as other
               where other.post_id = publication.post_id and +other.status = 'out'
                     and (+other.at, other.id) < (publication.at, publication.id)
           ) as first
    from span
    join publication on publication.status = 'out'
         and publication.at >= span.begin and publication.at < span.finish
    join post on post.id = publication.post_id
    left join numbers on numbers.publication_id = publication.id
"""


UNSEEN = "coalesce(reach, 0) = 0 and coalesce(views, 0) = 0"
"""Open networks tell likes and replies, and not how many people saw a post."""

ENOUGH_FOR_KINDS = 2_000
"""Posts looked at to compare kinds."""


@dataclass(frozen=True)
class MonthRow:
    """A month on one platform, and its share in the mix over all platforms."""

    on_platform: PlatformMonth
    first_out: MonthMix


def month_rows(database: Database, spans: Sequence[MonthSpan]) -> list[MonthRow]:
    """Return the sums of each month and platform in which something went out.

    ``materialized`` makes the database work out each post once and not once for every sum.
    """
    if not spans:
        return []
    marks = ", ".join("(?, ?, ?)" for _ in spans)
    query = f"""
        with span(month, begin, finish) as (values {marks}),
             one as materialized ({ONE_ROW_EACH})
        select month, platform, count(*), sum(selling), sum(unread),
               sum(first), sum(selling and first), sum(unread and first),
               {_five_sums("reach")}, {_five_sums("views")},
               count(responses) filter (where {UNSEEN}),
               coalesce(sum(responses) filter (where {UNSEEN}), 0)
        from one group by month, platform
    """
    values = [part for one in spans for part in (one.month, to_text(one.start), to_text(one.end))]
    return [_month_row(row) for row in database.execute(query, values).fetchall()]


def first_and_last(database: Database) -> tuple[str, str] | None:
    """Return when the first and the last post went out (UTC text), or None."""
    # Two questions: each is one look into the index, both at once would read every entry.
    found = [
        database.execute(f"select {which}(at) from publication where status = 'out'").fetchone()[0]
        for which in ("min", "max")
    ]
    return (found[0], found[1]) if found[0] else None


def last_before(database: Database, moment: datetime) -> str | None:
    """Return when the last post before a moment went out (UTC text), or None."""
    query = "select max(at) from publication where status = 'out' and at < ?"
    (last,) = database.execute(query, [to_text(moment)]).fetchone()
    return str(last) if last else None


def kind_posts(database: Database, first: MonthSpan, last: MonthSpan) -> list[tuple[str, int, int]]:
    """Return kind, who saw and who responded of each post with figures in a stretch of months.

    Who saw is people where the platform says so, else views. The newest posts are enough: their
    middle no longer moves with more of them.
    """
    query = f"""
        select post.kind, coalesce(numbers.reach, numbers.views) as seen, {RESPONSES} as responses
        from publication
        join post on post.id = publication.post_id
        join numbers on numbers.publication_id = publication.id
        where publication.status = 'out' and publication.at >= ? and publication.at < ?
              and post.kind is not null and seen > 0 and responses is not null
        order by publication.at desc limit ?
    """
    values = [to_text(first.start), to_text(last.end), ENOUGH_FOR_KINDS]
    return list(database.execute(query, values).fetchall())


def _five_sums(seen: str) -> str:
    known = f"{seen} > 0 and responses is not null"
    y = f"min(responses, {seen})"
    sums = ("1", seen, f"1.0 * {seen} * {seen}", y, f"1.0 * {y} * {y} / {seen}")
    return ", ".join(f"coalesce(sum({one}) filter (where {known}), 0)" for one in sums)


def _month_row(row: tuple[Any, ...]) -> MonthRow:
    month, platform = row[:2]
    here = PlatformMonth(
        month,
        platform,
        MonthMix(month, *row[2:5]),
        people=ResponseSums(*row[8:13]),
        views=ResponseSums(*row[13:18]),
        unseen=Unseen(*row[18:20]),
    )
    return MonthRow(here, MonthMix(month, *row[5:8]))
