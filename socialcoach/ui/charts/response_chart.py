"""How many respond, month by month: a line with the band that says how sure it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from gettext import gettext as _
from itertools import groupby
from typing import TYPE_CHECKING

from socialcoach.core.progress.overview import Overview, RatePoint
from socialcoach.core.progress.rates import Rate
from socialcoach.services.words.figures import (
    PER,
    month_name,
    per_thousand,
    range_per_thousand,
    short_month_and_year,
)
from socialcoach.services.words.numbers import number
from socialcoach.services.words.progress import response_note, response_sentence
from socialcoach.services.words.typed_months import typed_note
from socialcoach.services.words.unseen import unseen_note
from socialcoach.ui.charts.chart import TableData
from socialcoach.ui.charts.drawing import BOLD_TEXT, empty_axes, few_lines, font_of, month_axis
from socialcoach.ui.charts.look import ChartLook

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

BAND_OPACITY, BAND_IN_CONTRAST = 0.16, 0.4


@dataclass(frozen=True)
class ResponseChart:
    """Responses per 1,000 who saw, up to six months, the chosen one last."""

    overview: Overview
    platform: str
    names: Mapping[str, str]
    file_name: str = "how many respond"

    @cached_property
    def points(self) -> list[RatePoint]:
        """The months shown, the oldest first."""
        return self.overview.rates(self.platform)

    def title(self) -> str:
        return _("How many respond")

    def sentence(self) -> str:
        return response_sentence(self.overview, self.platform)

    def note(self) -> str:
        typed = typed_note(self.overview, self.platform, dict(self.names))
        note = response_note(self.overview.bases(self.platform), self.names)
        unseen = unseen_note(self.overview.unseen(self.platform), self.names)
        return " ".join(filter(None, (note, unseen, typed)))

    def spoken(self) -> str:
        said = [self._spoken_point(point) for point in self.points]
        return _("Responses for every 1,000 who saw a post. {months}").format(months=" ".join(said))

    def table(self) -> TableData:
        head = (_("Month"), _("Of 1,000"), _("Probably"), _("Posts"), _("Seen"), _("Responses"))
        return TableData(head, tuple(self._row(point) for point in self.points))

    def has_picture(self) -> bool:
        return any(point.rate is not None for point in self.points)

    def draw(self, figure: Figure, look: ChartLook) -> None:
        axes = empty_axes(figure, look)
        month_axis(axes, [point.month for point in self.points])
        for run in _runs(self.points):
            _draw_run(axes, run, look)
        highest = max((point.rate.high for point in self.points if point.rate), default=0.0)
        axes.set_ylim(0, max(highest * PER * 1.12, 1))
        few_lines(axes)
        self._draw_last(axes, look)

    def _draw_last(self, axes: Axes, look: ChartLook) -> None:
        known = [(place, point.rate) for place, point in enumerate(self.points) if point.rate]
        if not known:
            return
        place, rate = known[-1]
        axes.annotate(
            per_thousand(rate.value),
            (place, rate.value * PER),
            xytext=(0, look.points(9)),
            textcoords="offset points",
            ha="center",
            color=look.colours.accent,
            fontsize=look.points(BOLD_TEXT),
            fontweight="bold",
            fontfamily=font_of(look),
        )

    def _spoken_point(self, point: RatePoint) -> str:
        name = month_name(point.month, self.overview.today_month)
        if point.rate is None:
            return _("{month}: not enough posts to say.").format(month=name)
        likely = range_per_thousand(point.rate.low, point.rate.high)
        return _("{month}: {n}, probably {range}.").format(
            month=name, n=per_thousand(point.rate.value), range=likely
        )

    def _row(self, point: RatePoint) -> tuple[str, ...]:
        month = short_month_and_year(point.month)
        typed = self.overview.typed_platforms(point.month, self.platform)
        if typed and set(typed) == set(self.overview.bases(self.platform)):
            month = _("{month}, typed in").format(month=month)
        elif typed:
            month = _("{month}, partly typed in").format(month=month)
        if point.rate is None:
            return (month, _("not enough posts"), "", number(point.posts), "", "")
        rate = point.rate
        return (
            month,
            per_thousand(rate.value),
            range_per_thousand(rate.low, rate.high),
            number(rate.posts),
            number(rate.seen),
            number(rate.responses),
        )


def _runs(points: list[RatePoint]) -> list[list[tuple[int, Rate]]]:
    """Return stretches of months with a rate, each with its place; a gap stays a gap."""
    placed = [(place, point.rate) for place, point in enumerate(points)]
    groups = groupby(placed, key=lambda one: one[1] is not None)
    return [[(place, rate) for place, rate in run if rate] for known, run in groups if known]


def _draw_run(axes: Axes, run: list[tuple[int, Rate]], look: ChartLook) -> None:
    places = [place for place, _rate in run]
    low = [rate.low * PER for _place, rate in run]
    high = [rate.high * PER for _place, rate in run]
    colour = look.colours.accent
    opacity = BAND_IN_CONTRAST if look.is_high_contrast else BAND_OPACITY
    if len(run) == 1:
        wide = look.points(14)
        axes.vlines(places, low, high, color=colour, alpha=opacity, linewidth=wide)
    else:
        axes.fill_between(places, low, high, color=colour, alpha=opacity, linewidth=0)
    values = [rate.value * PER for _place, rate in run]
    axes.plot(
        places,
        values,
        color=colour,
        linewidth=look.points(3),
        marker="o",
        markersize=look.points(8),
        clip_on=False,
    )
