"""Calendar: what goes out when, as a month, a week or a list; by mouse and by keyboard."""

from __future__ import annotations

from datetime import date, timedelta
from gettext import gettext as _

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from socialcoach.core.changes import Changes
from socialcoach.core.planning.calendar_days import View, stepped
from socialcoach.core.planning.calendar_entry import Entry, by_day
from socialcoach.services.planning.pacing import Outlook
from socialcoach.services.words import calendar_mix as mix_words
from socialcoach.ui.context import AppContext
from socialcoach.ui.pages.page import Page
from socialcoach.ui.planning.calendar.cells import DayNotes, Sheet
from socialcoach.ui.planning.calendar.day_card import DayCard
from socialcoach.ui.planning.calendar.day_notes import NotesOfDays, first_weekday
from socialcoach.ui.planning.calendar.desk import PlanningDesk
from socialcoach.ui.planning.calendar.due_panel import DuePanel
from socialcoach.ui.planning.calendar.entry_card import EntryCard
from socialcoach.ui.planning.calendar.flowing_line import FlowingLine
from socialcoach.ui.planning.calendar.grid import CalendarGrid
from socialcoach.ui.planning.calendar.legend import Legend
from socialcoach.ui.planning.calendar.mix_card import MixCard
from socialcoach.ui.planning.calendar.pace_card import PaceCard
from socialcoach.ui.planning.calendar.tray import Tray
from socialcoach.ui.planning.calendar.turning import TurningBar
from socialcoach.ui.planning.calendar.zone_card import ZoneCard
from socialcoach.ui.widgets.boxes import Card, clear, column, put, row, scrolling
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label

SIDE_WIDTH = 296
ROOM_FOR_TWO = 820
"""Narrower than this, at the usual text size, the cards go under the calendar."""

GRID_HEIGHT = 570
AHEAD = timedelta(weeks=6)
"""The plan is looked through at least so far for days that sell too much."""

BELOW_GRID = 60
"""Pixels at the usual text size that the hint and the legend take."""

NO_LIMIT = 16_777_215


class CalendarPage(Page):
    """Shows the plan and lets the owner change it."""

    page_id = "calendar"
    icon = "ph.calendar-blank"
    affected_by = Changes.DRAFTS | Changes.FEED | Changes.STRATEGY | Changes.SETTINGS

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._services = context.services
        self._calendar = context.services.calendar
        self._desk = PlanningDesk(context)
        self._notes = NotesOfDays(context, self, self._show_days)
        options = self._calendar.options.load()
        self._view = options.view
        self._day = _day_from(options.day, self._services.planner.today())
        self._entries: tuple[Entry, ...] = ()
        self._day_notes: dict[date, DayNotes] = {}
        self._outlook = Outlook(None)
        self._grid = CalendarGrid(context)
        self._bar = TurningBar(context.theme)
        self._due, self._zone_card = DuePanel(context), ZoneCard()
        self._tray, self._mix, self._pace = Tray(context), MixCard(context), PaceCard(context)
        self._detail = column()
        self._card: EntryCard | None = None
        self._following = False
        self._empty = column()
        self._hint = label("", "small")
        self._build()
        self._connect()

    @staticmethod
    def title() -> str:
        return _("Calendar")

    def refresh(self) -> None:
        self._outlook = self._calendar.pacing.outlook()
        self._due.refresh()
        self._zone_card.show_question(self._calendar.zones.question())
        self._tray.show_posts(self._calendar.planning.not_planned())
        self._pace.show_outlook(self._outlook)
        self._show_days()

    def open_item(self, what: object) -> None:
        """Show a day or a ``View``; ``("move", key)`` asks for another day for an entry."""
        if isinstance(what, View):
            self._show_view(what)
        elif isinstance(what, date):
            self._go_to(what)
        elif isinstance(what, tuple) and what[0] == "move":
            self._show_moving(what[1])

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._grid.setFocus(event.reason())  # the window puts the keyboard on the page

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_width()

    # building

    def _build(self) -> None:
        theme = self.context.theme
        new = Button(_("New post"), self._new_post, role="primary", theme=theme, icon="ph.plus")
        save = Button(
            _("For another calendar"),
            lambda: self._desk.save_file(self),
            theme=theme,
            icon="ph.calendar-plus",
        )
        save.setToolTip(_("Save what is planned as a file that other calendars can read"))
        head = row(label(_("Calendar"), "title", wrap=False), save, new)
        head.insertStretch(1, 1)
        sheet = Card(margins=2, spacing=0)
        sheet.add(self._grid)
        sheet.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        left = column(sheet, self._hint, Legend(theme), spacing=8)
        left.addStretch(1)
        self._left, self._side = QWidget(), QWidget()
        self._left.setLayout(left)
        self._side.setLayout(self._side_column())
        self._body = row(self._left, self._side, spacing=16)
        self._body.setStretch(0, 1)
        content = QWidget()
        stack = column(self._due, self._zone_card, spacing=12)
        stack.setContentsMargins(0, 0, 4, 0)
        stack.addLayout(self._empty)
        stack.addLayout(self._body, 1)
        content.setLayout(stack)
        self._scroll = scrolling(content)
        whole = column(head, self._bar, spacing=12, margins=24)
        whole.addWidget(self._scroll, 1)
        self.setLayout(whole)

    def _side_column(self) -> QBoxLayout:
        stack = column(spacing=12)
        stack.addLayout(self._detail)
        for card in (self._mix, self._tray, self._pace):
            stack.addWidget(card)
        stack.addStretch(1)
        return stack

    def _connect(self) -> None:
        desk, grid = self._desk, self._grid
        self._bar.turned.connect(self._turn)
        self._bar.today_wanted.connect(lambda: self._go_to(self._services.planner.today()))
        self._bar.view_picked.connect(self._show_view)
        grid.picked.connect(self._show_detail)
        grid.opened.connect(desk.open)
        grid.turned.connect(self._turn)
        grid.day_wanted.connect(self._go_to)
        grid.move_wanted.connect(self._move)
        grid.plan_wanted.connect(self._plan)
        grid.unplan_wanted.connect(self._unplan)
        grid.form_wanted.connect(self._ask_when)
        grid.moving_changed.connect(self._show_hint)
        self._tray.put_wanted.connect(self._plan_here)
        self._tray.taken_off.connect(self._unplan_key)
        self._pace.fill_wanted.connect(desk.fill)
        self._mix.mend_wanted.connect(desk.mend)
        self._mix.day_wanted.connect(self._go_to)
        self._zone_card.answered.connect(desk.answer_zone)
        self._due.post_wanted.connect(desk.post_now)
        self._due.leave_wanted.connect(desk.leave)
        self._due.move_wanted.connect(lambda entry: self._show_moving(entry.key))
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(self._follow_card)
        bar.actionTriggered.connect(self._stop_following)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(desk.undo.undo_last)

    # what is shown

    def _sheet(self) -> Sheet:
        planner = self._services.planner
        return Sheet(
            view=self._view,
            day=self._day,
            today=planner.today(),
            first_weekday=first_weekday(planner.strategy().business.country),
            zone=planner.zone(),
            entries=self._entries,
            notes=self._day_notes,
        )

    def _show_days(self, day_wanted: date | None = None) -> None:
        days = self._sheet().days
        self._entries = self._calendar.planning.entries(days[0], days[-1])
        horizon = self._services.planner.today() + AHEAD
        crossings = self._calendar.planning.crossings(max(days[-1], horizon))
        self._mix.show_crossings(crossings)
        self._day_notes = self._notes.of_days(days, crossings)
        sheet = self._sheet()
        self._bar.show_sheet(sheet)
        self._grid.show_sheet(sheet, day_wanted)
        self._show_empty()
        self._show_hint(None)
        self._fit_width()

    def _show_view(self, view: View) -> None:
        self._view = view
        self._day = self._grid.day or self._day
        self._calendar.options.remember(view=view, day=self._day.isoformat())
        self._show_days(self._day)

    def _turn(self, steps: int) -> None:
        self._go_to(stepped(self._view, self._grid.day or self._day, steps))

    def _go_to(self, day: date) -> None:
        self._day = day
        self._calendar.options.remember(day=day.isoformat())
        self._show_days(day)

    def _show_detail(self, entry: Entry | None, day: date | None) -> None:
        self._tray.show_day(day)
        if entry is not None and self._card is not None and self._card.still_shows(entry):
            return  # the owner may be filling in another day while the page is drawn again
        clear(self._detail)
        self._card, self._following = None, False
        if entry is not None:
            self._card = self._entry_card(entry)
            put(self._detail, self._card)
        elif day is not None:
            found = by_day(self._entries, self._services.planner.zone()).get(day, ())
            card = DayCard(self.context, day, found, self._day_notes.get(day, DayNotes()))
            card.entry_picked.connect(self._grid.pick_entry)
            put(self._detail, card)

    def _entry_card(self, entry: Entry) -> EntryCard:
        card = EntryCard(self.context, entry, self._services.planner.today())
        card.open_wanted.connect(self._desk.open)
        card.post_wanted.connect(self._desk.post_now)
        card.move_wanted.connect(self._move)
        card.unplan_wanted.connect(self._unplan)
        card.throw_away_wanted.connect(self._desk.throw_away)
        card.ready_wanted.connect(self._desk.mark_ready)
        return card

    def _show_empty(self) -> None:
        clear(self._empty)
        if self._entries or self._calendar.planning.coming():
            return
        free = bool(self._outlook.free)
        button = (
            Button(mix_words.fill_button(self._outlook), self._desk.fill)
            if free
            else Button(_("Write a post"), self._new_post)
        )
        said = column(
            label(_("Nothing is planned here yet"), "heading"),
            label(_("Posts with a day stand here, what went out and what is to come."), "soft"),
            spacing=4,
        )
        words_part = QWidget()
        words_part.setLayout(said)
        card = Card("good")
        card.add(FlowingLine(self.context.theme, words_part, button))
        put(self._empty, card)

    def _show_hint(self, moving: object) -> None:
        if moving is not None:
            self._hint.setText(
                _("Choose a day with the arrow keys. Enter puts it there, Escape leaves it.")
            )
            return
        self._hint.setText(_("M moves a post, Enter asks when, Delete takes it off."))

    def _fit_width(self) -> None:
        sizes = self.context.theme.sizes
        side_by_side = self.width() >= sizes.scaled(ROOM_FOR_TWO)
        direction = QBoxLayout.Direction
        self._body.setDirection(direction.LeftToRight if side_by_side else direction.TopToBottom)
        width = sizes.scaled(SIDE_WIDTH)
        self._side.setMinimumWidth(width if side_by_side else 0)
        self._side.setMaximumWidth(width if side_by_side else NO_LIMIT)
        room = self._scroll.height() - sizes.scaled(BELOW_GRID)
        self._grid.setFixedHeight(max(sizes.scaled(GRID_HEIGHT), room if side_by_side else 0))

    # what the owner does

    def _find(self, key: tuple[int, ...]) -> Entry | None:
        return next((entry for entry in self._entries if entry.key == key), None)

    def _move(self, key: tuple[int, ...], day: date, clock: object) -> None:
        entry = self._find(key)
        if entry is not None:
            self._desk.move(entry, day, clock)  # type: ignore[arg-type]
            self._grid.pick_entry(key)
            self._grid.setFocus()

    def _plan(self, post_id: int, day: date, clock: object) -> None:
        key = self._desk.plan(post_id, day, clock)  # type: ignore[arg-type]
        if key:
            self._grid.pick_entry(key)

    def _plan_here(self, post_id: int) -> None:
        if self._grid.day is not None:
            self._plan(post_id, self._grid.day, None)

    def _unplan(self, entry: Entry) -> None:
        self._desk.unplan(entry)
        self._grid.setFocus()

    def _unplan_key(self, key: tuple[int, ...]) -> None:
        entry = self._find(key)
        if entry is not None:
            self._desk.unplan(entry)

    def _ask_when(self, _entry: Entry) -> None:
        if self._card is not None:
            self._card.ask_when()
            self._following = True
            self._follow_card()

    def _follow_card(self) -> None:
        """Keep the form in sight while the page settles, until the owner scrolls."""
        if self._following:
            QTimer.singleShot(0, self, self._bring_card_into_view)

    def _stop_following(self) -> None:
        self._following = False

    def _bring_card_into_view(self) -> None:
        if self._card is not None:
            self._scroll.ensureWidgetVisible(self._card)
            self._scroll.ensureWidgetVisible(
                self._card.when
            )  # the card may be taller than the page

    def _show_moving(self, key: tuple[int, ...]) -> None:
        others = (*self._calendar.reminders.missed(), *self._calendar.planning.coming())
        entry = self._find(key) or next((one for one in others if one.key == key), None)
        if entry is None:
            return
        self._go_to(entry.at.astimezone(self._services.planner.zone()).date())
        self._grid.pick_entry(key)
        self._ask_when(entry)

    def _new_post(self) -> None:
        self.context.hub.go_to("write", "new")


def _day_from(text: str, today: date) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return today
