"""The use cases of writing for platforms, in one frozen bundle; built in ``app_writing.py``."""

from __future__ import annotations

from dataclasses import dataclass

from socialcoach.services.planning.endings import SavedEndings
from socialcoach.services.planning.finding import Finding
from socialcoach.services.planning.history import DraftHistory
from socialcoach.services.planning.idea_shelf import IdeaShelf
from socialcoach.services.planning.near_days import NearDays
from socialcoach.services.planning.pictures import PostPictures
from socialcoach.services.planning.readers import PostReaders
from socialcoach.services.planning.spelling import Spelling
from socialcoach.services.planning.versions import PlatformVersions


@dataclass(frozen=True)
class WritingServices:
    """What helps with writing: own words for a platform, pictures, endings, earlier texts."""

    versions: PlatformVersions
    pictures: PostPictures
    endings: SavedEndings
    finding: Finding
    history: DraftHistory
    spelling: Spelling
    ideas: IdeaShelf
    near_days: NearDays
    readers: PostReaders
