"""How the owner looks at the calendar, and what it may say."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from typing import Any

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.planning.calendar_days import View
from socialcoach.storage.settings import SettingStore

KEY = "calendar"


@dataclass(frozen=True)
class CalendarOptions:
    """The view and the day it shows (ISO text, empty for today).

    ``reminders`` and ``holidays`` are on or off; ``region`` is the part of the country whose
    holidays count, a code of ISO 3166-2 without the country, empty for the whole country.
    ``left_alone`` are ids of missed publications the owner does not want to be asked about again.
    """

    view: View = View.MONTH
    day: str = ""
    reminders: bool = True
    holidays: bool = True
    region: str = ""
    left_alone: tuple[int, ...] = ()


class OptionsKeeper:
    """Reads and keeps the options; damaged values fall back to the usual ones."""

    def __init__(self, store: SettingStore) -> None:
        self._store = store

    def load(self) -> CalendarOptions:
        """Return the options in force."""
        raw = self._store.get(KEY, {})
        return _mended(raw if isinstance(raw, dict) else {})

    def change(self, **values: Any) -> Changes:
        """Keep the given options; return what changed."""
        before = self.load()
        after = replace(before, **values)
        if before == after:
            return Changes.NOTHING
        self._store.put(KEY, asdict(after))
        return Changes.SETTINGS

    def remember(self, **values: Any) -> None:
        """Keep where the owner was; when that cannot be written, nothing is lost."""
        with suppress(UserError):
            self.change(**values)


def _mended(raw: dict[str, Any]) -> CalendarOptions:
    usual = CalendarOptions()
    view, day, region = raw.get("view"), raw.get("day"), raw.get("region")
    reminders, holidays, left = raw.get("reminders"), raw.get("holidays"), raw.get("left_alone")
    kept = left if isinstance(left, list) else []
    return CalendarOptions(
        view=View(view) if view in list(View) else usual.view,
        day=day if isinstance(day, str) else usual.day,
        reminders=reminders if isinstance(reminders, bool) else usual.reminders,
        holidays=holidays if isinstance(holidays, bool) else usual.holidays,
        region=region if isinstance(region, str) else usual.region,
        left_alone=tuple(one for one in kept if isinstance(one, int)),
    )
