"""Keeps the owner's monthly reviews of the goal, and the plan as it stood at each look through."""

from __future__ import annotations

import json
from datetime import date

from sqlite_utils import Database

from socialcoach.core.strategy.review import GoalReview, PlanLook, ReviewVerdict


class GoalReviews:
    """Reads and writes reviews, one a month."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, review: GoalReview) -> None:
        """Write a month's review, in place of an earlier one."""
        row = {"month": review.month, "verdict": str(review.verdict), "note": review.note}
        self._database.table("goal_review").upsert(row, pk="month")

    def remove(self, month: str) -> None:
        """Forget a month's review."""
        self._database.execute("delete from goal_review where month = ?", [month])

    def all(self) -> list[GoalReview]:
        """Return all reviews, the newest month first."""
        return [
            GoalReview(row["month"], ReviewVerdict(row["verdict"]), row["note"])
            for row in self._database.table("goal_review").rows_where(order_by="month desc")
        ]


class PlanLooks:
    """Reads and writes how the plan stood on the days it was gone through."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, look: PlanLook) -> None:
        """Write a look; a second one on the same day takes the first one's place."""
        row = {"day": look.day.isoformat(), "sections": json.dumps(look.sections)}
        self._database.table("plan_look").upsert(row, pk="day")

    def remove(self, day: date) -> None:
        """Forget a look."""
        self._database.execute("delete from plan_look where day = ?", [day.isoformat()])

    def latest(self) -> PlanLook | None:
        """Return the newest look, None before the first."""
        found = self._database.table("plan_look").rows_where(order_by="day desc", limit=1)
        return next((_to_look(row) for row in found), None)


def _to_look(row: dict[str, str]) -> PlanLook:
    sections = tuple((str(heading), str(text)) for heading, text in json.loads(row["sections"]))
    return PlanLook(date.fromisoformat(row["day"]), sections)
