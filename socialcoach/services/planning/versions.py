"""One draft, a version a platform: who follows the main text and who has own words."""

from __future__ import annotations

from dataclasses import replace

from socialcoach.core.changes import Changes
from socialcoach.core.meter import Reading
from socialcoach.core.planning.post import Post
from socialcoach.core.planning.version import Versions
from socialcoach.services.clock import Clock
from socialcoach.services.planning.drafting import saved_reading
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.versions import VersionTexts


class PlatformVersions:
    """Keeps own words for platforms and says which words a platform gets."""

    def __init__(self, texts: VersionTexts, posts: Posts, clock: Clock) -> None:
        self._texts = texts
        self._posts = posts
        self._clock = clock

    def of_post(self, post: Post) -> Versions:
        """Return a post's main text and own words."""
        return Versions(post.text, self._texts.of_post(post.id))

    def text_for(self, post: Post, platform: str) -> str:
        """Return the words that go out on a platform, letter for letter as the owner left them."""
        return self.of_post(post).text_for(platform)

    def keep(
        self, post_id: int, platform: str, text: str, reading: Reading | None = None
    ) -> Changes:
        """Keep what was typed for a platform, with what the meter says of it.

        The same words as the main text make no version.
        """
        post = self._posts.get(post_id)
        if post is None:
            return Changes.NOTHING
        before = self.of_post(post)
        after = before.with_text(platform, text)
        if after == before:
            return Changes.NOTHING
        saved = saved_reading(reading) if reading is not None else None
        self._texts.save(post_id, platform, text, self._clock.now(), saved)
        return self._touched(post)

    def follow(self, post_id: int, platform: str) -> Changes:
        """Let a platform follow the main text again; ``keep`` with the old words undoes it."""
        post = self._posts.get(post_id)
        if post is None or self.of_post(post).follows(platform):
            return Changes.NOTHING
        self._texts.remove(post_id, platform)
        return self._touched(post)

    def _touched(self, post: Post) -> Changes:
        self._posts.save(replace(post, updated_at=self._clock.now()))
        return Changes.DRAFTS
