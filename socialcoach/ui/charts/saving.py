"""Charts as files: a picture or a PDF, in the light colours, with the sentence on top."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING

from socialcoach.core.errors import UserError
from socialcoach.services.tables import write_table
from socialcoach.ui.charts.chart import Chart
from socialcoach.ui.charts.drawing import TEXT, font_of
from socialcoach.ui.charts.look import DOTS_PER_INCH, ChartLook, paper_look

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDE, HIGH = 7.2, 3.4
"""Size of a saved chart, in inches."""

HEAD = 1.0
"""Room above it for its title and sentence, in inches."""

FINE = 200
"""Dots an inch of a saved picture."""

LETTERS_A_LINE = 88


def chart_bytes(chart: Chart, kind: str, *, with_words: bool = False) -> bytes:
    """Return the chart as ``png`` or ``pdf``; matplotlib is brought in when it is not there yet."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure as NewFigure

    look = paper_look()
    figure = NewFigure(figsize=(WIDE, HIGH), dpi=DOTS_PER_INCH)
    FigureCanvasAgg(figure)
    chart.draw(figure, look)
    if with_words:
        _add_words(figure, chart, look)
    made = BytesIO()
    figure.savefig(made, format=kind, dpi=FINE, facecolor=look.colours.card)
    return made.getvalue()


def save_chart(chart: Chart, file: Path) -> Path:
    """Write a chart to a file; raise ``UserError("file.not_written")``.

    The ending says as what: .csv its table, .pdf or .png the picture.
    """
    if file.suffix.lower() == ".csv":
        table = chart.table()
        write_table(file, table.head, table.rows)
        return file
    kind = "pdf" if file.suffix.lower() == ".pdf" else "png"
    made = chart_bytes(chart, kind, with_words=True)
    try:
        file.write_bytes(made)
    except OSError as error:
        raise UserError("file.not_written", file=file.name, why=str(error)) from error
    return file


def _add_words(figure: Figure, chart: Chart, look: ChartLook) -> None:
    """Make the figure taller and write the title and the sentence into the new room."""
    high = HIGH + HEAD
    figure.set_size_inches(WIDE, high)
    for axes in figure.axes:
        x, y, wide, tall = axes.get_position().bounds
        axes.set_position((x, y * HIGH / high, wide, tall * HIGH / high))
    font = font_of(look)
    size = look.points(TEXT)
    top = 1 - 0.16 / high
    figure.text(
        *(0.03, top, chart.title()),
        fontsize=size * 1.25,
        fontweight="bold",
        color=look.colours.ink,
        fontfamily=font,
        va="top",
    )
    figure.text(
        *(0.03, top - 0.32 / high, fill(chart.sentence(), LETTERS_A_LINE)),
        fontsize=size,
        color=look.colours.ink,
        fontfamily=font,
        va="top",
    )
