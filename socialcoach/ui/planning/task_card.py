"""One thing worth doing: what, why, how long, one button, and a way to put it off."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLabel, QMenu

from socialcoach.core.planning.today import Task
from socialcoach.services.words.today import task_button
from socialcoach.ui.planning.day_view import ShownTask
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import Card, column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import chip, label

ICONS = {
    Task.CONFIRM: "ph.paper-plane-tilt",
    Task.ANSWER: "ph.chat-circle-dots",
    Task.COME_BACK: "ph.chats-circle",
    Task.DUE: "ph.calendar-check",
    Task.FINISH_PLAN: "ph.compass",
    Task.FIRST_POST: "ph.pencil-simple",
    Task.FOLLOW_UP: "ph.handshake",
    Task.MEND_CALENDAR: "ph.calendar-blank",
    Task.SAME_QUESTION: "ph.question",
    Task.FINISH_DRAFT: "ph.pencil-simple",
    Task.GIVE: "ph.heart",
    Task.REVIEW_GOAL: "ph.flag",
    Task.REVISIT_PLAN: "ph.compass",
    Task.BRING_NUMBERS: "ph.chart-line-up",
}
ICON_SIDE = 24
BUTTON_WIDTH = 104
"""So wide at least, in pixels at the usual text size: the cards' columns stand under each other."""

TOMORROW, NEXT_WEEK = 1, 7


class TaskCard(Card):
    """Emits ``opened`` and ``put_off(days)``; the first card of the page has its primary button."""

    opened = Signal()
    put_off = Signal(int)

    def __init__(self, task: ShownTask, theme: Theme, *, first: bool) -> None:
        super().__init__()
        self._task, self._theme = task, theme
        said = column(label(task.title, "strong"), label(task.reason, "soft"), spacing=2)
        line = row(self._picture(), spacing=16)
        line.addLayout(said, 1)
        minutes = task.suggestion.minutes
        line.addWidget(chip(ngettext("{n} min", "{n} min", minutes).format(n=minutes)))
        line.addWidget(self._later())
        line.addWidget(self._button(first=first))
        self.add(line)

    def _picture(self) -> QLabel:
        side = self._theme.sizes.scaled(ICON_SIDE)
        made = QLabel()
        icon = self._theme.icon(ICONS[self._task.suggestion.task], "accent")
        made.setPixmap(icon.pixmap(QSize(side, side)))
        made.setFixedWidth(side)
        return made

    def _button(self, *, first: bool) -> Button:
        words = task_button(self._task.suggestion.task)
        button = Button(words, self.opened.emit, role="primary" if first else "")
        button.setAccessibleDescription(self._task.title)
        button.setMinimumWidth(self._theme.sizes.scaled(BUTTON_WIDTH))
        return button

    def _later(self) -> Button:
        menu = QMenu(self)
        menu.addAction(_("Until tomorrow"), lambda: self.put_off.emit(TOMORROW))
        menu.addAction(_("Until next week"), lambda: self.put_off.emit(NEXT_WEEK))
        button = Button(_("Not now"), role="link")
        button.setMenu(menu)
        button.setAccessibleDescription(self._task.title)
        return button
