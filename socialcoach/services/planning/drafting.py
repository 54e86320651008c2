"""Writing: every draft is a row, kept as the owner types; nothing needs a save button."""

from __future__ import annotations

from dataclasses import replace

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.meter import Context, Reading
from socialcoach.core.planning.post import Post, PostStatus, SavedReading, Verdict
from socialcoach.services.clock import Clock
from socialcoach.services.meter.reader import MeterReader
from socialcoach.storage.planning.posts import Posts

OPEN = (PostStatus.DRAFT, PostStatus.READY)
"""Posts the owner can still write in."""


def saved_reading(reading: Reading) -> SavedReading:
    """Return what is kept of a reading beside the post."""
    return SavedReading(
        pitch=reading.pitch,
        band=str(reading.band),
        kind=str(reading.kind),
        pressure=reading.pressure,
        version=reading.version,
    )


class Drafting:
    """Makes, changes, throws away and brings back drafts."""

    def __init__(self, posts: Posts, clock: Clock) -> None:
        self._posts = posts
        self._clock = clock

    def drafts(self) -> list[Post]:
        """Return all drafts, the one changed last first."""
        return self._posts.with_status(*OPEN)

    def draft(self, post_id: int) -> Post:
        """Return one post; raise ``UserError("draft.gone")`` when it is no longer there."""
        post = self._posts.get(post_id)
        if post is None:
            raise UserError("draft.gone")
        return post

    def new(self, text: str = "", *, platforms: tuple[str, ...] = (), idea: str = "") -> Post:
        """Start a draft and return it; the caller tells the pages ``Changes.DRAFTS``."""
        now = self._clock.now()
        draft = Post(0, text, PostStatus.DRAFT, now, now, platforms=platforms, idea=idea)
        return self._posts.add(draft)

    def keep_text(self, post_id: int, text: str, reading: Reading | None) -> Changes:
        """Keep the text as typed so far, with what the meter says of it."""
        draft = self.draft(post_id)
        saved = saved_reading(reading) if reading is not None else draft.reading
        return self._keep(draft, replace(draft, text=text, reading=saved))

    def keep_notes(self, post_id: int, notes: str) -> Changes:
        """Keep the private notes; they never leave with the post."""
        draft = self.draft(post_id)
        return self._keep(draft, replace(draft, notes=notes))

    def keep_platforms(self, post_id: int, platforms: tuple[str, ...]) -> Changes:
        """Keep where the post is meant to go."""
        draft = self.draft(post_id)
        return self._keep(draft, replace(draft, platforms=platforms))

    def keep_verdict(self, post_id: int, verdict: Verdict | None) -> Changes:
        """Keep the owner's own word on whether the post sells; None takes it back."""
        post = self.draft(post_id)
        changes = Changes.FEED if post.status is PostStatus.OUT else Changes.NOTHING
        return changes | self._keep(post, replace(post, verdict=verdict))

    def read_all(self, reader: MeterReader, context: Context) -> Changes:
        """Read every draft again, as after the meter has learnt; their dates stay."""
        readings = [
            (draft.id, saved_reading(reader.read(draft.text, context))) for draft in self.drafts()
        ]
        self._posts.save_readings(readings)
        return Changes.DRAFTS if readings else Changes.NOTHING

    def corrected(self) -> list[Post]:
        """Return all posts on which the owner outruled the meter, the latest first."""
        return self._posts.with_verdict()

    def published(self, at_most: int) -> list[Post]:
        """Return what is out, the one changed last first."""
        return self._posts.with_status(PostStatus.OUT)[:at_most]

    def throw_away(self, post_id: int) -> Changes:
        """Put the draft aside; ``bring_back`` undoes it."""
        draft = self.draft(post_id)
        return self._keep(draft, replace(draft, status=PostStatus.DELETED))

    def bring_back(self, post_id: int) -> Changes:
        """Undo ``throw_away``."""
        draft = self.draft(post_id)
        return self._keep(draft, replace(draft, status=PostStatus.DRAFT))

    def forget_if_empty(self, post_id: int) -> Changes:
        """Drop a draft in which nothing was ever written, so that empty rows do not pile up.

        What was handed over stays, for its history.
        """
        post = self._posts.get(post_id)
        if post is None or post.text.strip() or post.notes.strip() or post.status not in OPEN:
            return Changes.NOTHING
        return Changes.DRAFTS if self._posts.remove(post_id) else Changes.NOTHING

    def _keep(self, before: Post, after: Post) -> Changes:
        if before == after:
            return Changes.NOTHING
        self._posts.save(replace(after, updated_at=self._clock.now()))
        return Changes.DRAFTS
