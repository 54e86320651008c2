"""A timer for what is done outside SocialCoach; it runs on while SocialCoach is closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from socialcoach.core.changes import Changes
from socialcoach.services.clock import Clock
from socialcoach.storage.settings import SettingStore

SETTING = "timer"


@dataclass(frozen=True)
class Running:
    """A timer that was started for a platform; ``since`` is in UTC."""

    platform: str
    since: datetime


class Stopwatch:
    """Starts and stops the owner's one timer. What it measured is noted by the owner."""

    def __init__(self, store: SettingStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    @property
    def running(self) -> Running | None:
        """Return the timer that runs, if one does."""
        kept = self._store.get(SETTING)
        try:
            return Running(str(kept["platform"]), datetime.fromisoformat(kept["since"]))
        except (TypeError, KeyError, ValueError):
            return None

    def start(self, platform: str) -> Changes:
        """Start the timer for a platform, anew when it runs already."""
        since = self._clock.now().isoformat()
        self._store.put(SETTING, {"platform": platform, "since": since})
        return Changes.NUMBERS

    def stop(self) -> int:
        """Stop the timer and return its minutes, rounded up; 0 when none ran."""
        running = self.running
        self._store.put(SETTING, None)
        if running is None:
            return 0
        passed = (self._clock.now() - running.since).total_seconds()
        return max(-int(-passed // 60), 1)
