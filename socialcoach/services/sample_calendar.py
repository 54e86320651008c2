"""The sample owner's plan: a post that was missed, five days with something, two with an idea."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from socialcoach.core.planning.calendar_times import placed
from socialcoach.core.planning.idea import Idea
from socialcoach.core.planning.post import Post, PostStatus
from socialcoach.core.planning.publication import Publication, PublicationStatus, Source
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.storage.bundled.ideas import load_idea_file
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.publications import Publications

WRITTEN_DAYS_AGO = 6
"""The planned posts were written last week, so that the open draft stays the newest."""


def add_sample_plan(database: Database, folder: Path, strategy: Strategy, now: datetime) -> None:
    """Give the sample's drafts, some more posts and two ideas their days around today."""
    zone = ZoneInfo(strategy.business.zone)
    trade_file = folder.parents[1] / "ideas" / f"{strategy.business.trade}.toml"
    ideas = {idea.id: idea for idea in load_idea_file(trade_file)}
    for raw in json.loads((folder / "plan.json").read_text(encoding="utf-8")):
        post = _post(Posts(database), raw, ideas, strategy, now - timedelta(days=WRITTEN_DAYS_AGO))
        day = now.astimezone(zone).date() + timedelta(days=raw["days_from_today"])
        at = placed(day, time.fromisoformat(raw["time"]), zone).at
        for platform in post.platforms:
            Publications(database).add(_planned(post, platform, at, zone.key))


def _post(
    posts: Posts, raw: dict[str, Any], ideas: dict[str, Idea], strategy: Strategy, at: datetime
) -> Post:
    if "begins" in raw:
        return _draft(posts, raw)
    if "idea" in raw:
        idea, keys = ideas[raw["idea"]], strategy.platform_keys[:1]
        notes = f"{idea.title}\n{idea.value}"
        return posts.add(
            Post(0, "", PostStatus.IDEA, at, at, platforms=keys, notes=notes, idea=idea.id)
        )
    keys = tuple(raw["platforms"])
    return posts.add(Post(0, raw["text"], PostStatus.READY, at, at, platforms=keys))


def _draft(posts: Posts, raw: dict[str, Any]) -> Post:
    drafts = posts.with_status(PostStatus.DRAFT)
    draft = next(one for one in drafts if one.text.startswith(raw["begins"]))
    if raw["ready"]:
        draft = replace(draft, status=PostStatus.READY)
        posts.save(draft)
    return draft


def _planned(post: Post, platform: str, at: datetime, zone: str) -> Publication:
    return Publication(
        id=0,
        post_id=post.id,
        platform=platform,
        status=PublicationStatus.PLANNED,
        at=at,
        text=post.text,
        source=Source.SAMPLE,
        planned_for=at,
        zone=zone,
    )
