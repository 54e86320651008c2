"""The composition root: the only place, beside ``cli.py``, that puts the parts together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from socialcoach.app_calendar import CalendarParts, build_calendar
from socialcoach.app_outreach import Others
from socialcoach.app_publishing import build_machinery, build_publishing
from socialcoach.app_relations import build_relations
from socialcoach.app_today import build_day, build_living_plan
from socialcoach.app_writing import build_handing_over, build_writing
from socialcoach.paths import DataPaths, resource_dir
from socialcoach.services.bundle import Services
from socialcoach.services.clock import Clock
from socialcoach.services.deleting import Deleting
from socialcoach.services.exporting import Exporting
from socialcoach.services.keeping import Keeping
from socialcoach.services.meter.corrections import Corrections
from socialcoach.services.meter.feed import Feed
from socialcoach.services.meter.reader import MeterReader
from socialcoach.services.meter.turning_around import TurningAround
from socialcoach.services.planning.drafting import Drafting
from socialcoach.services.planning.inspiration import Inspiration
from socialcoach.services.planning.publishing.bringing_in import KeepReplies
from socialcoach.services.planning.publishing.bundle import PublishingServices
from socialcoach.services.planning.publishing.language import post_language
from socialcoach.services.planning.publishing.parts import Machinery
from socialcoach.services.planning.publishing.sending import Contents
from socialcoach.services.planning.writing_bundle import WritingServices
from socialcoach.services.progress.effort_log import EffortLog
from socialcoach.services.progress.expecting import Expecting
from socialcoach.services.progress.experimenting import Experimenting
from socialcoach.services.progress.importing.importer import Importing
from socialcoach.services.progress.insights import Insights
from socialcoach.services.progress.months import Months
from socialcoach.services.progress.stopwatch import Stopwatch
from socialcoach.services.progress.typing_in import TypingIn
from socialcoach.services.restoring import Restoring
from socialcoach.services.settings import SettingsKeeper
from socialcoach.services.strategy.planner import Planner
from socialcoach.services.today import Rooms
from socialcoach.storage.bundled.bundled import Bundled, load_bundled
from socialcoach.storage.database import connect, open_database
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.publications import Publications
from socialcoach.storage.progress.daily import DailyNumbers
from socialcoach.storage.progress.effort import Effort
from socialcoach.storage.progress.experiments import Experiments
from socialcoach.storage.progress.numbers import NumberStore
from socialcoach.storage.progress.response_totals import ResponseTotals
from socialcoach.storage.progress.timed_posts import TimedPosts
from socialcoach.storage.progress.typed_months import TypedMonths
from socialcoach.storage.settings import SettingStore
from socialcoach.storage.strategy.strategies import Strategies

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True)
class _World:
    """What the window and all workers share: files, facts, and the machinery of posting."""

    paths: DataPaths
    clock: Clock
    bundled: Bundled
    reader: MeterReader
    machinery: Machinery
    is_sample: bool


def open_services(paths: DataPaths, clock: Clock, *, is_sample: bool = False) -> Services:
    """Open the owner's data, making it on the first start, and return all use cases.

    Raises ``UserError`` when the folder or the database cannot be used.
    """
    paths.create()
    database = open_database(paths.database)
    bundled = load_bundled(resource_dir())
    return build_services(database, paths, clock, bundled, MeterReader(), is_sample=is_sample)


def build_services(
    database: Database,
    paths: DataPaths,
    clock: Clock,
    bundled: Bundled,
    reader: MeterReader,
    *,
    is_sample: bool = False,
) -> Services:
    """Wire the use cases over one connection."""
    machinery = build_machinery(clock)
    return _wired(database, _World(paths, clock, bundled, reader, machinery, is_sample))


def _wired(database: Database, world: _World) -> Services:
    """Wire the use cases of one connection; the window and each worker have their own."""
    paths, clock, bundled, reader = world.paths, world.clock, world.bundled, world.reader
    posts, publications = Posts(database), Publications(database)
    numbers, effort = NumberStore(database), Effort(database)
    effort_log, typed, store = EffortLog(effort), TypedMonths(database), SettingStore(database)
    planner = Planner(Strategies(database), store, clock)
    drafting = Drafting(posts, clock)
    writing = build_writing(database, paths, bundled.platforms, clock)
    handing_over = build_handing_over(database, bundled.platforms, clock, writing)
    feed = Feed(posts, publications, reader)
    inspiration = Inspiration(writing.ideas, writing.near_days, publications, planner, store)
    calendar = build_calendar(
        database, CalendarParts(planner, clock, feed, inspiration, effort_log, bundled.platforms)
    )
    others = Others(planner, drafting, clock, reader, bundled)
    relations = build_relations(database, others, paths)
    living_plan = build_living_plan(database, planner, relations.answer_times, clock)
    months = Months(numbers, DailyNumbers(database), effort, typed, planner)
    at_work = (planner, living_plan, drafting, handing_over, calendar)
    rooms = Rooms(*at_work, feed, relations, effort_log, numbers)
    day = build_day(database, rooms, months, reader, bundled.lessons)
    return Services(
        paths=paths,
        clock=clock,
        planner=planner,
        drafting=drafting,
        writing=writing,
        handing_over=handing_over,
        inspiration=inspiration,
        calendar=calendar,
        reader=reader,
        feed=feed,
        corrections=Corrections(drafting),
        turning_around=TurningAround(resource_dir() / "meter" / "turnarounds.toml"),
        importing=Importing(paths.database, resource_dir() / "importers", clock, planner.zone),
        months=months,
        expecting=Expecting(store),
        experimenting=Experimenting(Experiments(database), numbers, planner),
        insights=Insights(TimedPosts(database), ResponseTotals(database), effort, typed, planner),
        typing_in=TypingIn(typed),
        effort=effort_log,
        stopwatch=Stopwatch(store, clock),
        relations=relations,
        living_plan=living_plan,
        publishing=_publishing(database, world, writing, relations.inbox.keep),
        today=day.today,
        teaching=day.teaching,
        settings=SettingsKeeper(store),
        keeping=Keeping(paths.database, paths.backups, paths.pictures, clock),
        exporting=Exporting(paths, planner, bundled.platforms, clock),
        deleting=Deleting(database, paths, world.machinery.secrets, is_sample=world.is_sample),
        restoring=Restoring(database, paths, clock),
        platforms=bundled.platforms,
        trades=bundled.trades,
        lessons=bundled.lessons,
        in_worker=partial(_own_connection, paths.database, partial(_wired, world=world)),
        is_sample=world.is_sample,
    )


def _publishing(
    database: Database, world: _World, writing: WritingServices, keep_replies: KeepReplies
) -> PublishingServices:
    contents = Contents(
        text_of=writing.versions.text_for,
        pictures_of=writing.pictures.outgoing,
        language_of=partial(post_language, reader=world.reader),
    )
    return build_publishing(
        database, world.machinery, contents, keep_replies, world.bundled.platforms, world.clock
    )


@contextmanager
def _own_connection(path: Path, build: partial[Services]) -> Iterator[Services]:
    """Yield services over a connection of this thread's own and close it afterwards."""
    database = connect(path)
    try:
        yield build(database)
    finally:
        database.close()
