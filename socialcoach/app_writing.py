"""Wires what helps with writing for platforms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.paths import DataPaths
from socialcoach.services.clock import Clock
from socialcoach.services.planning.endings import SavedEndings
from socialcoach.services.planning.finding import Finding
from socialcoach.services.planning.history import DraftHistory
from socialcoach.services.planning.pictures import PostPictures
from socialcoach.services.planning.versions import PlatformVersions
from socialcoach.services.planning.writing_bundle import WritingServices
from socialcoach.storage.planning.endings import Endings
from socialcoach.storage.planning.history import Snapshots
from socialcoach.storage.planning.picture_files import PictureFiles
from socialcoach.storage.planning.pictures import Pictures
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.search import PostSearch
from socialcoach.storage.planning.versions import VersionTexts

if TYPE_CHECKING:
    from sqlite_utils import Database


def build_writing(
    database: Database, paths: DataPaths, platforms: Mapping[str, PlatformFacts], clock: Clock
) -> WritingServices:
    """Return the use cases of writing over one connection."""
    files = PictureFiles(paths.pictures)
    posts, texts = Posts(database), VersionTexts(database)
    return WritingServices(
        versions=PlatformVersions(texts, posts, clock),
        pictures=PostPictures(Pictures(database), files, paths.handover, platforms, clock),
        endings=SavedEndings(Endings(database), clock),
        finding=Finding(PostSearch(database)),
        history=DraftHistory(Snapshots(database), posts, texts, clock),
    )
