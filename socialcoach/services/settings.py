"""How the app looks and where the owner was."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.storage.settings import SettingStore

TEXT_SIZES = (90, 100, 115, 130, 150, 175, 200)
"""Text sizes on offer, in percent of the usual size."""


class Look(StrEnum):
    """The themes on offer; ``SYSTEM`` follows the computer."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True)
class Settings:
    """What the owner chose. ``text_size`` is in percent, ``open_page`` a page id.

    ``launch_until`` is the last day of a launch week as ISO text, empty when there is none.
    """

    look: Look = Look.SYSTEM
    text_size: int = 100
    open_page: str = "today"
    open_draft: int = 0
    launch_until: str = ""

    def is_launch_week(self, today: date) -> bool:
        """Tell whether the owner sells more than usual this week on purpose."""
        return self.launch_until >= today.isoformat()


class SettingsKeeper:
    """Reads and keeps the settings; damaged values fall back to the usual ones."""

    def __init__(self, store: SettingStore) -> None:
        self._store = store

    def load(self) -> Settings:
        """Return the settings in force."""
        raw = self._store.get("settings", {})
        return _mended(raw if isinstance(raw, dict) else {})

    def change(self, **values: Any) -> Changes:
        """Keep the given settings; return what changed."""
        before = self.load()
        after = replace(before, **values)
        if before == after:
            return Changes.NOTHING
        self._store.put("settings", asdict(after))
        return Changes.SETTINGS

    def remember(self, **values: Any) -> None:
        """Keep where the owner was; when that cannot be written, nothing is lost."""
        with suppress(UserError):
            self.change(**values)


def _mended(raw: dict[str, Any]) -> Settings:
    usual = Settings()
    look = raw.get("look")
    size = raw.get("text_size")
    page, draft = raw.get("open_page"), raw.get("open_draft")
    launch = raw.get("launch_until")
    return Settings(
        look=Look(look) if look in list(Look) else usual.look,
        text_size=size if size in TEXT_SIZES else usual.text_size,
        open_page=page if isinstance(page, str) else usual.open_page,
        open_draft=draft if isinstance(draft, int) else usual.open_draft,
        launch_until=launch if isinstance(launch, str) else usual.launch_until,
    )
