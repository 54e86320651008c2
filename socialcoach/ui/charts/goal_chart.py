"""The owner's goal month by month, against an even pace to its day."""

from __future__ import annotations

from dataclasses import dataclass
from gettext import gettext as _
from typing import TYPE_CHECKING

from socialcoach.core.progress.goal_path import GoalPath, GoalPoint
from socialcoach.services.words.figures import month_name, short_month_and_year
from socialcoach.services.words.goal_path import figure_words, goal_path_note, goal_path_sentence
from socialcoach.services.words.numbers import number
from socialcoach.ui.charts.chart import TableData
from socialcoach.ui.charts.drawing import empty_axes, few_lines, month_axis
from socialcoach.ui.charts.look import ChartLook
from socialcoach.ui.charts.writing import write_over

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH = 0.58


@dataclass(frozen=True)
class GoalChart:
    """Bars for what was counted, a dotted line for the pace; ``month`` is the chosen one."""

    path: GoalPath
    month: str
    today_month: str
    file_name: str = "your goal"

    def title(self) -> str:
        return _("Your goal")

    def sentence(self) -> str:
        return goal_path_sentence(self.path, self.today_month, self.month)

    def note(self) -> str:
        return goal_path_note()

    def spoken(self) -> str:
        return " ".join(self._spoken_point(point) for point in self.path.points)

    def table(self) -> TableData:
        head = (_("Month"), _("New customers"), _("Even pace"))
        return TableData(head, tuple(_row(point) for point in self.path.points))

    def has_picture(self) -> bool:
        return bool(self.path.points)

    def draw(self, figure: Figure, look: ChartLook) -> None:
        axes = empty_axes(figure, look)
        points = self.path.points
        month_axis(axes, [point.month for point in points])
        counted = [point.count or 0 for point in points]
        axes.bar(range(len(points)), counted, WIDTH, color=look.colours.accent)
        _draw_pace(axes, look, points)
        axes.set_ylim(0, max(*counted, self.path.target, 1) * 1.2)
        few_lines(axes, whole=True)
        for place, point in enumerate(points):
            if point.count is not None:
                write_over(axes, look, place, point.count, number(point.count))

    def _spoken_point(self, point: GoalPoint) -> str:
        name = month_name(point.month, self.today_month)
        pace = "" if point.pace is None else figure_words(round(point.pace, 1))
        if point.count is None:
            return _("{month}: the pace asks for {pace}.").format(month=name, pace=pace)
        if not pace:
            return _("{month}: {n}.").format(month=name, n=number(point.count))
        return _("{month}: {n}, the pace asks for {pace}.").format(
            month=name, n=number(point.count), pace=pace
        )


def _draw_pace(axes: Axes, look: ChartLook, points: tuple[GoalPoint, ...]) -> None:
    paced = [(place, point.pace) for place, point in enumerate(points) if point.pace is not None]
    if not paced:
        return
    places, values = zip(*paced, strict=True)
    axes.plot(
        places,
        values,
        color=look.colours.ink,
        linewidth=look.points(2),
        linestyle=(0, (1, 2)),
        marker="o",
        markersize=look.points(4),
    )


def _row(point: GoalPoint) -> tuple[str, ...]:
    count = "" if point.count is None else number(point.count)
    pace = "" if point.pace is None else figure_words(round(point.pace, 1))
    return (short_month_and_year(point.month), count, pace)
