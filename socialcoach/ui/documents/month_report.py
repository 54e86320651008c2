"""The monthly report as PDF: sentences, the two charts, and the figures behind them."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, QUrl
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

from socialcoach.core.errors import UserError
from socialcoach.core.progress.months import first_day
from socialcoach.core.progress.overview import EVERYWHERE
from socialcoach.services.bundle import Services
from socialcoach.services.words.best_times import times_sentence
from socialcoach.services.words.experiments import experiment_note, verdict_sentence
from socialcoach.services.words.figures import month_and_year
from socialcoach.services.words.moments import short_day
from socialcoach.services.words.owner import reply_promise
from socialcoach.services.words.progress import (
    answering_sentence,
    goal_sentence,
    worth_sentence,
)
from socialcoach.services.words.worth_it import advice_words, worth_line, worth_note
from socialcoach.ui.charts.chart import Chart, TableData
from socialcoach.ui.charts.kind_chart import KindChart
from socialcoach.ui.charts.mix_chart import MixChart
from socialcoach.ui.charts.response_chart import ResponseChart
from socialcoach.ui.charts.saving import chart_bytes
from socialcoach.ui.progress.experiment_card import SHOWN, experiment_title
from socialcoach.ui.progress.loading import Shown, gather_here
from socialcoach.ui.progress.times_card import times_title
from socialcoach.ui.progress.worth_card import worth_title

MARGIN_MM = 18.0
DOTS_PER_INCH = 300
HTML_DOTS_PER_INCH = 96
"""Qt takes sizes in HTML as dots of a screen."""

PICTURE_WIDTH = 0.78
"""Width of a chart as part of the text's."""

STYLE = """
    p, td, th { font-size: 10pt; margin-top: 0; margin-bottom: 4px; }
    .name { font-size: 20pt; font-weight: 600; }
    .heading { font-size: 12pt; font-weight: 600; margin-top: 14px; }
    .soft { color: dimgray; }
    .small { font-size: 8.5pt; color: dimgray; }
    td, th { padding-right: 14px; font-size: 9pt; }
    th { color: dimgray; font-weight: normal; }
"""


def write_month_report(services: Services, month: str, path: Path) -> None:
    """Write the report of a month (``"2026-10"``) as PDF on A4.

    Raises ``UserError``: ``report.no_month`` when that is no month, ``report.not_yet`` before it
    has begun, ``report.nothing`` when nothing went out up to then, ``file.not_written``.
    """
    _check_month(month)
    shown = gather_here(services, month)
    if month > shown.overview.today_month:
        raise UserError("report.not_yet", month=month_and_year(month))
    if shown.overview.is_empty or month < shown.overview.months[0]:
        raise UserError("report.nothing", month=month_and_year(month))
    made = _as_pdf(services, shown)
    try:
        path.write_bytes(made)
    except OSError as error:
        raise UserError("file.not_written", file=path.name, why=str(error)) from error


def _check_month(month: str) -> None:
    try:
        first_day(month)
    except ValueError as error:
        raise UserError("report.no_month", month=month) from error


def _as_pdf(services: Services, shown: Shown) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(_("Report for {month}").format(month=month_and_year(shown.month)))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    _print(_document(services, shown, writer), writer)
    buffer.close()
    return bytes(buffer.data().data())


def _print(document: QTextDocument, writer: QPdfWriter) -> None:
    painter = QPainter(writer)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    page = QRectF(0, 0, writer.width(), writer.height())
    for number in range(document.pageCount()):
        if number:
            writer.newPage()
            painter.translate(0, -page.height())
        document.drawContents(painter, page.translated(0, number * page.height()))
    painter.end()


def report_html(services: Services, shown: Shown, picture_width: int = 480) -> str:
    """Return the report as HTML; its pictures are called chart0 and chart1.

    ``picture_width`` is in dots of a screen. Everything the owner wrote is escaped.
    """
    names = _names(services)
    parts = [_top(services, shown)]
    for number, chart in enumerate(_charts(services, shown)):
        parts.append(_chart_part(chart, f"chart{number}", picture_width))
    return "".join(parts + _facts(services, shown, names))


def _names(services: Services) -> dict[str, str]:
    return {key: facts.name for key, facts in services.platforms.items()}


def _charts(services: Services, shown: Shown) -> list[Chart]:
    return [
        ResponseChart(shown.overview, EVERYWHERE, _names(services)),
        MixChart(shown.overview, EVERYWHERE),
    ]


def _document(services: Services, shown: Shown, writer: QPdfWriter) -> QTextDocument:
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    document.setDefaultStyleSheet(STYLE)
    for number, chart in enumerate(_charts(services, shown)):
        _add_picture(document, f"chart{number}", chart)
    inches = writer.width() / DOTS_PER_INCH * PICTURE_WIDTH
    document.setHtml(report_html(services, shown, round(inches * HTML_DOTS_PER_INCH)))
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    return document


def _add_picture(document: QTextDocument, name: str, chart: Chart) -> None:
    if chart.has_picture():
        image = QImage.fromData(chart_bytes(chart, "png"))
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)


def _top(services: Services, shown: Shown) -> str:
    name = services.planner.strategy().business.name or _("Our business")
    today = services.planner.today()
    head = _("What {month} did").format(month=month_and_year(shown.month))
    made = _("{name}. Made on {day} {year}.").format(
        name=name, day=short_day(today, today), year=today.year
    )
    return f"<p class='name'>{escape(head)}</p><p class='soft'>{escape(made)}</p>"


def _chart_part(chart: Chart, name: str, width: int) -> str:
    picture = f"<p><img src='{name}' width='{width}'></p>" if chart.has_picture() else ""
    return (
        f"{_heading(chart.title())}<p>{escape(chart.sentence())}</p>{picture}"
        f"{_table(chart.table())}<p class='small'>{escape(chart.note())}</p>"
    )


def _facts(services: Services, shown: Shown, names: dict[str, str]) -> list[str]:
    """Return the facts, each with its heading, on a page of their own."""
    worth = [worth_sentence(shown.overview, names), *_worth(shown, names)]
    parts = [(worth_title(), worth)]
    if shown.goal is not None:
        parts.append((_("Your goal"), [goal_sentence(shown.goal, shown.overview)]))
    answering = shown.answering[-1].answering if shown.answering else None
    if answering is not None:
        promise = reply_promise(services.planner.strategy().brand.reply_hours)
        parts.append((_("Answering people"), [answering_sentence(answering, promise)]))
    parts.append((times_title(), [times_sentence(shown.times)]))
    if shown.experiments:
        parts.append((experiment_title(), _experiments(shown)))
    kinds = KindChart(tuple(shown.kinds))
    parts.append((kinds.title(), [kinds.sentence()]))
    made = ["<p style='page-break-before: always'></p>"]
    made += [_heading(head) + "".join(map(_paragraph, said)) for head, said in parts]
    if kinds.has_picture():
        made.append(_table(kinds.table()))
    return made


def _worth(shown: Shown, names: dict[str, str]) -> list[str]:
    """Return the advice for each platform, and what it cannot tell."""
    pattern = _("{platform}: {advice}. {reasons}")
    said = [
        pattern.format(
            platform=names.get(one.effort.platform, one.effort.platform),
            advice=advice_words(one.advice),
            reasons=worth_line(one),
        )
        for one in shown.worth
    ]
    return [*said, worth_note(shown.month, shown.overview.today_month)] if said else []


def _experiments(shown: Shown) -> list[str]:
    """Return the latest experiments with what is seen of them."""
    pattern = _("“{experiment}”. {verdict}")
    said = [
        pattern.format(experiment=one.experiment.changed, verdict=verdict_sentence(one))
        for one in shown.experiments[:SHOWN]
    ]
    return [*said, experiment_note()]


def _paragraph(words: str) -> str:
    return f"<p>{escape(words)}</p>"


def _heading(words: str) -> str:
    return f"<p class='heading'>{escape(words)}</p>"


def _table(table: TableData) -> str:
    head = _cells("th", table.head)
    rows = "".join(f"<tr>{_cells('td', row)}</tr>" for row in table.rows)
    return f"<table><tr>{head}</tr>{rows}</table>"


def _cells(tag: str, row: Sequence[str]) -> str:
    first = f"<{tag} align='left'>{escape(row[0])}</{tag}>"
    return first + "".join(f"<{tag} align='right'>{escape(cell)}</{tag}>" for cell in row[1:])
