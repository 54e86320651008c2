"""The sample business's helpers for writing: endings, earlier texts of a draft, and ideas."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from socialcoach.core.meter import Kind
from socialcoach.core.planning.ending import Ending
from socialcoach.core.planning.history import Snapshot
from socialcoach.core.planning.own_idea import OwnIdea
from socialcoach.core.planning.post import PostStatus
from socialcoach.core.planning.version import MAIN
from socialcoach.services.planning.idea_shelf import Mark
from socialcoach.storage.planning.endings import Endings
from socialcoach.storage.planning.history import Snapshots
from socialcoach.storage.planning.own_ideas import IdeaStore
from socialcoach.storage.planning.posts import Posts


def add_sample_writing(database: Database, folder: Path, now: datetime) -> None:
    """Put the sample's endings and earlier texts in; the drafts must be there already."""
    for raw in json.loads((folder / "endings.json").read_text(encoding="utf-8")):
        Endings(database).add(Ending(0, raw["name"], raw["text"], raw["platform"]), now)
    drafts = {post.text: post.id for post in Posts(database).with_status(PostStatus.DRAFT)}
    for raw in json.loads((folder / "earlier_texts.json").read_text(encoding="utf-8")):
        post_id = next((drafts[text] for text in drafts if text.startswith(raw["of"])), None)
        if post_id is not None:
            at = now - timedelta(minutes=raw["minutes_ago"])
            Snapshots(database).add(Snapshot(0, post_id, MAIN, raw["text"], at))
    _add_ideas(database, folder / "own_ideas.json", now)


def _add_ideas(database: Database, file: Path, now: datetime) -> None:
    store, raw = IdeaStore(database), json.loads(file.read_text(encoding="utf-8"))
    for one in raw["own"]:
        store.add(OwnIdea(0, one["title"], Kind(one["kind"]), one["starter"], one["note"]), now)
    for mark in (Mark.KEPT, Mark.HIDDEN):
        for idea_id in raw[mark]:
            store.mark(idea_id, mark, now)
