"""One month on the page: what to look at, the charts that matter, and followers last and small."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from socialcoach.core.progress.overview import EVERYWHERE
from socialcoach.ui.charts.answer_chart import AnswerChart
from socialcoach.ui.charts.chart import Chart
from socialcoach.ui.charts.chart_card import ChartCard
from socialcoach.ui.charts.follower_chart import FollowerChart
from socialcoach.ui.charts.goal_chart import GoalChart
from socialcoach.ui.charts.kind_chart import KindChart
from socialcoach.ui.charts.library import ChartLibrary
from socialcoach.ui.charts.mix_chart import MixChart
from socialcoach.ui.charts.response_chart import ResponseChart
from socialcoach.ui.context import AppContext
from socialcoach.ui.progress.chooser import Chooser
from socialcoach.ui.progress.expectation_panel import ExpectationPanel, expectation_title
from socialcoach.ui.progress.experimenting import ExperimentDesk
from socialcoach.ui.progress.loading import Shown
from socialcoach.ui.progress.minutes_panel import MinutesPanel
from socialcoach.ui.progress.panel_place import PanelPlace
from socialcoach.ui.progress.times_card import times_card, words_card
from socialcoach.ui.progress.worth_card import WorthCard
from socialcoach.ui.widgets.boxes import column
from socialcoach.ui.widgets.card_grid import CardGrid

CHART_WIDTH = 400
"""Least width of a card, in pixels at the usual text size."""

Step = Callable[[Shown], None]
"""A part of putting the page up."""

LOW = 140
"""Height of the chart that matters least, in pixels at the usual text size."""


class MonthView(QWidget):
    """Signals: ``month_chosen(str)``."""

    month_chosen = Signal(str)

    def __init__(self, context: AppContext, names: Mapping[str, str]) -> None:
        super().__init__()
        self._context, self._names = context, names
        self._platform = EVERYWHERE
        self._shown: Shown | None = None
        self._chooser = Chooser(context.theme)
        self._chooser.month_chosen.connect(self.month_chosen)
        self._chooser.platform_chosen.connect(self._choose_platform)
        library = ChartLibrary(context.tasks)
        self._response, self._mix = ChartCard(context, library), ChartCard(context, library)
        self._library, self._found_cards = library, dict[str, ChartCard]()
        self._followers = ChartCard(context, library, LOW)
        self._kinds: ChartCard | None = None
        self._charts = CardGrid(context.theme, CHART_WIDTH, 2)
        self._more_charts = CardGrid(context.theme, CHART_WIDTH, 2)
        self._panels, self._wide = PanelPlace(), CardGrid(context.theme, CHART_WIDTH, 2)
        self._desk = ExperimentDesk(context, names, self._panels)
        parts = (
            *(self._chooser, self._charts, self._more_charts),
            *(self._panels, self._wide, self._followers),
        )
        self.setLayout(column(*parts, spacing=16))

    def show_month(self, shown: Shown) -> None:
        """Show a month; one platform stays chosen as long as it has posts."""
        self._shown = shown
        if self._platform not in shown.overview.platforms:
            self._platform = EVERYWHERE
        self._chooser.fill(shown.overview, self._platform, self._names)
        # all cards at once would hold the window up, and drawing meanwhile would too
        self._library.hold()
        steps: list[Step] = [self._show_response, self._show_mix, self._show_more_charts]
        steps += [partial(self._put_card, place) for place in range(len(self._makers))]
        steps.append(lambda _shown: self._library.go_on())
        self._context.tasks.in_turns([partial(self._go_on, step, shown) for step in steps])

    def _go_on(self, step: Step, shown: Shown) -> None:
        if isValid(self) and shown is self._shown:
            step(shown)

    def _put_card(self, place: int, shown: Shown) -> None:
        self._wide.put(place, self._makers[place](shown), len(self._makers))

    @property
    def _makers(self) -> Sequence[Callable[[Shown], QWidget]]:
        """What makes the cards below the charts."""
        return (
            self._worth_card,
            lambda shown: self._kinds_card(KindChart(tuple(shown.kinds))),
            lambda shown: times_card(shown.times, self._context),
            lambda shown: self._desk.card(shown.experiments, self._platforms(shown), shown.today),
        )

    def _show_response(self, shown: Shown) -> None:
        self._response.show_chart(ResponseChart(shown.overview, self._platform, self._names))
        self._charts.put(0, self._response, 2)

    def _show_mix(self, shown: Shown) -> None:
        self._mix.show_chart(MixChart(shown.overview, self._platform))
        self._charts.put(1, self._mix, 2)

    def _show_more_charts(self, shown: Shown) -> None:
        """Show the goal and the answering where there is something to see; followers come last."""
        today_month = shown.overview.today_month
        charts: list[Chart] = [self._answer_chart(shown)]
        if shown.goal_path is not None:
            charts.insert(0, GoalChart(shown.goal_path, shown.month, today_month))
        self._show_found([chart for chart in charts if chart.has_picture()])
        followers = FollowerChart(tuple(shown.followers), today_month)
        self._followers.setVisible(followers.has_picture())
        if followers.has_picture():
            self._followers.show_chart(followers)

    def _kinds_card(self, chart: KindChart) -> QWidget:
        """Return the card that compares kinds; it stays the same as long as there is a picture."""
        if not chart.has_picture():
            self._kinds = None
            return words_card(chart.title(), chart.sentence())
        if self._kinds is None:
            self._kinds = ChartCard(self._context, self._library)
        self._kinds.show_chart(chart)
        return self._kinds

    def _show_found(self, charts: Sequence[Chart]) -> None:
        """Show each chart on a card that stays its own, so that an equal one is not drawn again."""
        kept, self._found_cards = self._found_cards, {}
        for chart in charts:
            card = kept.get(chart.file_name) or ChartCard(self._context, self._library)
            card.show_chart(chart)
            self._found_cards[chart.file_name] = card
        self._more_charts.show_cards(list(self._found_cards.values()))

    def _answer_chart(self, shown: Shown) -> AnswerChart:
        return AnswerChart(tuple(shown.answering), shown.reply_hours, shown.overview.today_month)

    def _choose_platform(self, platform: str) -> None:
        self._platform = platform
        if self._shown is not None:
            self._show_response(self._shown)
            self._show_mix(self._shown)

    def _worth_card(self, shown: Shown) -> WorthCard:
        card = WorthCard(shown, self._platforms(shown), self._context)
        card.customer_noted.connect(self._note_customer)
        card.time_wanted.connect(self._ask_minutes)
        card.outlook_wanted.connect(self._look_ahead)
        return card

    def _platforms(self, shown: Shown) -> list[tuple[str, str]]:
        """Return keys and names: the owner's chosen platforms, then others with posts or time."""
        timed = (one.effort.platform for one in shown.worth)
        keys = (
            dict.fromkeys((*shown.platform_keys, *shown.overview.platforms, *timed)) or self._names
        )
        return [(key, self._names.get(key, key)) for key in keys or self._names]

    def _ask_minutes(self) -> None:
        if self._shown is not None:
            panel = MinutesPanel(self._context, self._platforms(self._shown))
            self._panels.open(_("Minutes spent"), panel)

    def _look_ahead(self) -> None:
        if self._shown is not None:
            panel = ExpectationPanel(self._context, self._shown.overview)
            self._panels.open(expectation_title(), panel)

    def _note_customer(self, platform: str) -> None:
        services, hub = self._context.services, self._context.hub
        day = services.planner.today()
        hub.tell(services.effort.note_found_us(day, platform))
        words = _("Noted: a new customer found you through {platform}.")
        hub.notice(
            words.format(platform=self._names.get(platform, platform)),
            _("Undo"),
            lambda: hub.tell(services.effort.take_back_found_us(day, platform)),
        )
