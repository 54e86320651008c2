"""The figures behind "what may come of it": the owner's own, what they typed, or our guesses."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite

from socialcoach.core.changes import Changes
from socialcoach.core.progress.expectations import Assumption, Figure, assumptions, own_figures
from socialcoach.core.progress.overview import Overview
from socialcoach.storage.settings import SettingStore

KEY = "progress.expectations"


class Expecting:
    """Reads and keeps the figures the owner overwrote."""

    def __init__(self, settings: SettingStore) -> None:
        self._settings = settings

    def assumptions(self, overview: Overview) -> dict[Figure, Assumption]:
        """Return each figure with where it comes from."""
        return assumptions(own_figures(overview), self._typed())

    def keep(self, typed: Mapping[Figure, float]) -> Changes:
        """Keep what the owner typed, in place of what was kept before."""
        self._settings.put(KEY, {str(figure): value for figure, value in typed.items()})
        return Changes.SETTINGS

    def _typed(self) -> dict[Figure, float]:
        kept = self._settings.get(KEY, {})
        if not isinstance(kept, dict):
            return {}
        return {figure: float(kept[figure]) for figure in Figure if _is_figure(kept.get(figure))}


def _is_figure(value: object) -> bool:
    return isinstance(value, int | float) and isfinite(value) and value >= 0
