"""The sample bakery's own words for a platform, and its pictures, which were drawn for it."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from socialcoach.services.planning.drafting import OPEN
from socialcoach.services.planning.pictures import PostPictures
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.versions import VersionTexts


def add_sample_pictures(
    database: Database, pictures: PostPictures, folder: Path, now: datetime
) -> None:
    """Put own words and described pictures to some drafts of the sample; ``folder`` holds them."""
    drafts = Posts(database).with_status(*OPEN)
    for raw in json.loads((folder / "pictures.json").read_text(encoding="utf-8")):
        post = next(one for one in drafts if one.text.startswith(raw["draft"]))
        for platform, text in raw["own"].items():
            VersionTexts(database).save(post.id, platform, text, now)
        for given in raw["pictures"]:
            file = folder / "pictures" / given["file"]
            pictures.describe(pictures.add(post.id, file, file.name).id, given["alt"])
