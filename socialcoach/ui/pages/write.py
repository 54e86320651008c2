"""Write: drafts on the left, the paper in the middle, the meter on the right."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.meter.mix import EVERYWHERE, Mixes
from socialcoach.core.planning.post import Post, Verdict
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.core.text import clean
from socialcoach.services.meter.reader import context_of
from socialcoach.services.words.errors import explain
from socialcoach.services.words.moments import ago
from socialcoach.ui.context import AppContext
from socialcoach.ui.meter.live_reading import LiveReading, Seen
from socialcoach.ui.pages.page import Page
from socialcoach.ui.planning.autosave import Autosave
from socialcoach.ui.planning.desk import Desk
from socialcoach.ui.planning.draft_list import DraftList
from socialcoach.ui.planning.side import Side
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
        self._draft: Post | None = None
        self._trouble = ""
        self._mixes = Mixes({})
        self._strategy = Strategy()
        self._list = DraftList(context.theme, self._when)
        self._desk = Desk(context)
        self._side = Side(context)
        self._meter = self._side.meter
        self._live = LiveReading(self._desk.paper, self._meter, self._read, self._after_reading)
        self._autosave = Autosave(self, self._save)
        self._launch_week = False
        self._middle = QStackedWidget()
        self._build()
        self._connect()

    @staticmethod
    def title() -> str:
        return _("Write")

    def refresh(self) -> None:
        self._mixes = self._services.feed.mixes()
        self._strategy = self._services.planner.strategy()
        today = self._services.planner.today()
        self._launch_week = self._services.settings.load().is_launch_week(today)
        drafts = self._services.drafting.drafts()
        if self._draft is None:
            self._open_latest(drafts)
        self._show_list()
        self._live.read_now(at_once=True)

    def open_item(self, what: object) -> None:
        """Open a draft by its id; ``"new"`` starts one, ``"ideas"`` shows ideas.

        ``("hand_over", post_id)`` asks what became of a post.
        """
        if isinstance(what, int):
            self._open(what)
            self._side.show_meter()
        elif isinstance(what, tuple):
            self._open(what[1])
            self._show_hand_over()
        elif what == "new":
            self._start_new()
        elif what == "ideas":
            self._show_ideas()

    def has_unsaved(self) -> bool:
        return self._autosave.is_dirty

    def leave(self) -> None:
        self._autosave.now()
        if self._draft is not None and not self.has_unsaved():
            changes = self._services.drafting.forget_if_empty(self._draft.id)
            if changes:
                self._draft = None
            self.context.hub.tell(changes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_width()

    # building

    def _build(self) -> None:
        theme = self.context.theme
        self._drafts_button = Button(_("Drafts"), self._toggle_list, theme=theme, icon="ph.list")
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
            Button(_("Ideas"), self._show_ideas, theme=theme, icon="ph.lightbulb"),
            Button(_("New post"), self._start_new, theme=theme, icon="ph.plus"),
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
        start = Button(_("Start a post"), self._start_new)
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
        self._list.chosen.connect(self._open)
        self._list.throw_away_wanted.connect(self._throw_away)
        self._desk.typed.connect(self._on_typed)
        self._desk.notes_typed.connect(self._autosave.touch)
        self._desk.platforms_picked.connect(self._on_platforms)
        self._desk.throw_away_wanted.connect(self._throw_away_open)
        self._meter.verdict_given.connect(self._on_verdict)
        self._meter.turn_around_wanted.connect(self._turn_around)
        self._meter.launch_week_wanted.connect(self._set_launch_week)
        self._side.start_wanted.connect(self._start_from)
        self._side.opened.connect(lambda: self._scroll.ensureWidgetVisible(self._side))
        shortcuts = {
            QKeySequence(QKeySequence.StandardKey.New): self._start_new,
            QKeySequence(NEXT_CUE_KEY): self._desk.paper.show_next_cue,
        }
        for keys, action in shortcuts.items():
            QShortcut(keys, self, action, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # drafts

    def _open_latest(self, drafts: list[Post]) -> None:
        remembered = self._services.settings.load().open_draft
        known = {draft.id for draft in drafts}
        if remembered in known:
            self._open(remembered)
        elif drafts:
            self._open(drafts[0].id)
        else:
            self._show_nothing()

    def _open(self, post_id: int) -> None:
        if self._draft is not None and self._draft.id == post_id:
            return
        self.leave()
        if self.has_unsaved():
            words = _("The words on the paper are not saved yet, so they stay there.")
            self.context.hub.notice(words)
            self._show_list()
            return
        try:
            self._draft = self._services.drafting.draft(post_id)
        except UserError as error:
            self.context.hub.notice(explain(error))
            return
        self._services.settings.remember(open_draft=post_id)
        self._desk.show_draft(self._draft, self._strategy.platform_keys)
        self._desk.say_saved(_("Saved"))
        self._middle.setCurrentIndex(0)
        self._ready.setEnabled(True)
        self._side.show_meter()
        self._live.read_now(at_once=True)
        self._show_list()

    def _start_new(self) -> None:
        draft = self._services.drafting.new(platforms=self._strategy.platform_keys)
        self._open(draft.id)
        self._desk.paper.setFocus()

    def _start_from(self, text: str, idea_id: str) -> None:
        keys = self._strategy.platform_keys
        draft = self._services.drafting.new(text, platforms=keys, idea=idea_id)
        self.context.hub.tell(Changes.DRAFTS, self)
        self._open(draft.id)
        self._desk.paper.setFocus()

    def _throw_away_open(self) -> None:
        if self._draft is not None:
            self._throw_away(self._draft.id)

    def _throw_away(self, post_id: int) -> None:
        self._autosave.now()
        changes = self._services.drafting.throw_away(post_id)
        if self._draft is not None and self._draft.id == post_id:
            self._draft = None
        self.context.hub.tell(changes)
        self.context.hub.notice(
            _("Draft thrown away."), _("Undo"), partial(self._bring_back, post_id)
        )

    def _bring_back(self, post_id: int) -> None:
        self.context.hub.tell(self._services.drafting.bring_back(post_id))
        self._open(post_id)

    def _show_nothing(self) -> None:
        self._draft = None
        self._middle.setCurrentIndex(1)
        self._ready.setEnabled(False)
        self._live.show_nothing()

    def _show_list(self) -> None:
        drafts = self._services.drafting.drafts()
        self._list.show_drafts(drafts, self._draft.id if self._draft else 0)

    # writing

    def _on_typed(self) -> None:
        self._desk.say_saved(_("Saving…"))
        self._autosave.touch()
        self._live.read_now(at_once=False)
        self._desk.check()

    def _save(self) -> bool:
        """Keep text and note; return False, and say so, when that did not work."""
        if self._draft is None:
            return True
        try:
            changes = self._keep_words(self._draft)
        except UserError as error:
            self._say_not_saved(error)
            return False
        self._trouble = ""
        self._desk.say_saved(_("Saved"))
        self._draft = self._services.drafting.draft(self._draft.id)
        self._show_list()
        self.context.hub.tell(changes, self)
        return True

    def _keep_words(self, draft: Post) -> Changes:
        drafting = self._services.drafting
        text, notes = clean(self._desk.paper.text()), clean(self._desk.notes)
        changes = drafting.keep_text(draft.id, text, self._live.reading)
        return changes | drafting.keep_notes(draft.id, notes)

    def _say_not_saved(self, error: UserError) -> None:
        """Say why, once; the words stay on the paper and saving is tried again and again."""
        self._desk.say_saved(_("Not saved yet"))
        if error.code != self._trouble:
            self._trouble = error.code
            self.context.hub.notice(explain(error))

    def _on_platforms(self, keys: tuple[str, ...]) -> None:
        if self._draft is not None:
            changes = self._services.drafting.keep_platforms(self._draft.id, keys)
            self._draft = self._services.drafting.draft(self._draft.id)
            self.context.hub.tell(changes, self)
            self._live.read_now(at_once=True)

    def _on_verdict(self, verdict: Verdict | None) -> None:
        if self._draft is None:
            return
        self._autosave.now()
        changes = self._services.drafting.keep_verdict(self._draft.id, verdict)
        self._draft = self._services.drafting.draft(self._draft.id)
        self._live.read_now(at_once=True)
        self._show_list()
        self.context.hub.tell(changes, self)

    # the meter

    def _read(self, text: str, *, typing: bool) -> Seen:
        context = context_of(self._strategy, typing=typing)
        verdict = self._draft.verdict if self._draft else None
        return Seen(self._services.reader.read(text, context), verdict)

    def _after_reading(self, *, selling: bool) -> None:
        picked = self._draft.platforms if self._draft else ()
        key = self._mixes.strictest(picked)
        name = self._services.platforms[key].name if key != EVERYWHERE else ""
        outlook = self._mixes.of(key).with_post(selling=selling)
        self._meter.show_outlook(outlook, name, launch_week=self._launch_week)

    # the right side

    def _show_hand_over(self) -> None:
        self._autosave.now()
        if self._draft is not None:
            self._side.show_hand_over(self._draft)

    def _show_ideas(self) -> None:
        self._side.show_ideas()

    def _turn_around(self) -> None:
        self._side.show_turn_around(self._desk.paper.text(), self._strategy)

    def _set_launch_week(self, begin: bool) -> None:
        last_day = self._services.planner.today() + timedelta(days=LAUNCH_DAYS - 1)
        self._services.settings.change(launch_until=last_day.isoformat() if begin else "")
        self._launch_week = begin
        self._live.read_now(at_once=True)

    def _toggle_list(self) -> None:
        self._list.setVisible(self._list.isHidden())

    def _fit_width(self) -> None:
        sizes = self.context.theme.sizes
        has_room_for_list = self.width() >= sizes.scaled(ROOM_FOR_THREE)
        self._drafts_button.setVisible(not has_room_for_list)
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
