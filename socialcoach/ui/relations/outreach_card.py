"""One promoter: who they are, what we offer first, what comes next, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

from socialcoach.core.errors import UserError
from socialcoach.core.relations.promoter import Happening, Promoter, Stage
from socialcoach.services.relations.outreach import Step
from socialcoach.services.words.errors import explain
from socialcoach.services.words.outreach import stage_meaning, stage_name
from socialcoach.services.words.promoter_text import promoter_text
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.autosave import Autosave
from socialcoach.ui.progress.link_row import in_a_row
from socialcoach.ui.relations.outreach_closed import ClosedCard
from socialcoach.ui.relations.outreach_doer import Doer
from socialcoach.ui.relations.outreach_form import PromoterForm
from socialcoach.ui.relations.outreach_history import PromoterHistory
from socialcoach.ui.relations.outreach_stop_card import StopCard
from socialcoach.ui.relations.outreach_tally import TallyCard
from socialcoach.ui.widgets.boxes import Card, column, row, scrolling
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.combo import Combo
from socialcoach.ui.widgets.form_rows import asked
from socialcoach.ui.widgets.labels import label

TWO_COLUMNS = 780
"""From this width on the parts stand in two columns, in pixels at the usual text size."""


class PromoterCard(QWidget):
    """Signals: ``closed`` for back to all, ``letter_wanted(promoter_id)``."""

    closed = Signal()
    letter_wanted = Signal(int)

    def __init__(self, context: AppContext, doer: Doer) -> None:
        super().__init__()
        self._context, self._doer = context, doer
        self._outreach = context.services.relations.outreach
        self.promoter: Promoter | None = None
        self._what = ""
        self._autosave = Autosave(self, self._save)
        self._form, self._history = PromoterForm(context), PromoterHistory(context)
        self._tally = TallyCard(context.theme, self._form.result)
        self._stop, self._closed = StopCard(context.theme), ClosedCard(context)
        self._stage = Combo(context.theme)
        self._meaning = label("", "small")
        self._title = label("", "heading")
        self._undo = Button(
            _("Undo"), self._undo_last, theme=context.theme, icon="ph.arrow-u-up-left"
        )
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        context.theme.changed.connect(self._fit)
        self._connect()

    def open(self, promoter_id: int) -> bool:
        """Show a promoter; return False, and say so, when there is none any more."""
        self.leave()
        self.promoter = None
        shown = self._show(promoter_id, anew=True)
        if shown:
            self._area.verticalScrollBar().setValue(0)
            self._focus_first()
        return shown

    def _focus_first(self) -> None:
        if self._open_parts.isHidden():
            self._back.setFocus()
        else:
            self._form.focus_next_step()

    def refresh(self) -> None:
        """Show anew what may have changed."""
        if self.promoter is not None and not self._autosave.is_dirty:
            self._show(self.promoter.id, anew=False)

    def leave(self) -> None:
        """Keep what is not kept yet."""
        self._autosave.now()

    @property
    def has_unsaved(self) -> bool:
        """Tell whether something could not be kept."""
        return self._autosave.is_dirty

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Put the parts beside or below one another, as there is room."""
        wide = self.width() >= self._context.theme.sizes.scaled(TWO_COLUMNS)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if wide else down)

    def _build(self) -> None:
        self._back = Button(
            _("All people"),
            self.closed.emit,
            role="link",
            theme=self._context.theme,
            icon="ph.arrow-left",
        )
        for stage in Stage:
            self._stage.addItem(stage_name(stage), stage)
        standing = Card(spacing=8)
        standing.add(asked(_("Where it stands"), self._stage), self._meaning)
        self._standing = standing
        letter = Button(
            _("Write a letter"), self._write, theme=self._context.theme, icon="ph.envelope-simple"
        )
        self._form.next.add(in_a_row(letter))
        left = column(self._form.next, self._form.offer, self._history, spacing=16)
        right = column(standing, self._tally, self._form.who, spacing=16)
        for one in (left, right):
            one.addStretch(1)
            self._columns.addLayout(one, 1)
        self._columns.setSpacing(16)
        self._open_parts = QWidget()
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._open_parts.setLayout(self._columns)
        head = row(self._title, self._undo, spacing=12)
        head.setStretch(0, 1)
        content = QWidget()
        stack = column(
            in_a_row(self._back), head, self._closed, self._open_parts, self._stop, spacing=12
        )
        stack.addStretch(1)
        content.setLayout(stack)
        self._area = scrolling(content)
        self.setLayout(column(self._area))

    def _connect(self) -> None:
        self._form.changed.connect(self._touch)
        self._stage.activated.connect(self._move)
        self._history.noted.connect(self._got_in_touch)
        self._tally.one_more.connect(self._count)
        self._stop.stopped.connect(self._stop_contact)
        self._stop.delete_wanted.connect(self._delete)
        self._stop.copy_wanted.connect(self._copy)
        keys = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.closed)

    def _show(self, promoter_id: int, *, anew: bool) -> bool:
        try:
            record = self._outreach.record(promoter_id)
        except UserError as error:
            if anew:
                self._context.hub.notice(explain(error))
            self.closed.emit()
            return False
        self.promoter = record.promoter
        closed = record.promoter.do_not_contact
        self._title.setText(record.promoter.name)
        self._open_parts.setVisible(not closed)
        self._closed.setVisible(closed)
        self._stop.show_card(closed=closed)
        self._show_undo()
        if closed:
            self._closed.show_record(record)
            return True
        self._form.show_promoter(record.promoter)
        self._stage.setCurrentIndex(self._stage.findData(record.promoter.stage))
        self._meaning.setText(stage_meaning(record.promoter.stage))
        self._tally.show_events(record.events)
        self._history.show_events(record.events, anew=anew)
        return True

    def _show_undo(self) -> None:
        last = self._doer.last_of(self.promoter.id) if self.promoter else ""
        self._undo.setVisible(bool(last))
        self._undo.setToolTip(last)
        self._undo.setAccessibleName(_("Undo: {what}").format(what=last))

    # what the owner does

    def _touch(self, what: str) -> None:
        if self._autosave.is_dirty and what != self._what:
            self._autosave.now()
        self._what = what
        self._autosave.touch()

    def _save(self) -> bool:
        """Keep the fields; a card whose name was emptied keeps its old one until there is one."""
        if self.promoter is None or self.promoter.do_not_contact:
            return True
        wanted = self._form.promoter(self.promoter)
        if not wanted.name:
            return True
        step = self._doer.run(lambda: self._outreach.change(wanted), self._what, say=False)
        if step is not None:
            self.promoter = self._outreach.record(self.promoter.id).promoter
            self._title.setText(self.promoter.name)
            self._show_undo()
        return step is not None

    def _move(self) -> None:
        stage = Stage(self._stage.currentData())
        words = _("Moved to “{stage}”.").format(stage=stage_name(stage))
        self._run(lambda promoter: self._outreach.move(promoter, stage), words)

    def _got_in_touch(self, words: str) -> None:
        told = _("Noted that you got in touch.")
        self._run(lambda promoter: self._outreach.got_in_touch(promoter, words), told)
        self._form.focus_next_step()

    def _count(self, what: Happening) -> None:
        said = {
            Happening.VISIT: _("Counted one visit."),
            Happening.CUSTOMER: _("Counted one customer."),
        }
        self._run(lambda promoter: self._outreach.tally(promoter, what), said[what])

    def _run(self, work: Callable[[int], Step], words: str) -> None:
        self.leave()
        if self.promoter is not None:
            self._doer.run(partial(work, self.promoter.id), words)

    def _stop_contact(self) -> None:
        self.leave()
        if self.promoter is None:
            return
        promoter_id = self.promoter.id
        try:
            changes = self._outreach.stop_contact(promoter_id)
        except UserError as error:
            self._context.hub.notice(explain(error))
            return
        self._doer.forget(promoter_id)
        self._doer.tell(changes, promoter_id)
        self._back.setFocus()

    def _delete(self) -> None:
        self.leave()
        if self.promoter is not None:
            promoter, self.promoter = self.promoter, None
            words = _("Deleted the card of {name}.").format(name=promoter.name)
            self._doer.run(lambda: self._outreach.delete(promoter.id), words)
            self.closed.emit()

    def _copy(self) -> None:
        self.leave()
        if self.promoter is not None:
            record = self._outreach.record(self.promoter.id)
            zone = self._context.services.planner.zone()
            self._context.desktop.copy_text(promoter_text(record, zone))
            self._context.hub.notice(_("Copied everything you keep about them."))

    def _undo_last(self) -> None:
        self.leave()
        if self.promoter is not None:
            self._doer.undo_last(self.promoter.id)

    def _write(self) -> None:
        self.leave()
        if self.promoter is not None:
            self.letter_wanted.emit(self.promoter.id)
