"""Today: two or three things worth doing now, how the feed stands, and one thought."""

from __future__ import annotations

from gettext import gettext as _
from html import escape

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from socialcoach.core.changes import Changes
from socialcoach.core.planning.today import Suggestion, Task
from socialcoach.services.words import today as words
from socialcoach.services.words.lessons import because
from socialcoach.services.words.meter import mix_sentences
from socialcoach.ui.context import AppContext
from socialcoach.ui.pages.page import Page
from socialcoach.ui.planning.day_view import DayView, ShownTask, gather_day
from socialcoach.ui.planning.task_card import TaskCard
from socialcoach.ui.widgets.boxes import Card, clear, column, scrolling
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.card_grid import CardGrid
from socialcoach.ui.widgets.feed_dots import FeedDots
from socialcoach.ui.widgets.labels import label, rich_label

NARROWEST_CARD = 300


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
        self._because = label("", "small")
        self._asked = 0
        self._build()

    @staticmethod
    def title() -> str:
        return _("Today")

    def refresh(self) -> None:
        strategy = self._services.planner.strategy()
        now = self._services.clock.now().astimezone(self._services.planner.zone())
        self._greeting.setText(words.greeting(now.hour, strategy.business.owner))
        self._show_mix()
        self._asked += 1
        asked, services = self._asked, self._services
        self.context.tasks.run(
            lambda: gather_day(services), lambda view: self._show_day(asked, view)
        )

    def _build(self) -> None:
        feed = self._card(label(_("Your last ten posts"), "heading"), self._dots, self._mix)
        see = Button(_("See the month"), self._see_month, role="link", theme=self.context.theme)
        self._month = self._card(self._month_name, self._month_sentence, see)
        self._month.hide()
        thought = self._card(
            label(_("A thought for today"), "heading"), self._thought, self._why, self._because
        )
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

    def _show_day(self, asked: int, view: DayView) -> None:
        """Show what was gathered, unless the page was asked anew in the meantime."""
        if not isValid(self) or asked != self._asked:
            return
        planned = self._services.planner.strategy().minutes_per_week
        self._time.setText(words.time_sentence(view.minutes_left, planned, len(view.tasks)))
        clear(self._tasks)
        for place, task in enumerate(view.tasks):
            self._tasks.addWidget(self._task_card(task, first=place == 0))
        self._thought.setText(view.taught.lesson.thought)
        self._why.setText(view.taught.lesson.why)
        sign = view.taught.sign
        self._because.setText(because(sign) if sign else "")
        self._because.setVisible(sign is not None)
        self._month_name.setText(_("{month}, in a sentence").format(month=view.month))
        self._month_sentence.setText(view.month_sentence)
        self._month.setVisible(bool(view.month))
        self._cards.show_cards(self._full if view.month else self._plain)

    def _see_month(self) -> None:
        self.context.hub.go_to("progress")

    def _task_card(self, task: ShownTask, *, first: bool) -> TaskCard:
        card = TaskCard(task, self.context.theme, first=first)
        card.opened.connect(lambda: self._go(task.suggestion))
        card.put_off.connect(lambda days: self._put_off(task, days))
        return card

    def _put_off(self, task: ShownTask, days: int) -> None:
        hub = self.context.hub
        bring_back = self._services.today.put_off(task.suggestion, days)
        self.refresh()
        hub.notice(words.put_off_words(task.title, days), _("Undo"), lambda: hub.tell(bring_back()))

    def _go(self, suggestion: Suggestion) -> None:
        about = suggestion.about
        page, what = {
            Task.CONFIRM: ("write", ("hand_over", about)),
            Task.ANSWER: ("conversations", about),
            Task.COME_BACK: ("conversations", about),
            Task.DUE: ("calendar", None),
            Task.FINISH_PLAN: ("my_plan", None),
            Task.FIRST_POST: ("write", "ideas"),
            Task.FOLLOW_UP: ("outreach", about),
            Task.MEND_CALENDAR: ("calendar", None),
            Task.SAME_QUESTION: ("conversations", None),
            Task.FINISH_DRAFT: ("write", about),
            Task.GIVE: ("write", "ideas"),
            Task.REVIEW_GOAL: ("my_plan", "review"),
            Task.REVISIT_PLAN: ("my_plan", "revise"),
            Task.BRING_NUMBERS: ("progress", None),
        }[suggestion.task]
        self.context.hub.go_to(page, what)

    def _show_mix(self) -> None:
        mix = self._services.feed.mixes().of()
        self._dots.show_mix(mix)
        first, then = mix_sentences(mix)
        self._mix.setText(f"<b>{escape(first)}</b> {escape(then)}")
