"""Wires what helps with writing for platforms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialcoach.services.clock import Clock
from socialcoach.services.planning.versions import PlatformVersions
from socialcoach.services.planning.writing_bundle import WritingServices
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.versions import VersionTexts

if TYPE_CHECKING:
    from sqlite_utils import Database


def build_writing(database: Database, clock: Clock) -> WritingServices:
    """Return the use cases of writing over one connection."""
    posts = Posts(database)
    return WritingServices(versions=PlatformVersions(VersionTexts(database), posts, clock))
