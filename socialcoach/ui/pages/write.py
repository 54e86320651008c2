"""Write: drafts on the left, the paper in the middle, the meter on the right."""

from __future__ import annotations

from datetime import datetime, timedelta
from gettext import gettext as _

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from socialcoach.core.changes import Changes
from socialcoach.core.meter.mix import EVERYWHERE, Mixes
from socialcoach.services.meter.reader import context_of
from socialcoach.services.words.moments import ago
from socialcoach.ui.context import AppContext
from socialcoach.ui.meter.live_reading import LiveReading, Seen
from socialcoach.ui.pages.page import Page
from socialcoach.ui.planning.desk import Desk
from socialcoach.ui.planning.draft_list import DraftList
from socialcoach.ui.planning.find_box import FindBox
from socialcoach.ui.planning.open_draft import OpenDraft
from socialcoach.ui.planning.pictures_at_hand import PicturesAtHand
from socialcoach.ui.planning.preview_at_hand import PreviewAtHand
from socialcoach.ui.planning.side import Side
from socialcoach.ui.planning.versions_at_hand import VersionsAtHand
from socialcoach.ui.planning.writing_help import HELPERS, WritingHelp
from socialcoach.ui.widgets.boxes import Card, column, row, scrolling
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.empty_state import EmptyState
from socialcoach.ui.widgets.labels import label

LIST_WIDTH, SIDE_WIDTH = 232, 332
ROOM_FOR_THREE, ROOM_FOR_TWO = 900, 680
"""Narrower than this, at the usual text size, drafts hide and the meter goes under the paper."""

NO_LIMIT = 16_777_215
"""Qt's own largest size of a widget, in pixels."""

STACKED_HEIGHTS = (300, 380)
"""Smallest heights of paper and meter when they stand one under the other."""

LAUNCH_DAYS = 7

NEXT_CUE_KEY = "Ctrl+."
"""Leads from one underlined phrase to the next and says why it counts."""


class WritePage(Page):
    """Keeps every key within half a second and reads the text as it is typed."""

    page_id = "write"
    icon = "ph.pencil-simple"
    affected_by = Changes.DRAFTS | Changes.FEED | Changes.STRATEGY

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._services = context.services
        self._mixes = Mixes({})
        self._launch_week = False
        self._list = DraftList(context.theme, self._when)
        self._find = FindBox(context, self._when)
        self._list.take_in(self._find)
        self._desk = Desk(context)
        self._side = Side(context)
        self._meter = self._side.meter
        self._live = LiveReading(self._desk.paper, self._meter, self._read, self._after_reading)
        self._draft = OpenDraft(context, self._desk, self)
        self._draft.join(self._live)
        self._versions = VersionsAtHand(context, self._desk, self._draft)
        self._pictures = PicturesAtHand(context, self._desk, self._draft, self)
        self._help = WritingHelp(context, self._desk, self._draft, self._side)
        self._preview = PreviewAtHand(context, self._desk, self._side, self._pictures)
        self._middle = QStackedWidget()
        self._build()
        self._connect()

    @staticmethod
    def title() -> str:
        return _("Write")

    def refresh(self) -> None:
        self._mixes = self._services.feed.mixes()
        self._draft.strategy = self._services.planner.strategy()
        today = self._services.planner.today()
        self._launch_week = self._services.settings.load().is_launch_week(today)
        self._draft.look_again()
        self._pictures.look_again()
        if self._draft.post is None:
            self._draft.open_latest(self._services.drafting.drafts())
        self._show_list()
        self._read_anew()

    def open_item(self, what: object) -> None:
        """Open a draft by its id; ``"new"`` starts one, ``"ideas"`` and ``HELPERS`` show a panel.

        ``("hand_over", post_id)`` asks what became of a post; ``("preview", post_id, platform)``
        shows how it will look there.
        """
        if isinstance(what, int):
            self._draft.open(what)
            self._side.show_meter()
        elif isinstance(what, tuple) and what[0] == "preview":
            self._draft.open(what[1])
            self._versions.show_version(what[2])
            self._preview.show()
        elif isinstance(what, tuple):
            self._draft.open(what[1])
            self._show_hand_over()
        elif what == "new":
            self._draft.start()
        elif what == "ideas":
            self._side.show_ideas()
        elif what in HELPERS:
            self._help.show(str(what))

    def has_unsaved(self) -> bool:
        return self._draft.is_unsaved

    def leave(self) -> None:
        self._draft.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_width()

    # building

    def _build(self) -> None:
        theme = self.context.theme
        self._drafts_button = Button(_("Drafts"), self._toggle_list, theme=theme, icon="ph.list")
        self._look = Button(_("Preview"), self._preview.show, theme=theme, icon="ph.eye")
        self._look.setToolTip(_("Preview"))
        self._ready = Button(
            _("Ready to post"),
            self._show_hand_over,
            role="primary",
            theme=theme,
            icon="ph.paper-plane-tilt",
        )
        head = row(
            label(_("Write"), "title", wrap=False),
            self._drafts_button,
            Button(_("Ideas"), self._side.show_ideas, theme=theme, icon="ph.lightbulb"),
            self._look,
            Button(_("New post"), self._draft.start, theme=theme, icon="ph.plus"),
            self._ready,
        )
        head.insertStretch(1, 1)
        self._middle.addWidget(self._desk)
        self._middle.addWidget(self._empty())
        self._body = row(self._list, self._middle, self._side, spacing=16)
        self._body.setStretch(1, 1)
        content = QWidget()
        content.setLayout(self._body)
        whole = column(head, spacing=16, margins=24)
        self._scroll = scrolling(content)
        whole.addWidget(self._scroll, 1)
        self.setLayout(whole)

    def _empty(self) -> QWidget:
        start = Button(_("Start a post"), self._draft.start)
        card = Card()
        card.add(
            EmptyState(
                self.context.theme,
                "ph.pencil-simple",
                _("Nothing on the desk"),
                _("Your drafts will wait here. What you type is kept as you type it."),
                start,
            )
        )
        return card

    def _connect(self) -> None:
        draft = self._draft
        draft.opened.connect(self._on_opened)
        draft.kept.connect(self._show_list)
        draft.judged.connect(self._read_anew)
        self._pictures.changed.connect(self._show_list)
        self._versions.shown.connect(self._read_anew)
        self._versions.shown.connect(self._preview.turn_with_tab)
        self._list.chosen.connect(draft.open)
        self._find.left.connect(self._desk.paper.setFocus)
        self._list.throw_away_wanted.connect(draft.throw_away)
        self._desk.typed.connect(self._on_typed)
        self._desk.throw_away_wanted.connect(draft.throw_away_open)
        self._meter.verdict_given.connect(draft.judge)
        self._meter.turn_around_wanted.connect(self._turn_around)
        self._meter.launch_week_wanted.connect(self._set_launch_week)
        self._side.start_wanted.connect(draft.start)
        self._side.keep_words_by(self._keep_words)
        self._side.handing_over.connect(self._lead_on)
        self._side.opened.connect(lambda: self._scroll.ensureWidgetVisible(self._side))
        shortcuts = {
            QKeySequence(QKeySequence.StandardKey.New): draft.start,
            QKeySequence(NEXT_CUE_KEY): self._desk.paper.show_next_cue,
            QKeySequence(QKeySequence.StandardKey.Find): self._begin_finding,
            **{QKeySequence(keys): action for keys, action in self._help.keys().items()},
        }
        for keys, action in shortcuts.items():
            QShortcut(keys, self, action, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # what lies on the desk

    def _on_opened(self) -> None:
        is_open = self._draft.post is not None
        self._middle.setCurrentIndex(0 if is_open else 1)
        self._ready.setEnabled(is_open)
        self._look.setEnabled(is_open)
        self._pictures.show_draft()  # the list follows the pictures
        self._side.show_meter()
        self._read_anew()

    def _show_list(self) -> None:
        post = self._draft.post
        self._list.show_drafts(self._services.drafting.drafts(), post.id if post else 0)

    def _read_anew(self) -> None:
        """Read the whole text and show the band at once, as after opening or judging."""
        if self._draft.post is None:
            self._live.show_nothing()
        else:
            self._live.read_now(at_once=True)
            self._help.look_again()

    def _on_typed(self) -> None:
        self._live.read_now(at_once=False)
        self._desk.check()

    # the meter

    def _read(self, text: str, *, typing: bool) -> Seen:
        context = context_of(self._draft.strategy, typing=typing)
        post = self._draft.post
        reading = self._services.reader.read(text, context)
        return Seen(reading, post.verdict if post else None)

    def _after_reading(self, *, selling: bool) -> None:
        post = self._draft.post
        shown = (self._desk.in_sight,) if self._desk.in_sight else post.platforms if post else ()
        key = self._mixes.strictest(shown)
        name = self._services.platforms[key].name if key != EVERYWHERE else ""
        outlook = self._mixes.of(key).with_post(selling=selling)
        self._meter.show_outlook(outlook, name, launch_week=self._launch_week)

    # the right side

    def _keep_words(self) -> bool:
        self._pictures.keep_now()
        self._draft.keep_now()
        return not self.has_unsaved()

    def _show_hand_over(self) -> None:
        self._draft.keep_now()
        if self._draft.post is not None:
            self._side.show_hand_over(self._draft.post)

    def _lead_on(self, is_open: bool) -> None:
        """Leave the page's one primary button to the panel to post from while that is open."""
        self._ready.set_role("" if is_open else "primary")

    def _turn_around(self) -> None:
        self._side.show_turn_around(self._desk.paper.text(), self._draft.strategy)

    def _set_launch_week(self, begin: bool) -> None:
        last_day = self._services.planner.today() + timedelta(days=LAUNCH_DAYS - 1)
        self._services.settings.change(launch_until=last_day.isoformat() if begin else "")
        self._launch_week = begin
        self._read_anew()

    def _toggle_list(self) -> None:
        self._list.setVisible(self._list.isHidden())

    def _begin_finding(self) -> None:
        self._list.show()
        self._find.begin()
        self._scroll.ensureWidgetVisible(self._find)

    def _fit_width(self) -> None:
        sizes = self.context.theme.sizes
        has_room_for_list = self.width() >= sizes.scaled(ROOM_FOR_THREE)
        self._drafts_button.setVisible(not has_room_for_list)
        self._look.setText(_("Preview") if has_room_for_list else "")
        self._list.setVisible(has_room_for_list)
        side_by_side = self.width() >= sizes.scaled(ROOM_FOR_TWO)
        direction = QBoxLayout.Direction
        self._body.setDirection(direction.LeftToRight if side_by_side else direction.TopToBottom)
        for part, height in zip((self._middle, self._side), STACKED_HEIGHTS, strict=True):
            part.setMinimumHeight(0 if side_by_side else sizes.scaled(height))
        widest = sizes.scaled(SIDE_WIDTH) if side_by_side else NO_LIMIT
        self._side.setMinimumWidth(widest if side_by_side else 0)
        self._side.setMaximumWidth(widest)
        beside = sizes.scaled(LIST_WIDTH)
        self._list.setMinimumWidth(beside)
        self._list.setMaximumWidth(beside if side_by_side else NO_LIMIT)

    def _when(self, moment: datetime) -> str:
        return ago(moment, self._services.clock.now(), self._services.planner.zone())
