"""Today: two or three things worth doing now, how the feed stands, and one thought."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext
from html import escape

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget
from shiboken6 import isValid

from socialcoach.core.changes import Changes
from socialcoach.core.planning.today import Suggestion, Task
from socialcoach.core.strategy.lesson import lesson_of_day
from socialcoach.core.text import shorten
from socialcoach.services.words import today as words
from socialcoach.services.words.figures import month_name
from socialcoach.services.words.meter import mix_sentences
from socialcoach.services.words.progress import response_sentence
from socialcoach.ui.context import AppContext
from socialcoach.ui.pages.page import Page
from socialcoach.ui.widgets.boxes import Card, clear, column, row, scrolling
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.card_grid import CardGrid
from socialcoach.ui.widgets.feed_dots import FeedDots
from socialcoach.ui.widgets.labels import chip, label, rich_label

TITLE_LENGTH = 40
NARROWEST_CARD = 300
ICONS = {
    Task.CONFIRM: "ph.paper-plane-tilt",
    Task.FINISH_PLAN: "ph.compass",
    Task.FIRST_POST: "ph.pencil-simple",
    Task.FINISH_DRAFT: "ph.pencil-simple",
    Task.GIVE: "ph.heart",
    Task.BRING_NUMBERS: "ph.chart-line-up",
}


class TodayPage(Page):
    """The first page of the day."""

    page_id = "today"
    icon = "ph.house"

    affected_by = Changes.everything() & ~Changes.SETTINGS

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._services = context.services
        self._greeting = label("", "title")
        self._time = label("", "soft")
        self._tasks = column(spacing=12)
        self._dots = FeedDots(context.theme)
        self._mix = rich_label()
        self._month_name = label("", "heading")
        self._month_sentence = label()
        self._cards = CardGrid(context.theme, NARROWEST_CARD, 3)
        self._thought = label()
        self._why = label("", "soft")
        self._build()

    @staticmethod
    def title() -> str:
        return _("Today")

    def refresh(self) -> None:
        strategy = self._services.planner.strategy()
        now = self._services.clock.now().astimezone(self._services.planner.zone())
        self._greeting.setText(words.greeting(now.hour, strategy.business.owner))
        suggestions = self._services.today.suggestions()
        left = self._services.today.minutes_left()
        planned = strategy.minutes_per_week
        self._time.setText(words.time_sentence(left, planned, len(suggestions)))
        clear(self._tasks)
        for place, suggestion in enumerate(suggestions):
            self._tasks.addWidget(self._task_card(suggestion, first=place == 0))
        self._show_mix()
        self._show_thought()
        self.context.tasks.run(self._read_month, self._show_month)

    def _build(self) -> None:
        feed = self._card(label(_("Your last ten posts"), "heading"), self._dots, self._mix)
        see = Button(_("See the month"), self._see_month, role="link", theme=self.context.theme)
        self._month = self._card(self._month_name, self._month_sentence, see)
        self._month.hide()
        thought = self._card(label(_("A thought for today"), "heading"), self._thought, self._why)
        self._cards.show_cards([feed, thought])
        self._plain, self._full = [feed, thought], [feed, self._month, thought]
        content = QWidget()
        stack = column(self._greeting, self._time, spacing=12, margins=24)
        stack.addLayout(self._tasks)
        stack.addSpacing(4)
        stack.addWidget(self._cards)
        stack.addStretch(1)
        content.setLayout(stack)
        self.setLayout(column(scrolling(content)))

    @staticmethod
    def _card(*items: QWidget) -> Card:
        card = Card()
        card.add(*items)
        card.body.addStretch(1)
        return card

    def _read_month(self) -> tuple[str, str]:
        """Return the name of the last month with posts and what it did; runs in a worker."""
        with self._services.in_worker() as own:
            overview = own.months.overview()
        if overview.is_empty:
            return "", ""
        return month_name(overview.month, overview.today_month), response_sentence(overview)

    def _show_month(self, found: tuple[str, str]) -> None:
        if not isValid(self):
            return
        month, sentence = found
        self._month_name.setText(_("{month}, in a sentence").format(month=month))
        self._month_sentence.setText(sentence)
        self._month.setVisible(bool(month))
        self._cards.show_cards(self._full if month else self._plain)

    def _see_month(self) -> None:
        self.context.hub.go_to("progress")

    def _task_card(self, suggestion: Suggestion, *, first: bool) -> Card:
        title = words.task_title(suggestion, self._post_title(suggestion.post_id))
        reason = words.task_reason(suggestion, self._services.feed.mixes().of().giving_first)
        minutes = ngettext("{n} min", "{n} min", suggestion.minutes).format(n=suggestion.minutes)
        button = Button(
            words.task_button(suggestion.task),
            lambda: self._go(suggestion),
            role="primary" if first else "",
        )
        button.setAccessibleDescription(title)
        said = column(label(title, "strong"), label(reason, "soft"), spacing=2)
        line = row(self._picture(ICONS[suggestion.task]), spacing=16)
        line.addLayout(said, 1)
        line.addWidget(chip(minutes))
        line.addWidget(button)
        card = Card()
        card.add(line)
        return card

    def _picture(self, icon: str) -> QLabel:
        side = self.context.theme.sizes.scaled(24)
        made = QLabel()
        made.setPixmap(self.context.theme.icon(icon, "accent").pixmap(QSize(side, side)))
        made.setFixedWidth(side)
        return made

    def _post_title(self, post_id: int) -> str:
        if not post_id:
            return ""
        return shorten(self._services.drafting.draft(post_id).title, TITLE_LENGTH)

    def _go(self, suggestion: Suggestion) -> None:
        go_to = self.context.hub.go_to
        if suggestion.task in (Task.FIRST_POST, Task.GIVE):
            go_to("write", "ideas")
        elif suggestion.task is Task.CONFIRM:
            go_to("write", ("hand_over", suggestion.post_id))
        elif suggestion.task is Task.FINISH_DRAFT:
            go_to("write", suggestion.post_id)
        else:
            pages = {Task.FINISH_PLAN: "my_plan", Task.BRING_NUMBERS: "progress"}
            go_to(pages[suggestion.task])

    def _show_mix(self) -> None:
        mix = self._services.feed.mixes().of()
        self._dots.show_mix(mix)
        first, then = mix_sentences(mix)
        self._mix.setText(f"<b>{escape(first)}</b> {escape(then)}")

    def _show_thought(self) -> None:
        lesson = lesson_of_day(self._services.lessons, self._services.planner.today())
        self._thought.setText(lesson.thought)
        self._why.setText(lesson.why)
