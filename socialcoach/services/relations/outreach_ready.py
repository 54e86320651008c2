"""Are we ready to be recommended? The owner's answers beside the owner's own figures."""

from __future__ import annotations

from datetime import date
from typing import Any

from socialcoach.core.changes import Changes
from socialcoach.core.relations.readiness import (
    Readiness,
    ReadyAnswer,
    ReadyCode,
    ReadyFigures,
    ready_notes,
)
from socialcoach.core.text import clean
from socialcoach.services.relations.answer_times import AnswerTimes
from socialcoach.services.relations.conversations import Conversations
from socialcoach.services.strategy.planner import Planner
from socialcoach.storage.settings import SettingStore

KEY = "outreach.ready"


class ReadyKeeper:
    """Keeps the answers to the readiness questions and judges them against the figures."""

    def __init__(
        self,
        store: SettingStore,
        planner: Planner,
        answer_times: AnswerTimes,
        conversations: Conversations,
    ) -> None:
        self._store = store
        self._planner = planner
        self._answer_times = answer_times
        self._conversations = conversations

    def readiness(self) -> Readiness:
        """Return the answers given so far; damaged ones count as not given."""
        raw = self._store.get(KEY, {})
        return _mended(raw if isinstance(raw, dict) else {})

    def keep(self, product: ReadyAnswer | None, promise: ReadyAnswer | None, gain: str) -> Changes:
        """Keep the answers with today's date."""
        today = self._planner.today().isoformat()
        self._store.put(
            KEY, {"product": product, "promise": promise, "gain": clean(gain).strip(), "on": today}
        )
        return Changes.PEOPLE

    def figures(self) -> ReadyFigures:
        """Return the owner's own figures about answering, of this month and the one before."""
        return ReadyFigures(
            promised_hours=self._answer_times.promised_hours,
            waiting=len(self._conversations.waiting()),
            late=self._answer_times.late(),
            **self._judged(),
        )

    def notes(self) -> tuple[ReadyCode, ...]:
        """Return what to say about being ready."""
        return ready_notes(self.readiness(), self.figures(), self._planner.today())

    def _judged(self) -> dict[str, int]:
        """Return how many wrote, and how many were answered in time, in the last two months."""
        today = self._planner.today()
        months = {f"{day:%Y-%m}" for day in (today, _month_before(today))}
        found = [one for month in months if (one := self._answer_times.of_month(month))]
        return {
            "wrote": sum(one.wrote for one in found),
            "in_time": sum(one.in_time for one in found),
        }


def _month_before(today: date) -> date:
    first = today.replace(day=1)
    return date.fromordinal(first.toordinal() - 1)


def _mended(raw: dict[str, Any]) -> Readiness:
    gain, on = raw.get("gain"), raw.get("on")
    return Readiness(
        product=_answer(raw.get("product")),
        promise=_answer(raw.get("promise")),
        gain=gain if isinstance(gain, str) else "",
        on=_day(on) if isinstance(on, str) else None,
    )


def _answer(value: object) -> ReadyAnswer | None:
    return next((answer for answer in ReadyAnswer if answer == value), None)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
