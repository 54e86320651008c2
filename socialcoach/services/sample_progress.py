"""The sample business's new followers, and since when its goal is set."""

from __future__ import annotations

from datetime import date, timedelta

from sqlite_utils import Database

from socialcoach.core.progress.importing.day_rows import DayFigure
from socialcoach.core.progress.months import month_after, month_of
from socialcoach.core.strategy.review import GoalReview, ReviewVerdict
from socialcoach.services.strategy.planner import GOAL_SET
from socialcoach.storage.progress.daily import DailyNumbers
from socialcoach.storage.settings import SettingStore
from socialcoach.storage.strategy.plan_history import GoalReviews

WEEKS = 26
"""How far back the sample followers go."""

NEW_A_WEEK = (3, 1, 2, 4, 2, 3, 5, 2)
"""New followers a week, over and over: a small bakery's."""

BOUGHT = {20: 31, 21: 18}
"""Weeks ago in which the sample owner paid for advertising, and what it brought."""


REVIEWS = (
    (2, "Five new faces, and two of them came back. Answering in the evening works."),
    (3, "A quiet month. I posted too many offers and enjoyed none of it."),
)
"""Months ago that the sample owner looked back on, with her notes."""


def add_sample_reviews(database: Database, today: date) -> None:
    """Write what the sample owner said of earlier months."""
    for back, note in REVIEWS:
        month = month_after(month_of(today), -back)
        GoalReviews(database).put(GoalReview(month, ReviewVerdict.KEEP, note))


def add_sample_followers(database: Database, today: date, goal_days_ago: int) -> None:
    """Write new followers week by week, and the day the sample goal was set."""
    goal_day = today - timedelta(days=goal_days_ago)
    SettingStore(database).put(GOAL_SET, goal_day.isoformat())
    for back in range(1, WEEKS + 1):
        day = today - timedelta(weeks=back)
        new = NEW_A_WEEK[back % len(NEW_A_WEEK)]
        figures = [DayFigure("facebook", day, "follows", new)]
        if back in BOUGHT:
            figures.append(DayFigure("facebook", day, "paid_follows", BOUGHT[back]))
        DailyNumbers(database).put(figures)
