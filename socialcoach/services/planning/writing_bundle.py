"""The use cases of writing for platforms, in one frozen bundle; built in ``app_writing.py``."""

from __future__ import annotations

from dataclasses import dataclass

from socialcoach.services.planning.versions import PlatformVersions


@dataclass(frozen=True)
class WritingServices:
    """What helps with writing: own words for a platform, and pictures."""

    versions: PlatformVersions
