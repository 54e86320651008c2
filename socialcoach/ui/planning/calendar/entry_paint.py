"""Draws one post in the calendar: dot or ring, time, where it goes, how it stands, first words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication

from socialcoach.core.planning.calendar_entry import Entry
from socialcoach.core.planning.calendar_status import EntryStatus
from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.services.words import calendar as words
from socialcoach.ui.theme.theme import Theme

STATUS_ICONS = {
    EntryStatus.IDEA: "ph.lightbulb",
    EntryStatus.DRAFT: "ph.pencil-simple",
    EntryStatus.READY: "ph.check",
    EntryStatus.PLANNED: "ph.calendar-check",
    EntryStatus.ASKED: "ph.question",
    EntryStatus.OUT: "ph.check-circle",
    EntryStatus.MISSED: "ph.clock-counter-clockwise",
}
"""A shape for each status; the word stands beside it where there is room, and in the legend."""

BACKGROUNDS = {
    EntryStatus.PLANNED: "giving_wash",
    EntryStatus.READY: "giving_wash",
    EntryStatus.MISSED: "leaning_wash",
    EntryStatus.ASKED: "leaning_wash",
}
LINES = {EntryStatus.MISSED: "leaning", EntryStatus.ASKED: "leaning"}

PAD, DOT, ICON, GAP, ROUND = 5, 8, 13, 4, 6
"""Pixels at the usual text size."""

WORDS = 70
"""Room the first words keep before the word of the status may stand beside its shape."""


@dataclass(frozen=True)
class Mood:
    """How an entry is drawn: picked with the keyboard or mouse, as a shadow of one being moved."""

    picked: bool = False
    is_ghost: bool = False


class EntryPainter:
    """Knows how tall an entry is and draws it."""

    def __init__(self, theme: Theme, platforms: Mapping[str, PlatformFacts]) -> None:
        self._theme = theme
        self._platforms = platforms

    @property
    def height(self) -> int:
        """Return how tall an entry of two lines is, with the air around it."""
        return 2 * self._line_height() + self._px(5)

    @property
    def line_height(self) -> int:
        """Return how tall an entry of one line is."""
        return self._line_height() + self._px(10)

    def paint(
        self, painter: QPainter, box: QRect, entry: Entry, zone: ZoneInfo, mood: Mood
    ) -> None:
        """Draw an entry over two lines: time and platforms, then first words and status."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_back(painter, box, entry, mood)
        inner = box.adjusted(self._px(PAD), self._px(2), -self._px(PAD), -self._px(2))
        line = self._line_height()
        top = QRect(inner.left(), inner.top(), inner.width(), line)
        left = self._paint_dot(painter, top, entry)
        left = self._paint_time(painter, top, left, entry, zone)
        self._paint_platforms(painter, top, left, top.right() + 1, entry)
        below = QRect(inner.left(), inner.top() + line, inner.width(), line)
        right = self._paint_status(painter, below, below.left() + self._px(WORDS), entry)
        below.setRight(right - self._px(GAP))
        self._paint_words(painter, below, entry)
        painter.restore()

    def paint_line(
        self, painter: QPainter, box: QRect, entry: Entry, zone: ZoneInfo, mood: Mood
    ) -> None:
        """Draw an entry on one line, for the list: everything side by side."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_back(painter, box, entry, mood)
        inner = box.adjusted(self._px(PAD), 0, -self._px(2 * PAD), 0)
        left = self._paint_dot(painter, inner, entry)
        left = self._paint_time(painter, inner, left, entry, zone, with_zone=True)
        right = self._paint_status(painter, inner, left, entry)
        left = self._paint_platforms(painter, inner, left + self._px(GAP), right, entry)
        rest = QRect(left, inner.top(), max(right - left - self._px(GAP), 0), inner.height())
        self._paint_words(painter, rest, entry)
        painter.restore()

    def font(self, *, bold: bool = False) -> QFont:
        """Return the font of the calendar's small words."""
        font = QFont(QApplication.font())
        font.setPixelSize(self._theme.sizes.for_style()["small"])
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def _paint_back(self, painter: QPainter, box: QRect, entry: Entry, mood: Mood) -> None:
        line = LINES.get(entry.status, "line")
        style = Qt.PenStyle.SolidLine
        if entry.status is EntryStatus.IDEA:
            line, style = "field_line", Qt.PenStyle.DashLine
        width = 1.0
        if mood.picked:
            line, style, width = "focus", Qt.PenStyle.SolidLine, 2.0
        if mood.is_ghost:
            line, style, width = "accent", Qt.PenStyle.DashLine, 2.0
        painter.setOpacity(0.75 if mood.is_ghost else 1.0)
        painter.setPen(QPen(self._theme.colour(line), width, style))
        painter.setBrush(self._theme.colour(BACKGROUNDS.get(entry.status, "card")))
        edge = width / 2
        painter.drawRoundedRect(QRectF(box).adjusted(edge, edge, -edge, -edge), ROUND, ROUND)

    def _paint_dot(self, painter: QPainter, box: QRect, entry: Entry) -> int:
        """Draw a dot for a selling post, a ring for a giving one; return where it ends."""
        side = self._px(DOT)
        colour = self._theme.colour("selling" if entry.selling else "giving")
        painter.setPen(QPen(colour, 2))
        painter.setBrush(colour if entry.selling else Qt.BrushStyle.NoBrush)
        middle = box.center().y() + 0.5
        painter.drawEllipse(QRectF(box.left() + 1, middle - side / 2, side, side))
        return box.left() + side + self._px(GAP) + 1

    def _paint_time(
        self,
        painter: QPainter,
        box: QRect,
        left: int,
        entry: Entry,
        zone: ZoneInfo,
        *,
        with_zone: bool = False,
    ) -> int:
        said = words.time_and_zone if with_zone else words.clock_time
        text = said(entry.at, zone)
        font = self.font(bold=True)
        painter.setFont(font)
        painter.setPen(self._theme.colour("ink"))
        width = QFontMetrics(font).horizontalAdvance(text)
        where = QRect(left, box.top(), width + 2, box.height())
        painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter), text)
        return left + width + self._px(GAP)

    def _paint_status(self, painter: QPainter, box: QRect, left: int, entry: Entry) -> int:
        """Draw the shape of the status, and its word where it fits; return where it begins."""
        side, role = self._px(ICON), LINES.get(entry.status, "soft_ink")
        font = self.font()
        word = words.status_name(entry.status)
        width = QFontMetrics(font).horizontalAdvance(word)
        right = box.right() + 1
        if right - left >= width + side + 3 * self._px(GAP):
            painter.setFont(font)
            painter.setPen(self._theme.colour(role))
            where = QRect(right - width, box.top(), width, box.height())
            painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter), word)
            right -= width + self._px(GAP)
        where = QRect(right - side, box.center().y() - side // 2 + 1, side, side)
        self._theme.icon(STATUS_ICONS[entry.status], role).paint(painter, where)
        return right - side

    def _paint_platforms(
        self, painter: QPainter, box: QRect, left: int, right: int, entry: Entry
    ) -> int:
        """Draw the shapes of as many platforms as there is room for; return where they end."""
        side = self._px(ICON)
        for key in entry.platforms:
            if left + side > right:
                break
            where = QRect(left, box.center().y() - side // 2 + 1, side, side)
            self._theme.icon(self._platforms[key].icon, "soft_ink").paint(painter, where)
            left += side + 2
        return left + self._px(GAP)

    def _paint_words(self, painter: QPainter, box: QRect, entry: Entry) -> None:
        font = self.font()
        is_past = entry.status is EntryStatus.OUT
        painter.setFont(font)
        painter.setPen(self._theme.colour("soft_ink" if is_past else "ink"))
        text = QFontMetrics(font).elidedText(
            words.entry_name(entry), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), text)

    def _line_height(self) -> int:
        return QFontMetrics(self.font()).height()

    def _px(self, pixels: float) -> int:
        return self._theme.sizes.scaled(pixels)
