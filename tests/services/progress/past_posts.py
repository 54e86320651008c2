"""Posts that went out, with figures, for tests of what they say together."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from socialcoach.core.planning.post import Post, PostStatus
from socialcoach.core.planning.publication import Publication, PublicationStatus
from socialcoach.core.progress.numbers import Numbers
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.publications import Publications
from socialcoach.storage.progress.numbers import NumberStore


def out(database: Database, at: datetime, responses: int = 20, *, seen: int = 500) -> int:
    """Write down a post on Facebook and return the number of its publication."""
    post = Posts(database).add(Post(0, "Hello", PostStatus.OUT, at, at))
    made = Publications(database).add(
        Publication(0, post.id, "facebook", PublicationStatus.OUT, at, "Hello")
    )
    NumberStore(database).put(made.id, Numbers(reach=seen, likes=responses), at)
    return made.id
