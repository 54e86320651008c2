"""Importing a platform's export: look first, then write all of it or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from socialcoach.core.changes import Changes
from socialcoach.core.progress.importing.dates import DateOrder
from socialcoach.core.progress.importing.records import ImportedPost
from socialcoach.core.progress.importing.rows import RowPlan
from socialcoach.services.clock import Clock
from socialcoach.services.progress.importing.catalogue import load_layouts
from socialcoach.services.progress.importing.counting import Counting
from socialcoach.services.progress.importing.file_plan import open_questions, plan_rows
from socialcoach.services.progress.importing.matching import Change, Known, Matching
from socialcoach.services.progress.importing.opening import Table, open_table
from socialcoach.services.progress.importing.preview import (
    ImportAnswers,
    ImportPreview,
    ImportResult,
)
from socialcoach.services.progress.importing.reading import (
    ROWS_BETWEEN_CHECKS,
    Progress,
    Watch,
    read_posts,
)
from socialcoach.services.progress.importing.shelf import Shelf
from socialcoach.services.progress.importing.writing import ImportRun, Staging, undo
from socialcoach.storage.database import connect, explain


def _silent(_done: int, _total: int) -> None:
    return None


def _never() -> bool:
    return False


class Importing:
    """Previews, writes and undoes imports; every call uses a connection of its own.

    Meant for a worker thread. Only ``UserError`` with codes that begin with ``import.`` or
    ``database.`` leaves it for anything a file or the disk can do.
    """

    def __init__(
        self,
        database: Path,
        layouts: Path,
        clock: Clock,
        zone: Callable[[], ZoneInfo],
    ) -> None:
        """``layouts`` is a folder of layout files, ``zone`` tells the business's own zone."""
        self._path = database
        self._folder = layouts
        self._clock = clock
        self._zone = zone

    def preview(
        self,
        path: Path,
        answers: ImportAnswers | None = None,
        progress: Progress = _silent,
        cancelled: Callable[[], bool] = _never,
    ) -> ImportPreview:
        """Look through the whole file and say what writing it would do; writes nothing.

        ``progress`` hears (done, total) in bytes, ``cancelled`` is asked every few hundred rows.
        """
        answers = answers or ImportAnswers()
        table = open_table(path, load_layouts(self._folder))
        watch = Watch(progress, cancelled, path.stat().st_size, passes=2)
        order = DateOrder(answers.date_order) if answers.date_order else None
        plan = plan_rows(table, path, order, self._clock.now(), self._zone(), watch)
        layout = plan.layout
        bare = ImportPreview(path, answers, layout.key, layout.title, layout.platform)
        questions = open_questions(plan)
        if questions:
            return replace(bare, questions=questions)
        return self._looked_through(bare, table, plan, watch)

    def write(
        self,
        preview: ImportPreview,
        progress: Progress = _silent,
        cancelled: Callable[[], bool] = _never,
    ) -> ImportResult:
        """Write what the preview showed, all or nothing; the same posts again change nothing.

        ``progress`` hears (done, total) in posts. Raises ``UserError("import.cancelled")``; a
        preview with open questions is a bug and raises ``ValueError``.
        """
        if preview.posts is None:
            raise ValueError("the preview has open questions")
        watch = Watch(progress, cancelled, len(preview.posts), passes=1)
        with self._connected() as database:
            staging = Staging(database)
            matching = Matching(Known(database, preview.platform))
            staging.stage(_what_to_write(preview.posts, matching, watch))
            watch.check()
            return self._finish(staging, matching, preview)

    def undo(self, import_id: int) -> Changes:
        """Take away the posts an import added; figures it brought up to date stay."""
        with self._connected() as database:
            gone = undo(database, import_id)
        return Changes.FEED | Changes.NUMBERS if gone else Changes.NOTHING

    def _looked_through(
        self, bare: ImportPreview, table: Table, plan: RowPlan, watch: Watch
    ) -> ImportPreview:
        shelf = Shelf()
        with self._connected() as database:
            matching = Matching(Known(database, plan.layout.platform))
        counting = Counting(table, plan)
        for found in read_posts(table, plan, watch):
            counting.see(found)
            if isinstance(found, ImportedPost):
                matching.outcome(found)
                shelf.put(found)
        filled = counting.fill(bare)
        return replace(
            filled,
            new=matching.new,
            changed=matching.changed,
            unchanged=matching.unchanged,
            posts=shelf,
        )

    def _finish(self, staging: Staging, matching: Matching, preview: ImportPreview) -> ImportResult:
        new, changed, same = matching.new, matching.changed, matching.unchanged
        if new == changed == 0:
            return ImportResult(0, 0, same, Changes.NOTHING, None)
        name, now = preview.path.name, self._clock.now()
        import_id = staging.write(ImportRun(preview.platform, name, preview.layout, same, now))
        changes = Changes.DRAFTS | Changes.FEED | Changes.NUMBERS
        return ImportResult(new, changed, same, changes, import_id)

    @contextmanager
    def _connected(self) -> Iterator[Database]:
        database = connect(self._path)
        try:
            with closing(database.conn):
                yield database
        except sqlite3.Error as error:
            raise explain(error, self._path) from error


def _what_to_write(
    posts: Shelf, matching: Matching, watch: Watch
) -> Iterator[ImportedPost | Change]:
    for done, post in enumerate(posts):
        if done % ROWS_BETWEEN_CHECKS == 0:
            watch.on_done(done)
        outcome = matching.outcome(post)
        if outcome is not None:
            yield outcome
