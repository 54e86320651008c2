"""Listening: searches at the left, notes at the right; what is heard goes on from here."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from socialcoach.core.errors import UserError
from socialcoach.core.relations.listening import Talk
from socialcoach.services.relations.listening import TalkStep
from socialcoach.services.words.errors import explain
from socialcoach.services.words.listening import idea_from_talk
from socialcoach.ui.context import AppContext
from socialcoach.ui.progress.link_row import in_a_row
from socialcoach.ui.relations.listening_form import TalkForm
from socialcoach.ui.relations.listening_list import TalkList
from socialcoach.ui.relations.listening_searches import SearchesCard
from socialcoach.ui.widgets.boxes import column, scrolling
from socialcoach.ui.widgets.buttons import Button

TWO_COLUMNS = 820
"""From this width on the notes stand beside the searches, in pixels at the usual text size."""


class ListeningView(QWidget):
    """Emits ``card_made(promoter_id)`` when a promoter's card was made of a talk."""

    card_made = Signal(int)

    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__()
        self._context, self._page = context, page
        self._listening = context.services.relations.listening
        self._names = _names(context)
        self._searches = SearchesCard(context, page)
        self._form = TalkForm(self._names, context.theme)
        self._list = TalkList(context, self._names)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._back = Button(
            _("Back to my plan"),
            self._go_back,
            role="link",
            theme=context.theme,
            icon="ph.arrow-left",
        )
        self._build()
        context.theme.changed.connect(self._fit)

    def refresh(self) -> None:
        """Show anew what may have changed."""
        self._back.setVisible(not self._context.services.planner.wizard_is_done())
        self._searches.refresh()
        self._list.show_talks(self._listening.talks(), self._listening.counts())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Put the parts beside or below one another, as there is room."""
        wide = self.width() >= self._context.theme.sizes.scaled(TWO_COLUMNS)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if wide else down)

    def _build(self) -> None:
        left = column(self._searches, spacing=16)
        left.addStretch(1)
        right = column(self._form, self._list, spacing=16)
        right.setStretch(1, 1)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right, 1)
        self._columns.setSpacing(16)
        content = QWidget()
        stack = column(in_a_row(self._back), self._columns, spacing=12)
        stack.setStretch(1, 1)
        content.setLayout(stack)
        self.setLayout(column(scrolling(content)))
        self._searches.searched.connect(self._form.choose_platform)
        self._form.noted.connect(self._note)
        self._list.post_wanted.connect(self._make_post)
        self._list.idea_wanted.connect(self._keep_idea)
        self._list.card_wanted.connect(self._make_card)
        self._list.change_wanted.connect(self._change)
        self._list.delete_wanted.connect(self._delete)
        self._list.link_wanted.connect(self._open_link)

    def _note(self, talk: Talk) -> None:
        is_new = not talk.id
        work = self._listening.note if is_new else self._listening.change
        words = _("Noted.") if is_new else _("Changed the note.")
        try:
            step = work(talk)
        except UserError as error:
            self._context.hub.notice(explain(error))
            self._form.setFocus()
            return
        self._form.show_talk(None)
        self._done(step, words)
        self._list.pick(step.talk_id)
        self._form.setFocus()

    def _delete(self, talk_id: int) -> None:
        self._done(self._listening.delete(talk_id), _("Deleted the note."))

    def _change(self, talk_id: int) -> None:
        self._form.show_talk(self._listening.talk(talk_id))
        self._form.setFocus()

    def _done(self, step: TalkStep, words: str) -> None:
        self._context.hub.tell(step.changes, self._page)
        self.refresh()
        self._context.hub.notice(words, _("Undo"), partial(self._undo, step))

    def _undo(self, step: TalkStep) -> None:
        self._context.hub.tell(self._listening.undo(step), self._page)
        self.refresh()
        self._list.pick(step.talk_id)

    def _make_post(self, talk_id: int) -> None:
        talk = self._listening.talk(talk_id)
        if talk.post_id is None or not self._still_there(talk.post_id):
            changes, post_id = self._context.services.relations.heard.make_post(talk_id)
            self._context.hub.tell(changes, self._page)
            self.refresh()
        else:
            post_id = talk.post_id
        self._context.hub.go_to("write", post_id)

    def _keep_idea(self, talk_id: int) -> None:
        """Put what was heard among the ideas in Write, once."""
        hub, shelf = self._context.hub, self._context.services.writing.ideas
        talk = self._listening.talk(talk_id)
        idea = idea_from_talk(talk, self._names.get(talk.platform, talk.platform))
        if any(one.title == idea.title for one in shelf.all()):
            hub.notice(_("It is among your ideas already."))
            return
        hub.tell(shelf.write_down(idea), self._page)
        kept = next(one.id for one in shelf.all() if one.title == idea.title)
        words = _("Kept among your ideas in Write.")
        hub.notice(words, _("Undo"), lambda: hub.tell(shelf.throw_away(kept), self._page))

    def _still_there(self, post_id: int) -> bool:
        try:
            self._context.services.drafting.draft(post_id)
        except UserError:
            return False
        return True

    def _make_card(self, talk_id: int) -> None:
        relations = self._context.services.relations
        known = self._listening.talk(talk_id).promoter_id
        ids = {line.id for line in relations.outreach.lines()} if known else set()
        if known in ids and known is not None:
            self.card_made.emit(known)
            return
        try:
            changes, promoter_id = relations.heard.make_card(talk_id)
        except UserError as error:
            self._context.hub.notice(explain(error))
            return
        self._context.hub.tell(changes, self._page)
        self.refresh()
        self.card_made.emit(promoter_id)

    def _open_link(self, talk_id: int) -> None:
        link = self._listening.talk(talk_id).link
        address = link if link.startswith(("http://", "https://")) else f"https://{link}"
        if not self._context.desktop.open_address(address):
            self._context.hub.notice(_("The browser did not open."))

    def _go_back(self) -> None:
        self._context.hub.go_to("wizard", "platforms")


def _names(context: AppContext) -> dict[str, str]:
    """Return the platforms' names, those of the plan first."""
    platforms = context.services.platforms
    chosen = [key for key in context.services.planner.strategy().platform_keys if key in platforms]
    return {key: platforms[key].name for key in dict.fromkeys([*chosen, *platforms])}
