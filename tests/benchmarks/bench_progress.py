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
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from socialcoach.core.progress.expectations import assumptions, expect, own_figures
from socialcoach.core.progress.experiment import Experiment
from socialcoach.core.progress.overview import Overview
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.progress.experimenting import Experimenting
from socialcoach.services.progress.insights import Insights
from socialcoach.services.progress.months import Months
from socialcoach.services.strategy.planner import Planner
from socialcoach.storage.database import open_database
from socialcoach.storage.progress.daily import DailyNumbers
from socialcoach.storage.progress.effort import Effort
from socialcoach.storage.progress.experiments import Experiments
from socialcoach.storage.progress.numbers import NumberStore
from socialcoach.storage.progress.response_totals import ResponseTotals
from socialcoach.storage.progress.timed_posts import TimedPosts
from socialcoach.storage.progress.typed_months import TypedMonths
from socialcoach.storage.settings import SettingStore
from socialcoach.storage.strategy.strategies import Strategies
from socialcoach.storage.times import to_text
from socialcoach.ui.charts.chart import Chart
from socialcoach.ui.charts.look import DOTS_PER_INCH, paper_look
from socialcoach.ui.charts.mix_chart import MixChart
from socialcoach.ui.charts.response_chart import ResponseChart

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


def timed(what: str, work: Callable[[], object]) -> None:
    """Print the best of five runs in milliseconds: on the wall clock and of the processor alone."""
    wall, busy = [], []
    for _ in range(5):
        begin, begin_busy = time.perf_counter(), time.process_time()
        work()
        wall.append((time.perf_counter() - begin) * 1000)
        busy.append((time.process_time() - begin_busy) * 1000)
    sys.stdout.write(f"{what:34} {min(wall):8.1f} ms   processor {min(busy):8.1f} ms\n")


def main() -> None:
    """Fill a database and time what the page asks for."""
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(Path(folder) / "bench.db")
        fill(database)
        strategies, settings = Strategies(database), SettingStore(database)
        strategy = Strategy()
        zoned = replace(strategy, business=replace(strategy.business, zone="Europe/London"))
        strategies.save(zoned, NOW)
        planner = Planner(strategies, settings, StillClock())
        effort, typed = Effort(database), TypedMonths(database)
        numbers = NumberStore(database)
        months = Months(numbers, DailyNumbers(database), effort, typed, planner)
        posts, totals = TimedPosts(database), ResponseTotals(database)
        insights = Insights(posts, totals, effort, typed, planner)
        experimenting = Experimenting(Experiments(database), numbers, planner)
        today = planner.today()
        experimenting.begin(Experiment(0, "Questions", today - timedelta(days=28), today))
        overview = months.overview()
        timed("overview of a month", months.overview)
        timed("rates of the months shown", overview.rates)
        timed("kinds of posts over a year", lambda: months.kinds(overview.month))
        timed("best times over a year", lambda: insights.best_times(overview.month))
        timed("worth it over three months", lambda: insights.worth_it(overview.month))
        timed("one experiment", experimenting.outcomes)
        figures = assumptions(own_figures(overview), {})
        timed("what may come of a year", lambda: expect(figures, 12))
        database.close()
    draw(overview)


def draw(overview: Overview) -> None:
    """Time the drawing of each chart as large as on the page, once matplotlib is there."""
    begin = time.perf_counter()
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    took = (time.perf_counter() - begin) * 1000
    sys.stdout.write(f"{'bringing in matplotlib, once':34} {took:8.1f} ms\n")
    charts: list[Chart] = [ResponseChart(overview, "", {}), MixChart(overview, "")]
    for chart in charts:
        canvas = FigureCanvasAgg(Figure(figsize=(4.6, 2.4), dpi=DOTS_PER_INCH))

        def redraw(chart: Chart = chart, canvas: FigureCanvasAgg = canvas) -> None:
            chart.draw(canvas.figure, paper_look())
            canvas.draw()

        timed(f"drawing “{chart.title()}”", redraw)


if __name__ == "__main__":
    main()
