"""One step of planning and all that is needed to take it back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlite_utils import Database

from socialcoach.core.changes import Changes
from socialcoach.core.planning.calendar_times import Placed
from socialcoach.core.planning.post import Post, PostStatus
from socialcoach.core.planning.publication import Publication, PublicationStatus
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.publications import Publications


@dataclass(frozen=True)
class Step:
    """What a step did: rows as they were before it, and what it added.

    ``posts`` are posts as they were, each with the status the step gave it. ``placed`` is the time
    the last post was given, with what the clocks did to it.
    """

    posts: tuple[tuple[Post, PostStatus], ...] = ()
    rows_before: tuple[Publication, ...] = ()
    added_posts: tuple[int, ...] = ()
    added_rows: tuple[int, ...] = ()
    placed: Placed | None = None

    @property
    def changes(self) -> Changes:
        """Return what the pages should draw again."""
        return Changes.DRAFTS

    def then(self, later: Step) -> Step:
        """Return both steps as one."""
        return Step(
            (*self.posts, *later.posts),
            (*self.rows_before, *later.rows_before),
            (*self.added_posts, *later.added_posts),
            (*self.added_rows, *later.added_rows),
            later.placed or self.placed,
        )


class StepBack:
    """Takes steps back without touching what has moved on since."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._posts = Posts(database)
        self._publications = Publications(database)

    def undo(self, step: Step) -> Changes:
        """Put everything back as it was before the step.

        What was handed over or sent in the meantime stays; so does text that was written.
        """
        with self._database.atomic():
            for row_id in step.added_rows:
                self._remove_row(row_id)
            for post, given in step.posts:
                self._restore_post(post, given)
            for row in step.rows_before:
                self._restore_row(row)
            for post_id in step.added_posts:
                self._remove_post(post_id)
        return step.changes

    def _remove_row(self, row_id: int) -> None:
        row = self._publications.get(row_id)
        if row is not None and row.status is PublicationStatus.PLANNED:
            self._publications.remove(row_id)

    def _restore_row(self, row: Publication) -> None:
        now = self._publications.get(row.id)
        if now is None or now.post_id != row.post_id:
            self._publications.put_back(row)
        elif now.status is PublicationStatus.PLANNED:
            self._publications.save(row)

    def _restore_post(self, post: Post, given: PostStatus) -> None:
        now = self._posts.get(post.id)
        if now is not None and now.status is given:
            self._posts.save(replace(now, status=post.status))

    def _remove_post(self, post_id: int) -> None:
        post = self._posts.get(post_id)
        if post is not None and post.status is PostStatus.IDEA:
            self._posts.remove(post_id)
