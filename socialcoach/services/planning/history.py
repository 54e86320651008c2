"""Earlier texts of a draft, kept sparingly while the owner types."""

from __future__ import annotations

from datetime import datetime

from socialcoach.core.planning.history import (
    Snapshot,
    Watched,
    after_change,
    has_words,
    tells_something_new,
    to_thin_out,
    watch,
)
from socialcoach.core.planning.version import MAIN
from socialcoach.services.clock import Clock
from socialcoach.storage.planning.history import Snapshots
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.versions import VersionTexts


class DraftHistory:
    """Keeps earlier texts.

    It watches each text while it is written, so that words taken out letter by letter are found
    again too.
    """

    def __init__(
        self, snapshots: Snapshots, posts: Posts, texts: VersionTexts, clock: Clock
    ) -> None:
        self._snapshots = snapshots
        self._posts = posts
        self._texts = texts
        self._clock = clock
        self._watched: dict[tuple[int, str], Watched] = {}

    def before_keeping(self, post_id: int, platform: str, text: str) -> None:
        """Keep the present text first when ``text`` is about to take much of it away."""
        kept = self._kept(post_id, platform)
        if kept is None or kept[0] == text:
            return
        before, changed_at = kept
        watched = self._watched.get((post_id, platform)) or watch(before, changed_at)
        watched, to_keep = after_change(watched, before, text, self._clock.now())
        if to_keep is not None:
            self.keep(post_id, platform, to_keep)
        self._watched[post_id, platform] = watched

    def keep(self, post_id: int, platform: str, text: str) -> None:
        """Keep a text as an earlier one, unless one of them says it all."""
        known = self._snapshots.of(post_id, platform)
        is_new = all(tells_something_new(text, one.text) for one in known)
        if not has_words(text) or not is_new:
            return
        self._snapshots.add(Snapshot(0, post_id, platform, text, self._clock.now()))
        self._snapshots.remove(to_thin_out(self._snapshots.of(post_id, platform)))

    def of(self, post_id: int, platform: str = MAIN) -> list[Snapshot]:
        """Return the earlier texts of a post on one platform, the newest first."""
        return self._snapshots.of(post_id, platform)

    def _kept(self, post_id: int, platform: str) -> tuple[str, datetime] | None:
        """Return the text in the database and when the post was last changed."""
        post = self._posts.get(post_id)
        if post is None:
            return None
        own = self._texts.of_post(post_id) if platform != MAIN else {}
        return own.get(platform, post.text), post.updated_at
