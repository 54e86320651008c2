"""The strategy as the owner fills it in, step by step; every answer is kept at once."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from socialcoach.core.changes import Changes
from socialcoach.core.strategy.goal import Goal
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.clock import Clock
from socialcoach.storage.settings import SettingStore
from socialcoach.storage.strategy.strategies import Strategies

WIZARD_STEP = "wizard.step"
WIZARD_DONE = "wizard.done"
GOAL_SET = "goal.set"


class Planner:
    """Reads and keeps the strategy and where the owner was in the wizard."""

    def __init__(self, strategies: Strategies, settings: SettingStore, clock: Clock) -> None:
        self._strategies = strategies
        self._settings = settings
        self._clock = clock

    def strategy(self) -> Strategy:
        """Return the strategy as it stands; empty on the first start."""
        return self._strategies.load()

    def keep(self, strategy: Strategy) -> Changes:
        """Keep the whole strategy; nothing is written when nothing changed."""
        before = self.strategy()
        if strategy == before:
            return Changes.NOTHING
        self._strategies.save(strategy, self._clock.now())
        if _is_another_goal(before.goal, strategy.goal):
            self._settings.put(GOAL_SET, self.today().isoformat())
        return Changes.STRATEGY

    def zone(self) -> ZoneInfo:
        """Return the business's time zone; UTC when its name is not known here."""
        try:
            return ZoneInfo(self.strategy().business.zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):  # the last for a folder: "Europe"
            return ZoneInfo("UTC")

    def today(self) -> date:
        """Return today's date where the business is."""
        return self._clock.now().astimezone(self.zone()).date()

    def goal_set_on(self) -> date:
        """Return the day the goal's figure or day was last changed; today when nobody knows."""
        kept = str(self._settings.get(GOAL_SET, ""))
        try:
            return date.fromisoformat(kept)
        except ValueError:
            return self.today()

    def wizard_step(self) -> str:
        """Return the step the owner was at, or an empty text."""
        return str(self._settings.get(WIZARD_STEP, ""))

    def keep_wizard_step(self, step: str) -> None:
        """Remember the step the owner is at."""
        self._settings.put(WIZARD_STEP, step)

    def wizard_is_done(self) -> bool:
        """Tell whether the owner has reached the end of the wizard once."""
        return bool(self._settings.get(WIZARD_DONE, False))

    def finish_wizard(self) -> Changes:
        """Remember that the wizard is through; the pages take over."""
        self._settings.put(WIZARD_DONE, True)
        return Changes.STRATEGY


def _is_another_goal(before: Goal, after: Goal) -> bool:
    """Tell whether what is counted, how much of it or by when has changed; words do not matter."""
    return (before.measure, before.target, before.by) != (after.measure, after.target, after.by)
