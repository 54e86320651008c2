"""The list of steps; each step's own module adds itself to it."""

from __future__ import annotations

from sqlite_utils import Migrations

migrations = Migrations("socialcoach")
