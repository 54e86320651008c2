"""Everything on disk: the database, its migrations and repositories, backups, bundled data."""

from __future__ import annotations

from socialcoach.lean_import import without

with without("numpy"):
    import sqlite_utils as sqlite_utils
