"""Draws the squares of the calendar like the pages of a notebook: a day, its notes, its posts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from socialcoach.core.planning.calendar_days import View
from socialcoach.core.planning.calendar_entry import Entry
from socialcoach.services.words import calendar as words
from socialcoach.ui.planning.calendar.cells import Cell, Sheet
from socialcoach.ui.planning.calendar.entry_paint import EntryPainter, Mood
from socialcoach.ui.planning.calendar.grid_model import CELL_ROLE, Index
from socialcoach.ui.theme.theme import Theme

MARGIN, HEAD, GAP = 5, 20, 2
"""Pixels at the usual text size: around a square, for the day's number, between posts."""


@dataclass(frozen=True)
class Focus:
    """Where the owner is: the square, the post in it (-1 for none), and a post being moved."""

    index: Index
    place: int = -1
    moving: Entry | None = None


@dataclass(frozen=True)
class Layout:
    """Where the posts of a square stand, and how many found no room."""

    boxes: tuple[tuple[Entry, QRect], ...]
    hidden: int
    more: QRect


class SquareDelegate(QStyledItemDelegate):
    """``sheet`` and ``focus`` answer what is shown and where the owner is."""

    def __init__(
        self,
        theme: Theme,
        painter: EntryPainter,
        sheet: Callable[[], Sheet | None],
        focus: Callable[[], Focus],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._entries = painter
        self._sheet = sheet
        self._focus = focus

    def layout(self, cell: Cell, box: QRect) -> Layout:
        """Return where the posts of a square stand in ``box``."""
        sheet = self._sheet()
        if sheet is not None and sheet.view is View.LIST:
            inner = box.adjusted(self._px(8), GAP, -self._px(8), -GAP)
            return Layout(tuple((entry, inner) for entry in cell.entries), 0, QRect())
        inner = box.adjusted(self._px(MARGIN), 0, -self._px(MARGIN), -self._px(GAP))
        top = inner.top() + (self._head_height(cell) if cell.hour is None else self._px(GAP))
        height, gap = self._entries.height, self._px(GAP)
        line = self._entries.line_height
        room = inner.bottom() + 1 - top
        fitting = max(0, (room + gap) // (height + gap))
        shown = len(cell.entries)
        if shown > fitting:
            shown = max(0, (room - line + gap) // (height + gap))
        boxes = tuple(
            (
                entry,
                QRect(inner.left(), top + place * (height + gap), inner.width(), height),
            )
            for place, entry in enumerate(cell.entries[:shown])
        )
        below = top + shown * (height + gap)
        more = QRect(inner.left(), below, inner.width(), line)
        return Layout(boxes, len(cell.entries) - shown, more)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell, sheet = index.data(CELL_ROLE), self._sheet()
        if cell is None or sheet is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self._focus()
        here = focus.index == index
        self._paint_back(painter, option.rect, cell, sheet, here=here and focus.place < 0)
        if cell.hour is None and not (sheet.view is View.LIST and cell.entries):
            self._paint_head(painter, option.rect, cell, sheet)
        self._paint_entries(painter, option.rect, cell, sheet, focus if here else None)
        painter.restore()

    def _paint_back(
        self, painter: QPainter, box: QRect, cell: Cell, sheet: Sheet, *, here: bool
    ) -> None:
        paper = "card" if cell.in_month else "window"
        painter.fillRect(box, self._theme.colour(paper))
        if cell.is_today and sheet.view is not View.LIST:
            painter.fillRect(box, self._theme.colour("giving_wash"))
        self._paint_lines(painter, box, cell, sheet)
        if here and not (sheet.view is View.LIST and cell.entries):
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(2, 2, -3, -3), 6, 6)

    def _paint_lines(self, painter: QPainter, box: QRect, cell: Cell, sheet: Sheet) -> None:
        """Draw the lines of the paper, and a stroke in the margin where the plan sells too much."""
        painter.setPen(QPen(self._theme.colour("line"), 1))
        if sheet.view is not View.LIST:
            painter.drawLine(box.bottomLeft(), box.bottomRight())
            painter.drawLine(box.topRight(), box.bottomRight())
        elif cell.is_heading:
            painter.drawLine(box.topLeft(), box.topRight())
        if cell.notes.crossing and (cell.hour is None or cell.entries):
            stroke = QRect(box.left(), box.top(), self._px(3), box.height() - 1)
            painter.fillRect(stroke, self._theme.colour("selling"))

    def _paint_head(self, painter: QPainter, box: QRect, cell: Cell, sheet: Sheet) -> None:
        if sheet.view is View.LIST:
            self._paint_list_head(painter, box, cell, sheet)
            return
        inner = box.adjusted(self._px(MARGIN), self._px(3), -self._px(MARGIN), 0)
        left = inner.left()
        if sheet.view is View.MONTH:
            left = self._paint_number(painter, inner, cell)
        names = QRect(left, inner.top(), inner.right() - left, self._px(HEAD - 2))
        if sheet.view is View.WEEK:
            self._paint_week_notes(painter, inner, cell)
        elif cell.notes.names:
            self._paint_small(painter, names, cell.notes.names[0], "leaning")
        if cell.notes.crossing and sheet.view is View.MONTH:
            below = names.translated(0, self._px(HEAD - 2))
            below.setLeft(inner.left())
            self._paint_small(painter, below, cell.notes.crossing, "selling", bold=True)

    def _paint_number(self, painter: QPainter, inner: QRect, cell: Cell) -> int:
        """Draw the number of the day, today's on a filled circle; return where it ends."""
        side = self._px(HEAD - 2)
        where = QRect(inner.left(), inner.top(), side, side)
        role = "ink" if cell.in_month else "soft_ink"
        if cell.is_today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawEllipse(where)
            role = "on_accent"
        painter.setFont(self._entries.font(bold=cell.in_month))
        painter.setPen(self._theme.colour(role))
        painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter), str(cell.day.day))
        return where.right() + self._px(4)

    def _paint_list_head(self, painter: QPainter, box: QRect, cell: Cell, sheet: Sheet) -> None:
        words_of_day = words.long_day(cell.day, sheet.today)
        font = self._entries.font(bold=True)
        painter.setFont(font)
        inner = box.adjusted(self._px(8), 0, -self._px(8), 0)
        painter.setPen(self._theme.colour("accent" if cell.is_today else "ink"))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), words_of_day)
        used = QFontMetrics(font).horizontalAdvance(words_of_day) + self._px(14)
        rest = inner.adjusted(used, 0, 0, 0)
        notes = ", ".join(cell.notes.names)
        self._paint_small(painter, rest, notes, "leaning")
        if cell.notes.crossing:
            used = QFontMetrics(self._entries.font()).horizontalAdvance(notes)
            rest.setLeft(rest.left() + used + (self._px(14) if notes else 0))
            self._paint_small(painter, rest, cell.notes.crossing, "selling", bold=True)

    def _paint_week_notes(self, painter: QPainter, inner: QRect, cell: Cell) -> None:
        line = self._entries.line_height - self._px(4)
        said = [(name, "leaning") for name in cell.notes.names]
        said += [(cell.notes.crossing, "selling")] if cell.notes.crossing else []
        for place, (text, role) in enumerate(said):
            where = QRect(inner.left(), inner.top() + place * line, inner.width(), line)
            self._paint_small(painter, where, text, role, bold=role == "selling")

    def _paint_small(
        self, painter: QPainter, box: QRect, text: str, role: str, *, bold: bool = False
    ) -> None:
        font = self._entries.font(bold=bold)
        painter.setFont(font)
        painter.setPen(self._theme.colour(role))
        fitted = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), fitted)

    def _paint_entries(
        self, painter: QPainter, box: QRect, cell: Cell, sheet: Sheet, focus: Focus | None
    ) -> None:
        layout = self.layout(cell, box)
        draw = self._entries.paint_line if sheet.view is View.LIST else self._entries.paint
        for place, (entry, where) in enumerate(layout.boxes):
            picked = focus is not None and (focus.place == place or sheet.view is View.LIST)
            draw(painter, where, entry, sheet.zone, Mood(picked=picked))
        if layout.hidden and cell.entries:
            self._paint_small(painter, layout.more, words.more(layout.hidden), "accent", bold=True)
        if focus is not None and focus.moving is not None:
            self._paint_ghost(painter, box, focus.moving, sheet)

    def _paint_ghost(self, painter: QPainter, box: QRect, entry: Entry, sheet: Sheet) -> None:
        """Draw the post being moved over the square it would go to."""
        inner = box.adjusted(self._px(MARGIN), 0, -self._px(MARGIN), -self._px(MARGIN))
        top = int(inner.bottom() - self._entries.height)
        where = QRect(inner.left(), top, inner.width(), self._entries.height)
        self._entries.paint(painter, where, entry, sheet.zone, Mood(is_ghost=True))
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        painter.drawLine(QPointF(box.topLeft()), QPointF(box.topRight()))

    def _head_height(self, cell: Cell) -> int:
        return self._px(HEAD) + (self._px(HEAD - 2) if cell.notes.crossing else 0)

    def _px(self, pixels: float) -> int:
        return self._theme.sizes.scaled(pixels)
