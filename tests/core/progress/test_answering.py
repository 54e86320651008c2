"""How many people were answered, and how fast."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from socialcoach.core.progress.answering import Answering, Exchange, answering

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def wrote(hours_ago: float, answered_after: float | None = None) -> Exchange:
    """Return somebody who wrote so long ago, answered after so many hours or not at all."""
    at = NOW - timedelta(hours=hours_ago)
    answered = None if answered_after is None else at + timedelta(hours=answered_after)
    return Exchange(at, answered)


def test_answers_in_time_and_the_middle_wait_are_counted() -> None:
    people = [wrote(200, 1), wrote(190, 3), wrote(180, 40), wrote(170)]
    assert answering(people, 24, NOW) == Answering(4, in_time=2, waiting=1, median_hours=3)


def test_somebody_who_wrote_just_now_is_not_late() -> None:
    assert answering([wrote(2)], 24, NOW) is None


def test_nobody_answered_has_no_middle_wait() -> None:
    assert answering([wrote(48)], 24, NOW) == Answering(1, 0, 1, None)
