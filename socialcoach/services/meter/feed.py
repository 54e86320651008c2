"""The feed as the meter sees it: mixes, and published posts that still have to be read."""

from __future__ import annotations

from collections.abc import Callable

from socialcoach.core.changes import Changes
from socialcoach.core.meter import Context
from socialcoach.core.meter.mix import WINDOW, Mixes, feed_mix
from socialcoach.core.planning.publication import FeedPost
from socialcoach.services.giving_way import give_way
from socialcoach.services.meter.reader import MeterReader
from socialcoach.services.planning.drafting import saved_reading
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.publications import Publications

POSTS_IN_A_BREATH = 2
"""As many as take a millisecond or two."""

AT_A_TIME = 500
"""Posts read between two writes, so that progress shows and memory stays small."""


class Feed:
    """Answers what went out and how much of it sells."""

    def __init__(self, posts: Posts, publications: Publications, reader: MeterReader) -> None:
        self._posts = posts
        self._publications = publications
        self._reader = reader

    def mixes(self) -> Mixes:
        """Return the mix of each platform and over all."""
        return feed_mix(self._publications.latest_of_each(WINDOW))

    def latest(self, limit: int) -> list[FeedPost]:
        """Return what went out last, the newest first."""
        return self._publications.feed(limit)

    def everything(self) -> list[FeedPost]:
        """Return all that went out, the newest first."""
        return self._publications.feed()

    def read_unread(self, context: Context, on_progress: Callable[[int], None]) -> Changes:
        """Read published posts this version of the meter has not read; tell how many are done.

        Safe to stop at any moment: what was read so far is kept. Meant for a worker thread.
        """
        version = self._reader.read("", context).version
        done = 0
        while waiting := self._posts.with_older_reading(version, AT_A_TIME):
            readings = []
            for place, post in enumerate(waiting):
                readings.append((post.id, saved_reading(self._reader.read(post.text, context))))
                if place % POSTS_IN_A_BREATH == 0:
                    give_way()
            self._posts.save_readings(readings)
            done += len(readings)
            on_progress(done)
        return Changes.FEED if done else Changes.NOTHING
