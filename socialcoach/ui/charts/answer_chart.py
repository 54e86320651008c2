"""Who was answered in time, month by month, with the usual wait over each bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from typing import TYPE_CHECKING

from socialcoach.core.progress.answering import AnswerMonth
from socialcoach.services.words.figures import month_name, short_month_and_year, waiting_time
from socialcoach.services.words.numbers import number
from socialcoach.services.words.owner import reply_promise
from socialcoach.services.words.progress import answering_sentence
from socialcoach.ui.charts.chart import TableData
from socialcoach.ui.charts.drawing import empty_axes, few_lines, month_axis
from socialcoach.ui.charts.look import ChartLook
from socialcoach.ui.charts.writing import striped_bars, write_over

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDTH = 0.58


@dataclass(frozen=True)
class AnswerChart:
    """People who wrote, up to six months, the chosen one last, against the owner's own promise."""

    months: Sequence[AnswerMonth]
    promised_hours: int
    today_month: str
    file_name: str = "answering people"

    def title(self) -> str:
        return _("Answering people")

    def sentence(self) -> str:
        here = self.months[-1]
        if here.answering is None:
            name = month_name(here.month, self.today_month)
            return _("Nobody who wrote in {month} is noted yet.").format(month=name)
        return answering_sentence(here.answering, reply_promise(self.promised_hours))

    def note(self) -> str:
        return _(
            "Plain: answered in the time you promised. Striped: later, or still waiting. "
            "Above: how long the middle person waited."
        )

    def spoken(self) -> str:
        return " ".join(self._spoken_month(one) for one in self.months)

    def table(self) -> TableData:
        head = (_("Month"), _("Wrote"), _("In time"), _("Later"), _("Waiting"), _("Middle wait"))
        return TableData(head, tuple(_row(one) for one in self.months))

    def has_picture(self) -> bool:
        return any(one.answering for one in self.months)

    def draw(self, figure: Figure, look: ChartLook) -> None:
        axes = empty_axes(figure, look)
        month_axis(axes, [one.month for one in self.months])
        found = [one.answering for one in self.months]
        in_time = [one.in_time if one else 0 for one in found]
        rest = [one.wrote - one.in_time if one else 0 for one in found]
        axes.bar(range(len(found)), in_time, WIDTH, color=look.colours.giving)
        striped_bars(axes, look, rest, in_time, look.colours.leaning, WIDTH)
        most = max(one.wrote if one else 0 for one in found)
        axes.set_ylim(0, max(most * 1.2, 4))
        few_lines(axes, whole=True)
        for place, one in enumerate(found):
            if one and one.median_hours is not None:
                write_over(axes, look, place, one.wrote, waiting_time(one.median_hours))

    def _spoken_month(self, one: AnswerMonth) -> str:
        name = month_name(one.month, self.today_month)
        if one.answering is None:
            return _("{month}: nobody noted.").format(month=name)
        return _("{month}: {n} wrote, {in_time} answered in time.").format(
            month=name, n=one.answering.wrote, in_time=one.answering.in_time
        )


def _row(one: AnswerMonth) -> tuple[str, ...]:
    month, found = short_month_and_year(one.month), one.answering
    if found is None:
        return (month, "0", "", "", "", "")
    wait = "" if found.median_hours is None else waiting_time(found.median_hours)
    counts = (found.wrote, found.in_time, found.late, found.waiting)
    return (month, *map(number, counts), wait)
