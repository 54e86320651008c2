"""What kinds of posts people respond to: a dot for each kind, with the line of how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from gettext import ngettext
from typing import TYPE_CHECKING

from socialcoach.core.progress.kind_response import KindResponse
from socialcoach.services.words.figures import PER, per_thousand, range_per_thousand
from socialcoach.services.words.meter import kind_name
from socialcoach.services.words.numbers import number
from socialcoach.services.words.progress import kinds_sentence
from socialcoach.ui.charts.chart import TableData
from socialcoach.ui.charts.drawing import TEXT, empty_axes, few_lines, font_of
from socialcoach.ui.charts.look import ChartLook
from socialcoach.ui.charts.writing import write_over

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SHOWN_KINDS = 5
"""Kinds in the picture, those people respond to most; the table holds all."""

LINE_OPACITY = 0.35


@dataclass(frozen=True)
class KindChart:
    """The kinds that can be compared, the best first; none when there are too few posts."""

    kinds: Sequence[KindResponse]
    file_name: str = "what people respond to"

    def title(self) -> str:
        return kinds_title()

    def sentence(self) -> str:
        return kinds_sentence(self.kinds)

    def note(self) -> str:
        return _(
            "Dots: our best guess of 1,000 who saw such a post, over the last year; few posts "
            "count less. Lines: what its own posts say, right about nine times in ten."
        )

    def spoken(self) -> str:
        return " ".join(_spoken_kind(one) for one in self.kinds)

    def table(self) -> TableData:
        head = (_("Kind"), _("Of 1,000"), _("Probably"), _("Posts"))
        return TableData(head, tuple(_row(one) for one in self.kinds))

    def has_picture(self) -> bool:
        return bool(self.kinds)

    def draw(self, figure: Figure, look: ChartLook) -> None:
        axes = empty_axes(figure, look)
        shown = self.kinds[:SHOWN_KINDS]
        axes.set_xticks(range(len(shown)), [kind_name(one.kind) for one in shown])
        axes.set_xlim(-0.6, len(shown) - 0.4)
        for place, one in enumerate(shown):
            _draw_kind(axes, look, place, one)
        axes.set_ylim(0, max(max(one.high for one in shown) * PER * 1.15, 1))
        few_lines(axes)


def kinds_title() -> str:
    """Return the name of the chart."""
    return _("What people respond to")


def _draw_kind(axes: Axes, look: ChartLook, place: int, one: KindResponse) -> None:
    colour = look.colours.accent if one.stands_out > 0 else look.colours.soft_ink
    axes.vlines(
        place,
        one.low * PER,
        one.high * PER,
        color=colour,
        alpha=LINE_OPACITY,
        linewidth=look.points(6),
    )
    shape = "D" if one.stands_out > 0 else "o"  # so that colour is not all that tells them apart
    axes.plot([place], [one.pooled * PER], color=colour, marker=shape, markersize=look.points(9))
    axes.annotate(
        per_thousand(one.pooled),
        (place, one.pooled * PER),
        xytext=(look.points(9), 0),
        textcoords="offset points",
        va="center",
        color=look.colours.ink,
        fontsize=look.points(TEXT),
        fontfamily=font_of(look),
    )
    write_over(axes, look, place, one.high * PER, _posts(one))


def _posts(one: KindResponse) -> str:
    return ngettext("{n} post", "{n} posts", one.posts).format(n=number(one.posts))


def _spoken_kind(one: KindResponse) -> str:
    return _("{kind}: {n} of 1,000, probably {range}, {posts}.").format(
        kind=kind_name(one.kind),
        n=per_thousand(one.pooled),
        range=range_per_thousand(one.low, one.high),
        posts=_posts(one),
    )


def _row(one: KindResponse) -> tuple[str, ...]:
    likely = range_per_thousand(one.low, one.high)
    return (kind_name(one.kind), per_thousand(one.pooled), likely, number(one.posts))
