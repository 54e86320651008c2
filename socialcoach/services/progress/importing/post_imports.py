"""Imports of posts: going over the rows, comparing with what is there, writing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlite_utils import Database

from socialcoach.core.progress.importing.matching import Change, Known, Matching
from socialcoach.core.progress.importing.records import ImportedPost
from socialcoach.core.progress.importing.rows import RowPlan
from socialcoach.services.progress.importing.counting import Counting
from socialcoach.services.progress.importing.opening import Table
from socialcoach.services.progress.importing.preview import ImportPreview
from socialcoach.services.progress.importing.reading import (
    ROWS_BETWEEN_CHECKS,
    ROWS_IN_A_BREATH,
    Watch,
    read_posts,
)
from socialcoach.services.progress.importing.shelf import Shelf
from socialcoach.storage.progress.imports import ImportRun, Staging, known_entries


def look_through(
    database: Database, bare: ImportPreview, table: Table, plan: RowPlan, watch: Watch
) -> ImportPreview:
    """Go over all rows and return the preview with its counts and posts."""
    shelf = Shelf()
    matching = Matching(Known(known_entries(database, plan.layout.platform)))
    counting = Counting(table, plan)
    for found in read_posts(table, plan, watch):
        counting.see(found)
        if isinstance(found, ImportedPost):
            matching.outcome(found)
            shelf.put(found)
    return replace(
        counting.fill(bare),
        new=matching.new,
        changed=matching.changed,
        unchanged=matching.unchanged,
        posts=shelf,
    )


def write_posts(database: Database, posts: Shelf, run: ImportRun, watch: Watch) -> ImportRun:
    """Write posts in one transaction; return the run with its counts, and its id if it has news."""
    matching = Matching(Known(known_entries(database, run.platform)))
    staging = Staging(database)
    staging.stage(_what_to_write(posts, matching, watch))
    watch.check()
    counted = replace(
        run, added=matching.new, updated=matching.changed, unchanged=matching.unchanged
    )
    if matching.new == matching.changed == 0:
        return counted
    return replace(counted, id=staging.write(counted))


def _what_to_write(
    posts: Shelf, matching: Matching, watch: Watch
) -> Iterator[ImportedPost | Change]:
    for done, post in enumerate(posts):
        if done % ROWS_BETWEEN_CHECKS == 0:
            watch.on_done(done)
        if done % ROWS_IN_A_BREATH == 0:
            watch.breathe()
        outcome = matching.outcome(post)
        if outcome is not None:
            yield outcome
