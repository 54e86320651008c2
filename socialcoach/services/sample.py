"""The sample business: a bakery that never was, with the year that led up to today."""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from socialcoach.core.planning.post import Post, PostStatus, Verdict
from socialcoach.core.planning.publication import Publication, PublicationStatus, Source
from socialcoach.core.progress.numbers import Numbers
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.sample_calendar import add_sample_plan
from socialcoach.services.sample_outreach import add_sample_outreach
from socialcoach.services.sample_people import add_sample_conversations
from socialcoach.services.sample_progress import add_sample_followers, add_sample_reviews
from socialcoach.services.sample_writing import add_sample_writing
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.publications import Publications
from socialcoach.storage.progress.effort import Effort
from socialcoach.storage.progress.numbers import NumberStore
from socialcoach.storage.strategy.strategies import Strategies, strategy_from_json

SELLING_KINDS = ("offer", "product", "event", "brag")
"""The kinds of the sample file that sell."""

CHANGE_DAYS_AGO = 150
"""When the sample owner changed her ways: older posts are the "before", newer ones the "after"."""


@dataclass(frozen=True)
class PlacedPost:
    """A sample post with the moment it went out, in UTC."""

    at: datetime
    raw: dict[str, Any]


def fill_with_sample(database: Database, folder: Path, now: datetime) -> Strategy:
    """Fill an empty database with the sample business and return its strategy."""
    strategy = _strategy(folder, now)
    zone = ZoneInfo(strategy.business.zone)
    with database.atomic():
        Strategies(database).save(strategy, now)
        for placed in placed_posts(folder / "posts.jsonl", now, zone):
            _add_post(database, placed)
        _add_drafts(database, folder / "drafts.json", now)
        add_sample_writing(database, folder, now)
        add_sample_plan(database, folder, strategy, now)
        add_sample_conversations(database, folder, now)
        add_sample_outreach(database, folder, now, zone)
        _add_effort(database, folder, now.astimezone(zone).date())
        today = now.astimezone(zone).date()
        add_sample_followers(database, today, CHANGE_DAYS_AGO)
        add_sample_reviews(database, today)
    return strategy


def judge_like_the_owner(database: Database, folder: Path, now: datetime) -> None:
    """Let the sample owner put the meter right on her posts since she changed her ways.

    Call it after the meter has read them; only where it differs from her does she say so.
    """
    sells = {raw["text"]: raw["kind"] in SELLING_KINDS for raw in _lines(folder / "posts.jsonl")}
    posts = Posts(database)
    since = now - timedelta(days=CHANGE_DAYS_AGO)
    with database.atomic():
        for post in posts.with_status(PostStatus.OUT):
            differs = post.selling is not sells.get(post.text, post.selling)
            if differs and post.created_at > since:
                said = Verdict.SELLING if sells[post.text] else Verdict.GIVING
                posts.save(replace(post, verdict=said))


def placed_posts(file: Path, now: datetime, zone: ZoneInfo) -> list[PlacedPost]:
    """Return the sample posts of the year before ``now``, the oldest first.

    The file names days without a year; each falls on its latest day before today.
    """
    today = now.astimezone(zone).date()
    placed = [_placed(raw, today, zone) for raw in _lines(file)]
    fitting = [post for post in placed if _belongs(post, now)]
    return sorted(fitting, key=lambda post: post.at)


def latest_day_before(month_day: str, today: date) -> date:
    """Return the latest date before ``today`` with this ``MM-DD``; 29 February may be the 28th."""
    month, day = (int(part) for part in month_day.split("-"))
    for year in (today.year, today.year - 1):
        found = date(year, month, min(day, monthrange(year, month)[1]))
        if found < today:
            return found
    raise ValueError(f"no day {month_day} before {today}")


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def _placed(raw: dict[str, Any], today: date, zone: ZoneInfo) -> PlacedPost:
    day = latest_day_before(raw["day"], today)
    local = datetime.combine(day, time.fromisoformat(raw["time"]), zone)
    return PlacedPost(local.astimezone(UTC), raw)


def _belongs(post: PlacedPost, now: datetime) -> bool:
    is_old = (now - post.at).days > CHANGE_DAYS_AGO
    return {"any": True, "before": is_old, "after": not is_old}[post.raw["phase"]]


def _add_post(database: Database, placed: PlacedPost) -> None:
    raw = placed.raw
    platforms = tuple(raw["platforms"])
    post = Posts(database).add(
        Post(0, raw["text"], PostStatus.OUT, placed.at, placed.at, platforms=platforms)
    )
    for platform in platforms:
        publication = Publications(database).add(
            Publication(
                id=0,
                post_id=post.id,
                platform=platform,
                status=PublicationStatus.OUT,
                at=placed.at,
                text=post.text,
                source=Source.SAMPLE,
            )
        )
        figures = raw["numbers"].get(platform)
        if figures:
            NumberStore(database).put(publication.id, Numbers(**figures), placed.at)


def _add_drafts(database: Database, file: Path, now: datetime) -> None:
    for raw in json.loads(file.read_text(encoding="utf-8")):
        at = now - timedelta(minutes=raw["minutes_ago"])
        Posts(database).add(
            Post(
                id=0,
                text=raw["text"],
                status=PostStatus.DRAFT,
                created_at=at,
                updated_at=at,
                platforms=tuple(raw["platforms"]),
                notes=raw["notes"],
            )
        )


def _add_effort(database: Database, folder: Path, today: date) -> None:
    effort = Effort(database)
    for raw in json.loads((folder / "minutes.json").read_text(encoding="utf-8")):
        day = today - timedelta(weeks=raw["weeks_ago"])
        effort.add_minutes(day, raw["platform"], raw["minutes"], "sample")
    for raw in json.loads((folder / "found_us.json").read_text(encoding="utf-8")):
        effort.add_found_us(today - timedelta(days=raw["days_ago"]), raw["platform"])


def _strategy(folder: Path, now: datetime) -> Strategy:
    raw = json.loads((folder / "strategy.json").read_text(encoding="utf-8"))
    months = int(raw["goal"]["by"].strip("+m"))
    raw["goal"]["by"] = _end_of_month(now.date(), months).isoformat()
    return strategy_from_json(json.dumps(raw))


def _end_of_month(today: date, months: int) -> date:
    count = today.year * 12 + today.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])
