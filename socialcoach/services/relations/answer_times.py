"""How fast people are answered, for Progress and Today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from socialcoach.core.progress.answering import Answering, Exchange, answering
from socialcoach.core.progress.months import span_of
from socialcoach.services.clock import Clock
from socialcoach.services.strategy.planner import Planner
from socialcoach.storage.relations.messages import Messages


class AnswerTimes:
    """Compares the waits with the owner's own promise."""

    def __init__(self, messages: Messages, planner: Planner, clock: Clock) -> None:
        self._messages = messages
        self._planner = planner
        self._clock = clock

    @property
    def promised_hours(self) -> int:
        """Return within how many hours the business answers, a day when nothing was promised."""
        return self._planner.strategy().brand.reply_hours

    @property
    def is_promised(self) -> bool:
        """Tell whether the owner has said what people may expect, and so meant the hours."""
        brand = self._planner.strategy().brand
        return any((brand.voice, brand.stands_for, brand.expectations))

    def of_month(self, month: str) -> Answering | None:
        """Return how the people of a month (``2026-11``) were answered, None when nobody wrote."""
        return answering(self.exchanges([month]), self.promised_hours, self._clock.now())

    def exchanges(self, months: Sequence[str]) -> list[Exchange]:
        """Return when people wrote and were answered, from the first month to the last."""
        if not months:
            return []
        zone = self._planner.zone()
        first, last = span_of(min(months), zone), span_of(max(months), zone)
        return self._messages.exchanges(first.start, last.end)

    def late(self) -> int:
        """Return how many people have waited longer than was promised."""
        return self._messages.late(self._clock.now() - timedelta(hours=self.promised_hours))
