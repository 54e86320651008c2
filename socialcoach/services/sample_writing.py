"""The sample business's helpers for writing: endings, and an earlier text of its newest draft."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from socialcoach.core.planning.ending import Ending
from socialcoach.core.planning.history import Snapshot
from socialcoach.core.planning.post import PostStatus
from socialcoach.core.planning.version import MAIN
from socialcoach.storage.planning.endings import Endings
from socialcoach.storage.planning.history import Snapshots
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
