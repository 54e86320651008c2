"""Wires what helps with writing for platforms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.paths import DataPaths, resource_dir
from socialcoach.services.clock import Clock
from socialcoach.services.planning.endings import SavedEndings
from socialcoach.services.planning.finding import Finding
from socialcoach.services.planning.history import DraftHistory
from socialcoach.services.planning.pictures import PostPictures
from socialcoach.services.planning.spelling import Spelling
from socialcoach.services.planning.versions import PlatformVersions
from socialcoach.services.planning.writing_bundle import WritingServices
from socialcoach.services.strategy.planner import Planner
from socialcoach.storage.bundled.spelling import load_everyday_words, load_languages
from socialcoach.storage.planning.endings import Endings
from socialcoach.storage.planning.history import Snapshots
from socialcoach.storage.planning.own_words import OwnWords
from socialcoach.storage.planning.picture_files import PictureFiles
from socialcoach.storage.planning.pictures import Pictures
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.search import PostSearch
from socialcoach.storage.planning.versions import VersionTexts
from socialcoach.storage.settings import SettingStore
from socialcoach.storage.strategy.strategies import Strategies

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
        spelling=_spelling(database, clock),
    )


def _spelling(database: Database, clock: Clock) -> Spelling:
    settings = SettingStore(database)
    planner = Planner(Strategies(database), settings, clock)
    bundled = (
        partial(load_languages, resource_dir()),
        partial(load_everyday_words, resource_dir()),
    )
    return Spelling(OwnWords(database), settings, planner, clock, bundled)
