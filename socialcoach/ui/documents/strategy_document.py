"""The strategy as one printed page: HTML for Qt's own text layout, then PDF or paper."""

from __future__ import annotations

from gettext import gettext as _
from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import (
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from socialcoach.core.errors import UserError
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.services.words.moments import short_day
from socialcoach.ui.documents.plan_sections import PlanLine, PlanSection, plan_sections

MARGIN_MM = 18.0
DOTS_PER_INCH = 300

POINT_SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
"""The text shrinks within these sizes, in points, until the plan fits on one page."""


def strategy_html(strategy: Strategy, services: Services) -> str:
    """Return the plan as HTML; everything the owner wrote is escaped."""
    today = services.planner.today()
    name = escape(strategy.business.name or _("Our business"))
    day = f"{short_day(today, today)} {today.year}"
    under = _("Our plan for social media, {day}").format(day=day)
    sections = "".join(_section(part) for part in plan_sections(strategy, services) if part.lines)
    return f"<p class='name'>{name}</p><p class='soft'>{escape(under)}</p>{sections}"


def plan_as_pdf(strategy: Strategy, services: Services) -> bytes:
    """Return the plan as a PDF on A4."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(_("Our plan for social media"))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    print_plan(strategy, services, writer)
    buffer.close()
    return bytes(buffer.data().data())


def save_plan(strategy: Strategy, services: Services, file: Path) -> None:
    """Write the plan to a PDF file; raise ``UserError("file.not_written")``."""
    made = plan_as_pdf(strategy, services)
    try:
        file.write_bytes(made)
    except OSError as error:
        raise UserError("file.not_written", file=file.name, why=str(error)) from error


def print_plan(strategy: Strategy, services: Services, device: QPagedPaintDevice) -> None:
    """Put the plan on a device (a PDF or a printer), on one page where that can be read."""
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    device.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    document = _fitted(strategy_html(strategy, services), device)
    painter = QPainter(device)
    page = QRectF(0, 0, device.width(), device.height())
    for number in range(document.pageCount()):
        if number:
            device.newPage()
            painter.translate(0, -page.height())
        document.drawContents(painter, page.translated(0, number * page.height()))
    painter.end()


def _fitted(html: str, device: QPagedPaintDevice) -> QTextDocument:
    """Return the text laid out for the device in the largest size that fits on one page."""
    document = QTextDocument()
    document.documentLayout().setPaintDevice(device)
    document.setDocumentMargin(0)
    for points in POINT_SIZES:
        document.setDefaultStyleSheet(_style(points))
        document.setHtml(html)
        document.setPageSize(QSizeF(device.width(), device.height()))
        if document.pageCount() == 1:
            break
    return document


def _style(points: float) -> str:
    return (
        f"p, td {{ font-size: {points:.1f}pt; margin-top: 0; margin-bottom: 2px; }}"
        f".name {{ font-size: {points * 2:.1f}pt; font-weight: 600; }}"
        f".heading {{ font-size: {points * 1.2:.1f}pt; font-weight: 600; margin-top: 16px; }}"
        ".soft { color: dimgray; } td { padding-bottom: 3px; }"
    )


def _section(section: PlanSection) -> str:
    rows = "".join(_row(line) for line in section.lines)
    return f"<p class='heading'>{escape(section.heading)}</p><table width='100%'>{rows}</table>"


def _row(line: PlanLine) -> str:
    text = escape(line.text).replace("\n", "<br>")
    if not line.name:
        return f"<tr><td colspan='2'>{text}</td></tr>"
    return f"<tr><td width='28%' class='soft'>{escape(line.name)}</td><td>{text}</td></tr>"
