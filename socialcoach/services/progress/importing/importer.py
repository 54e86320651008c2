"""Importing a platform's export: look first, then write all of it or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.progress.importing.dates import DateOrder
from socialcoach.core.progress.importing.layouts import Layout
from socialcoach.services.clock import Clock
from socialcoach.services.progress.importing.catalogue import load_layouts
from socialcoach.services.progress.importing.day_imports import look_through_days, write_days
from socialcoach.services.progress.importing.file_plan import open_questions, plan_rows
from socialcoach.services.progress.importing.opening import Table, open_table
from socialcoach.services.progress.importing.own_columns import (
    ColumnChoice,
    check_columns,
    column_choice,
    own_layout,
    remember,
    remembered,
)
from socialcoach.services.progress.importing.post_imports import look_through, write_posts
from socialcoach.services.progress.importing.preview import (
    ImportAnswers,
    ImportPreview,
    ImportResult,
    RowMeaning,
)
from socialcoach.services.progress.importing.reading import Progress, Watch
from socialcoach.storage.database import connect, explain
from socialcoach.storage.progress.daily import DailyNumbers
from socialcoach.storage.progress.imports import ImportRun, undo


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
        with self._connected() as database:
            table = self._table(path, answers, database)
            watch = Watch(progress, cancelled, path.stat().st_size, passes=2)
            order = DateOrder(answers.date_order) if answers.date_order else None
            plan = plan_rows(table, path, order, self._clock.now(), self._zone(), watch)
            layout = plan.layout
            bare = ImportPreview(
                path, answers, layout.key, layout.title, layout.platform, header=table.header
            )
            questions = open_questions(plan, answers)
            if questions:
                return replace(bare, questions=questions)
            look = look_through_days if layout.days else look_through
            return look(database, bare, table, plan, watch)

    def columns(self, path: Path) -> ColumnChoice:
        """Return the columns of a file of unknown layout, with guesses, for the owner to choose.

        The choice goes into ``ImportAnswers`` and is remembered once it has been written.
        """
        return column_choice(open_table(path, ()), self._layouts)

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
        if preview.questions or (preview.posts is None and not preview.figures):
            raise ValueError("the preview has open questions")
        run = ImportRun(preview.platform, preview.path.name, preview.layout, self._clock.now())
        with self._connected() as database:
            if preview.posts is None:
                done = write_days(DailyNumbers(database), preview.figures, run)
            else:
                watch = Watch(progress, cancelled, len(preview.posts), passes=1)
                done = write_posts(database, preview.posts, run, watch)
            if preview.answers.columns:
                chosen = preview.answers.columns
                remember(database, preview.platform, chosen, preview.header, preview.days)
        days_only = Changes.NUMBERS
        return _result(
            done, days_only if preview.days else days_only | Changes.DRAFTS | Changes.FEED
        )

    def undo(self, import_id: int) -> Changes:
        """Take away the posts an import added; figures it brought up to date stay."""
        with self._connected() as database:
            gone = undo(database, import_id)
        return Changes.FEED | Changes.NUMBERS if gone else Changes.NOTHING

    @cached_property
    def _layouts(self) -> tuple[Layout, ...]:
        return load_layouts(self._folder)

    def _table(self, path: Path, answers: ImportAnswers, database: Database) -> Table:
        """Open the file with the layouts that are known, or with the owner's own columns."""
        if answers.columns:
            if not answers.platform:
                raise ValueError("columns were named without their platform")
            days = answers.rows == RowMeaning.DAY
            table = open_table(path, (own_layout(answers.platform, answers.columns, days=days),))
            check_columns(table, answers.columns, path)
            return table
        table = open_table(path, (*self._layouts, *remembered(database)))
        if table.recognised is not None and table.recognised.layout.not_needed:
            raise UserError("import.not_needed", file=path.name)
        return table

    @contextmanager
    def _connected(self) -> Iterator[Database]:
        database = connect(self._path)
        try:
            with closing(database.conn):
                yield database
        except sqlite3.Error as error:
            raise explain(error, self._path) from error


def _result(run: ImportRun, changes: Changes) -> ImportResult:
    what = changes if run.id is not None else Changes.NOTHING
    return ImportResult(run.added, run.updated, run.unchanged, what, run.id)
