"""New followers by month, bought ones striped. The last and smallest of the charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from typing import TYPE_CHECKING

from socialcoach.core.progress.followers import FollowerMonth
from socialcoach.services.words.figures import month_name, short_month_and_year
from socialcoach.services.words.followers import followers_note, followers_sentence
from socialcoach.services.words.numbers import number
from socialcoach.ui.charts.chart import TableData
from socialcoach.ui.charts.drawing import empty_axes, few_lines, month_axis
from socialcoach.ui.charts.look import ChartLook
from socialcoach.ui.charts.writing import striped_bars

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDTH = 0.4


@dataclass(frozen=True)
class FollowerChart:
    """Up to six months, the chosen one last."""

    months: Sequence[FollowerMonth]
    today_month: str
    file_name: str = "new followers"

    def title(self) -> str:
        return _("New followers, not the goal")

    def sentence(self) -> str:
        return followers_sentence(self.months, self.today_month)

    def note(self) -> str:
        return followers_note(has_bought=any(one.bought for one in self.months))

    def spoken(self) -> str:
        return " ".join(self._spoken_month(one) for one in self.months)

    def table(self) -> TableData:
        head = (_("Month"), _("Came by themselves"), _("Bought"), _("Left"))
        return TableData(head, tuple(_row(one) for one in self.months))

    def has_picture(self) -> bool:
        return any(one.came is not None or one.bought is not None for one in self.months)

    def draw(self, figure: Figure, look: ChartLook) -> None:
        axes = empty_axes(figure, look)
        month_axis(axes, [one.month for one in self.months])
        came = [max(one.came or 0, 0) for one in self.months]
        bought = [one.bought or 0 for one in self.months]
        axes.bar(range(len(came)), came, WIDTH, color=look.colours.soft_ink)
        if any(bought):
            striped_bars(axes, look, bought, came, look.colours.leaning, WIDTH)
        most = max(map(sum, zip(came, bought, strict=True)))
        axes.set_ylim(0, max(most * 1.15, 4))
        few_lines(axes, whole=True)

    def _spoken_month(self, one: FollowerMonth) -> str:
        name = month_name(one.month, self.today_month)
        known = []
        if one.came is not None:
            known.append(_("{n} came").format(n=number(one.came)))
        if one.bought is not None:
            known.append(_("{n} bought").format(n=number(one.bought)))
        return f"{name}: {', '.join(known) or _('not known')}."


def _row(one: FollowerMonth) -> tuple[str, ...]:
    cells = ("" if value is None else number(value) for value in (one.came, one.bought, one.left))
    return (short_month_and_year(one.month), *cells)
