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
from socialcoach.core.errors import UserError
from socialcoach.core.progress.importing.dates import DateOrder
from socialcoach.core.progress.importing.records import ImportedPost
from socialcoach.core.progress.importing.rows import RowPlan
from socialcoach.services.clock import Clock
from socialcoach.services.progress.importing.catalogue import load_layouts
from socialcoach.services.progress.importing.counting import Counting
from socialcoach.services.progress.importing.file_plan import open_questions, plan_rows
from socialcoach.services.progress.importing.files import digest_of
from socialcoach.services.progress.importing.matching import Change, Known
from socialcoach.services.progress.importing.opening import Table, open_table
from socialcoach.services.progress.importing.preview import (
    ImportAnswers,
    ImportPreview,
    ImportResult,
)
from socialcoach.services.progress.importing.reading import Progress, Watch, read_posts
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
        digest = digest_of(path)
        watch = Watch(progress, cancelled, path, passes=2)
        order = DateOrder(answers.date_order) if answers.date_order else None
        plan = plan_rows(table, path, order, self._clock.now(), self._zone(), watch)
        bare = ImportPreview(
            path, answers, plan.layout.key, plan.layout.title, plan.layout.platform, digest=digest
        )
        questions = open_questions(plan)
        if questions:
            return replace(bare, questions=questions)
        with self._connected() as database:
            counting = Counting(table, plan, Known(database, plan.layout.platform))
            for _written in _what_to_write(table, plan, watch, counting):
                pass
        return counting.fill(replace(bare, plan=plan))

    def write(
        self,
        preview: ImportPreview,
        progress: Progress = _silent,
        cancelled: Callable[[], bool] = _never,
    ) -> ImportResult:
        """Write what the preview showed, all or nothing; the same file again changes nothing.

        Raises ``UserError``: ``import.file_changed`` when the file is no longer the one previewed,
        ``import.cancelled``. A preview with open questions is a bug and raises ``ValueError``.
        """
        plan = preview.plan
        if plan is None:
            raise ValueError("the preview has open questions")
        table = open_table(preview.path, (plan.layout,))
        if digest_of(preview.path) != preview.digest:
            raise UserError("import.file_changed", file=preview.path.name)
        watch = Watch(progress, cancelled, preview.path, passes=1)
        with self._connected() as database:
            staging = Staging(database)
            counting = Counting(table, plan, Known(database, plan.layout.platform))
            staging.stage(_what_to_write(table, plan, watch, counting))
            watch.check()
            return self._finish(staging, counting, preview)

    def undo(self, import_id: int) -> Changes:
        """Take away the posts an import added; figures it brought up to date stay."""
        with self._connected() as database:
            gone = undo(database, import_id)
        return Changes.FEED | Changes.NUMBERS if gone else Changes.NOTHING

    def _finish(self, staging: Staging, counting: Counting, preview: ImportPreview) -> ImportResult:
        if counting.new == counting.changed == 0:
            return ImportResult(0, 0, counting.unchanged, Changes.NOTHING, None)
        run = ImportRun(
            preview.platform,
            preview.path.name,
            preview.layout,
            counting.unchanged,
            self._clock.now(),
        )
        import_id = staging.write(run)
        changes = Changes.DRAFTS | Changes.FEED | Changes.NUMBERS
        return ImportResult(counting.new, counting.changed, counting.unchanged, changes, import_id)

    @contextmanager
    def _connected(self) -> Iterator[Database]:
        database = connect(self._path)
        try:
            with closing(database.conn):
                yield database
        except sqlite3.Error as error:
            raise explain(error, self._path) from error


def _what_to_write(
    table: Table, plan: RowPlan, watch: Watch, counting: Counting
) -> Iterator[ImportedPost | Change]:
    for found in read_posts(table, plan, watch):
        written = counting.see(found)
        if written is not None:
            yield written
