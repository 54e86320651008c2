"""Prints how long Progress takes with 50,000 posts over five years; asserts nothing.

Run it with ``python -m tests.benchmarks.bench_progress`` on a machine that does little else.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from socialcoach.core.progress.answering import Answering, AnswerMonth
from socialcoach.core.progress.expectations import assumptions, expect, own_figures
from socialcoach.core.progress.experiment import Experiment
from socialcoach.core.progress.followers import FollowerMonth
from socialcoach.core.strategy.goal import Goal
from socialcoach.services.bundle import Services
from socialcoach.storage.times import to_text
from socialcoach.ui.charts.answer_chart import AnswerChart
from socialcoach.ui.charts.chart import Chart
from socialcoach.ui.charts.follower_chart import FollowerChart
from socialcoach.ui.charts.goal_chart import GoalChart
from socialcoach.ui.charts.kind_chart import KindChart
from socialcoach.ui.charts.look import DOTS_PER_INCH, paper_look
from socialcoach.ui.charts.mix_chart import MixChart
from socialcoach.ui.charts.response_chart import ResponseChart
from socialcoach.ui.progress.loading import Shown, gather_here
from tests.worlds import open_world

POSTS, DAYS = 50_000, 5 * 365
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
KINDS = ("tip", "question", "story", "offer", "product", "fun")
WORDS = "Our oven was on at four this morning and the whole street smelled of bread. " * 4


class StillClock:
    """A clock that stands still."""

    def now(self) -> datetime:
        """Return the same moment each time."""
        return NOW


def fill(database: Database) -> None:
    """Write the posts, each with figures."""
    dice = random.Random(7)
    posts, publications, numbers = [], [], []
    for number in range(1, POSTS + 1):
        at = to_text(NOW - timedelta(days=DAYS * dice.random()))
        posts.append(post_row(number, at, dice.choice(KINDS)))
        publications.append(publication_row(number, at, dice.choice(("facebook", "instagram"))))
        reach = dice.randrange(100, 3000)
        numbers.append(number_row(number, at, reach, comments=dice.randrange(9)))
    database.table("post").insert_all(posts)
    database.table("publication").insert_all(publications)
    database.table("numbers").insert_all(numbers)


def post_row(number: int, at: str, kind: str) -> dict[str, object]:
    """Return a row of the table ``post``."""
    text = {"text": f"{number} {WORDS}", "platforms": "[]", "notes": "", "idea": ""}
    band = "selling" if kind in ("offer", "product") else "giving"
    reading = {"pitch": 0.5, "band": band, "kind": kind, "pressure": 0, "meter_version": "1"}
    return {"id": number, "status": "out", "created_at": at, "updated_at": at, **text, **reading}


def publication_row(number: int, at: str, platform: str) -> dict[str, object]:
    """Return a row of the table ``publication``."""
    keys = {"permalink": "", "external_key": str(number), "source": "import"}
    where = {"platform": platform, "status": "out", "at": at, "text": WORDS}
    return {"id": number, "post_id": number, **where, **keys}


def number_row(number: int, at: str, reach: int, comments: int) -> dict[str, object]:
    """Return a row of the table ``numbers``."""
    seen = {"reach": reach, "views": reach + 50}
    return {
        "publication_id": number,
        "as_of": at,
        **seen,
        "likes": reach // 30,
        "comments": comments,
    }


def timed(what: str, work: Callable[[], object], yardstick: float = 0.0) -> float:
    """Print the best of five runs in milliseconds, on the wall clock and of the processor alone.

    With a yardstick (milliseconds of the processor) print how many times as long it took. Returns
    the processor's time.
    """
    wall, busy = [], []
    for _ in range(5):
        begin, begin_busy = time.perf_counter(), time.process_time()
        work()
        wall.append((time.perf_counter() - begin) * 1000)
        busy.append((time.process_time() - begin_busy) * 1000)
    ratio = f"   {min(busy) / yardstick:6.2f} x the yardstick" if yardstick else ""
    sys.stdout.write(f"{what:34} {min(wall):8.1f} ms   processor {min(busy):8.1f} ms{ratio}\n")
    return min(busy)


def main() -> None:
    """Fill a database and time what the page asks for."""
    with tempfile.TemporaryDirectory() as folder:
        database, services = open_world(Path(folder), StillClock())
        fill(database)
        plan = services.planner.strategy()
        zoned = replace(plan.business, zone="Europe/London")
        goal = Goal(measure="new customers who found us online", target=8.0, by=date(2027, 3, 31))
        services.planner.keep(replace(plan, business=zoned, goal=goal))
        today = services.planner.today()
        services.experimenting.begin(Experiment(0, "Questions", today - timedelta(days=28), today))
        time_parts(services, database)
        shown = gather_here(services)
        database.close()
    draw(services, shown)


def time_parts(services: Services, database: Database) -> None:
    """Time each part of the page, beside one plain pass over the posts as SQLite itself does it."""
    plain = "select count(*), sum(length(text)) from post"
    yardstick = timed(
        "yardstick: SQLite reads all posts", lambda: database.execute(plain).fetchone()
    )
    months, insights = services.months, services.insights
    overview = months.overview()
    timed("overview of a month", months.overview, yardstick)
    timed("rates of the months shown", overview.rates, yardstick)
    timed("kinds of posts over a year", lambda: months.kinds(overview.month), yardstick)
    timed("best times over a year", lambda: insights.best_times(overview.month), yardstick)
    timed("worth it over three months", lambda: insights.worth_it(overview.month), yardstick)
    timed("followers", lambda: months.followers(overview), yardstick)
    timed("the goal's path", lambda: months.goal_path(overview), yardstick)
    timed("one experiment", services.experimenting.outcomes, yardstick)
    figures = assumptions(own_figures(overview), {})
    timed("what may come of a year", lambda: expect(figures, 12), yardstick)
    timed("ALL the page gathers (bar 150)", lambda: gather_here(services), yardstick)


def draw(services: Services, shown: Shown) -> None:
    """Time the drawing of each chart as large as on the page, once matplotlib is there.

    The yardstick is a bare matplotlib line chart of six points on a canvas of the same size.
    """
    begin = time.perf_counter()
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    took = (time.perf_counter() - begin) * 1000
    sys.stdout.write(f"{'bringing in matplotlib, once':34} {took:8.1f} ms\n")

    def canvas() -> FigureCanvasAgg:
        return FigureCanvasAgg(Figure(figsize=(4.6, 2.4), dpi=DOTS_PER_INCH))

    def bare() -> None:
        made = canvas()
        made.figure.subplots().plot(range(6))
        made.draw()

    yardstick = timed("yardstick: a bare line chart", bare)
    for chart in charts(services, shown):

        def redraw(chart: Chart = chart) -> None:
            made = canvas()
            chart.draw(made.figure, paper_look())
            made.draw()

        timed(f"drawing “{chart.title()}” (bar 250)", redraw, yardstick)


def charts(services: Services, shown: Shown) -> list[Chart]:
    """Return the charts of the page; some sample answers stand in for conversations."""
    overview = shown.overview
    answers = [AnswerMonth(month, Answering(9, 6, 1, 5.0)) for month in overview.shown]
    followers = [FollowerMonth(month, 9, 1, 4) for month in overview.shown]
    found: list[Chart] = [
        ResponseChart(overview, "", {}),
        MixChart(overview, ""),
        KindChart(tuple(shown.kinds)),
        AnswerChart(tuple(answers), 24, overview.today_month),
        FollowerChart(tuple(followers), overview.today_month),
    ]
    if shown.goal_path is not None:
        found.append(GoalChart(shown.goal_path, shown.month, overview.today_month))
    return found


if __name__ == "__main__":
    main()
