"""What was given and what was sold, month by month: bars with the selling part striped."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from gettext import gettext as _
from typing import TYPE_CHECKING

from socialcoach.core.progress.month_mix import ONE_IN, MonthMix
from socialcoach.core.progress.overview import Overview
from socialcoach.services.words.figures import month_name, percent, short_month_and_year
from socialcoach.services.words.numbers import number
from socialcoach.services.words.progress import mix_note, mix_sentence
from socialcoach.ui.charts.chart import TableData
from socialcoach.ui.charts.drawing import empty_axes, few_lines, month_axis
from socialcoach.ui.charts.look import ChartLook
from socialcoach.ui.charts.writing import striped_bars, write_over

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH = 0.58
"""Width of a bar; 1 would leave no gap."""


@dataclass(frozen=True)
class MixChart:
    """Posts by month, up to six months, the chosen one last."""

    overview: Overview
    platform: str
    file_name: str = "giving and selling"

    @cached_property
    def mixes(self) -> list[MonthMix]:
        """The months shown, the oldest first."""
        return self.overview.mixes(self.platform)

    def title(self) -> str:
        return _("What you gave and what you sold")

    def sentence(self) -> str:
        return mix_sentence(self.overview, self.platform)

    def note(self) -> str:
        return mix_note(has_unread=any(mix.unread for mix in self.mixes))

    def spoken(self) -> str:
        return " ".join(self._spoken_month(mix) for mix in self.mixes)

    def table(self) -> TableData:
        head = (_("Month"), _("Posts"), _("Giving"), _("Selling"), _("Selling share"))
        rows = tuple(self._row(mix) for mix in self.mixes)
        if not any(mix.unread for mix in self.mixes):
            return TableData(head, rows)
        unread = tuple(number(mix.unread) for mix in self.mixes)
        longer = tuple((*one, more) for one, more in zip(rows, unread, strict=True))
        return TableData((*head, _("To be read")), longer)

    def has_picture(self) -> bool:
        return any(mix.posts for mix in self.mixes)

    def draw(self, figure: Figure, look: ChartLook) -> None:
        axes = empty_axes(figure, look)
        month_axis(axes, [mix.month for mix in self.mixes])
        self._draw_bars(axes, look)
        most = max(mix.posts for mix in self.mixes)
        axes.set_ylim(0, max(most * 1.15, 4))
        few_lines(axes, whole=True)
        for place, mix in enumerate(self.mixes):
            _mark_one_in_five(axes, look, place, mix)
            _write_share(axes, look, place, mix)

    def _draw_bars(self, axes: Axes, look: ChartLook) -> None:
        places = range(len(self.mixes))
        giving = [mix.giving for mix in self.mixes]
        selling = [mix.selling for mix in self.mixes]
        read = [mix.giving + mix.selling for mix in self.mixes]
        unread = [mix.unread for mix in self.mixes]
        axes.bar(places, giving, WIDTH, color=look.colours.giving)
        striped_bars(axes, look, selling, giving, look.colours.selling, WIDTH)
        axes.bar(places, unread, WIDTH, bottom=read, color=look.colours.line)

    def _spoken_month(self, mix: MonthMix) -> str:
        name = month_name(mix.month, self.overview.today_month)
        if not mix.posts:
            return _("{month}: no posts.").format(month=name)
        unread = _("{n} still to be read").format(n=number(mix.unread))
        if mix.share is None:
            return f"{name}: {unread}."
        words = _("{month}: {giving} giving, {selling} selling, {share} selling").format(
            month=name,
            giving=mix.giving,
            selling=mix.selling,
            share=percent(mix.share),
        )
        return f"{words}, {unread}." if mix.unread else f"{words}."

    def _row(self, mix: MonthMix) -> tuple[str, ...]:
        counts = (number(mix.posts), number(mix.giving), number(mix.selling))
        share = "" if mix.share is None else percent(mix.share)
        return (short_month_and_year(mix.month), *counts, share)


def _mark_one_in_five(axes: Axes, look: ChartLook, place: int, mix: MonthMix) -> None:
    """Draw where giving must reach for the month to be within one in five."""
    read = mix.giving + mix.selling
    if read:
        level = read * (1 - 1 / ONE_IN)
        reach = WIDTH / 2 + 0.06
        ink = look.colours.ink
        axes.hlines(level, place - reach, place + reach, color=ink, linewidth=look.points(2))


def _write_share(axes: Axes, look: ChartLook, place: int, mix: MonthMix) -> None:
    if mix.share is not None:
        write_over(axes, look, place, mix.posts, percent(mix.share))
