"""All use cases in one frozen bundle, built in ``app.py`` and handed to whoever needs some."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass

from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.core.strategy.lesson import Lesson
from socialcoach.core.strategy.trade import Trade
from socialcoach.paths import DataPaths
from socialcoach.services.clock import Clock
from socialcoach.services.deleting import Deleting
from socialcoach.services.exporting import Exporting
from socialcoach.services.keeping import Keeping
from socialcoach.services.meter.corrections import Corrections
from socialcoach.services.meter.feed import Feed
from socialcoach.services.meter.reader import MeterReader
from socialcoach.services.meter.turning_around import TurningAround
from socialcoach.services.planning.calendar_bundle import CalendarServices
from socialcoach.services.planning.drafting import Drafting
from socialcoach.services.planning.handing_over import HandingOver
from socialcoach.services.planning.inspiration import Inspiration
from socialcoach.services.planning.publishing.bundle import PublishingServices
from socialcoach.services.planning.writing_bundle import WritingServices
from socialcoach.services.progress.effort_log import EffortLog
from socialcoach.services.progress.expecting import Expecting
from socialcoach.services.progress.experimenting import Experimenting
from socialcoach.services.progress.importing.importer import Importing
from socialcoach.services.progress.insights import Insights
from socialcoach.services.progress.months import Months
from socialcoach.services.progress.stopwatch import Stopwatch
from socialcoach.services.progress.typing_in import TypingIn
from socialcoach.services.relations.bundle import RelationServices
from socialcoach.services.restoring import Restoring
from socialcoach.services.settings import SettingsKeeper
from socialcoach.services.strategy.living_plan import LivingPlan
from socialcoach.services.strategy.planner import Planner
from socialcoach.services.teaching import Teaching
from socialcoach.services.today import TodayService


@dataclass(frozen=True)
class Services:
    """What SocialCoach can do, and the bundled facts it does it with.

    ``in_worker`` opens a second bundle over a connection of its own, for work off the GUI thread:
    ``with services.in_worker() as own: own.feed.read_unread(...)``.
    """

    paths: DataPaths
    clock: Clock
    planner: Planner
    drafting: Drafting
    writing: WritingServices
    handing_over: HandingOver
    inspiration: Inspiration
    calendar: CalendarServices
    reader: MeterReader
    feed: Feed
    turning_around: TurningAround
    corrections: Corrections
    importing: Importing
    months: Months
    insights: Insights
    typing_in: TypingIn
    expecting: Expecting
    experimenting: Experimenting
    effort: EffortLog
    stopwatch: Stopwatch
    relations: RelationServices
    publishing: PublishingServices
    living_plan: LivingPlan
    today: TodayService
    teaching: Teaching
    settings: SettingsKeeper
    keeping: Keeping
    exporting: Exporting
    deleting: Deleting
    restoring: Restoring
    platforms: Mapping[str, PlatformFacts]
    trades: Mapping[str, Trade]
    lessons: tuple[Lesson, ...]
    in_worker: Callable[[], AbstractContextManager[Services]]
    is_sample: bool = False
