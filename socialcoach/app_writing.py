"""Wires what helps with writing for platforms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.paths import DataPaths, resource_dir
from socialcoach.services.clock import Clock
from socialcoach.services.planning.calendar_options import OptionsKeeper
from socialcoach.services.planning.endings import SavedEndings
from socialcoach.services.planning.finding import Finding
from socialcoach.services.planning.handing_over import Contents, HandingOver
from socialcoach.services.planning.history import DraftHistory
from socialcoach.services.planning.holidays import HolidayDays
from socialcoach.services.planning.idea_shelf import IdeaShelf
from socialcoach.services.planning.near_days import NearDays
from socialcoach.services.planning.pictures import PostPictures
from socialcoach.services.planning.readers import PostReaders
from socialcoach.services.planning.spelling import Spelling
from socialcoach.services.planning.versions import PlatformVersions
from socialcoach.services.planning.writing_bundle import WritingServices
from socialcoach.services.strategy.planner import Planner
from socialcoach.storage.bundled.days import load_day_ideas
from socialcoach.storage.bundled.ideas import load_ideas_for
from socialcoach.storage.bundled.spelling import load_everyday_words, load_languages
from socialcoach.storage.planning.accounts import Accounts
from socialcoach.storage.planning.choices import ChoiceStore
from socialcoach.storage.planning.endings import Endings
from socialcoach.storage.planning.history import Snapshots
from socialcoach.storage.planning.own_ideas import IdeaStore
from socialcoach.storage.planning.own_words import OwnWords
from socialcoach.storage.planning.picture_files import PictureFiles
from socialcoach.storage.planning.pictures import Pictures
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.publications import Publications
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
        ideas=_ideas(database, clock),
        near_days=_near_days(database, clock),
        readers=PostReaders(ChoiceStore(database)),
    )


def build_handing_over(
    database: Database,
    platforms: Mapping[str, PlatformFacts],
    clock: Clock,
    writing: WritingServices,
) -> HandingOver:
    """Return copy and open over one connection."""
    return HandingOver(
        Posts(database),
        Publications(database),
        platforms,
        clock,
        Contents(writing.versions.text_for, writing.pictures.count_going),
        Accounts(database),
    )


def _spelling(database: Database, clock: Clock) -> Spelling:
    bundled = (
        partial(load_languages, resource_dir()),
        partial(load_everyday_words, resource_dir()),
    )
    return Spelling(
        OwnWords(database), SettingStore(database), _planner(database, clock), clock, bundled
    )


def _ideas(database: Database, clock: Clock) -> IdeaShelf:
    bank = partial(load_ideas_for, resource_dir())
    return IdeaShelf(bank, IdeaStore(database), _planner(database, clock), clock)


def _near_days(database: Database, clock: Clock) -> NearDays:
    options = OptionsKeeper(SettingStore(database))
    bank = partial(load_day_ideas, resource_dir())
    return NearDays(HolidayDays(), options, _planner(database, clock), bank)


def _planner(database: Database, clock: Clock) -> Planner:
    return Planner(Strategies(database), SettingStore(database), clock)
