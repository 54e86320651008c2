"""Ideas beside the paper: a few for today and why, those kept, all there are, those hidden."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.meter import Kind
from socialcoach.core.planning.idea import Idea
from socialcoach.core.planning.idea_reasons import Pick
from socialcoach.core.planning.own_idea import OwnIdea
from socialcoach.core.relations.similar import QuestionGroup
from socialcoach.services.planning.idea_shelf import Mark
from socialcoach.services.words.ideas import why_sentence
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.ideas_asked import AskedCard
from socialcoach.ui.planning.ideas_browser import IdeaBrowser
from socialcoach.ui.planning.ideas_card import IdeaCard, ShownIdea
from socialcoach.ui.planning.ideas_form import IdeaForm
from socialcoach.ui.planning.side_panel import SidePanel
from socialcoach.ui.widgets.boxes import clear, column, put
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.pills import Pills

SHOWN = 3
FOR_YOU, KEPT, ALL, HIDDEN = "for_you", "kept", "all", "hidden"


class IdeasPanel(SidePanel):
    """Emits ``taken(text, idea_id)`` when one is to be written."""

    taken = Signal(str, str)

    def __init__(self, context: AppContext) -> None:
        super().__init__(_("Ideas that give"), _("Each starts a new draft."))
        self._context = context
        writing = context.services.writing
        self._shelf, self._days = writing.ideas, writing.near_days
        self._picks: tuple[Pick, ...] = ()
        self._asked_of: list[QuestionGroup] = []
        self._is_loading = False
        self._tabs = Pills(
            [
                (FOR_YOU, _("For you")),
                (KEPT, _("Kept")),
                (ALL, _("All ideas")),
                (HIDDEN, _("Hidden")),
            ]
        )
        self._tabs.setAccessibleName(_("Which ideas"))
        self._form = IdeaForm(context.theme)
        self._new = Button(
            _("Write an idea down"), self.write_down, theme=context.theme, icon="ph.note-pencil"
        )
        self._today, self._cards = QWidget(), column(spacing=12)
        self._browser = IdeaBrowser(context.theme, self._shown)
        self._build()

    def show_picks(self) -> None:
        """Show ideas that were not shown lately."""
        self._tabs.choose([FOR_YOU])
        self._others()
        self._close_form()
        self._look_around()

    def write_down(self, words: str = "") -> None:
        """Open the form for an own idea, with words that were picked."""
        title, _mark, rest = words.strip().partition("\n")
        self._open_form(OwnIdea(0, title, Kind.TIP, rest and words.strip()))

    def _build(self) -> None:
        today = column(spacing=12)
        today.addLayout(self._cards)
        today.addWidget(Button(_("Show me others"), self._others, role="link"))
        self._today.setLayout(today)
        for part in (self._tabs, self._new, self._form, self._today, self._browser):
            self.body.addWidget(part)
        self._form.hide()
        self._browser.hide()
        self._tabs.changed.connect(self._show_tab)
        self._browser.card_shown.connect(self._listen)
        self._form.saved.connect(self._keep_own)
        self._form.left.connect(self._close_form)

    # what is shown

    def _others(self) -> None:
        self._picks = self._context.services.inspiration.next_picks(SHOWN)
        self._show_tab()

    def _show_tab(self) -> None:
        if self._form.isVisibleTo(self):
            return
        tab = self._tabs.chosen[0]
        self._today.setVisible(tab == FOR_YOU)
        self._browser.setVisible(tab != FOR_YOU)
        if tab == FOR_YOU:
            self._show_cards()
        else:
            lists = {KEPT: self._shelf.kept, ALL: self._shelf.offered, HIDDEN: self._shelf.hidden}
            self._browser.show_ideas(lists[tab]())

    def _show_cards(self) -> None:
        clear(self._cards)
        for group in self._asked_of[:1]:
            asked = AskedCard(group)
            asked.taken.connect(self._answer)
            asked.set_aside.connect(self._set_aside)
            put(self._cards, asked)
        hidden = self._shelf.marked(Mark.HIDDEN)
        for pick in self._picks:
            if pick.idea.id not in hidden:
                why = why_sentence(pick, self._context.services.planner.today())
                card = IdeaCard(self._shown(pick.idea, why), self._context.theme)
                put(self._cards, card)
                self._listen(card)

    def _shown(self, idea: Idea, why: str = "") -> ShownIdea:
        marks = {key: mark for mark in (Mark.KEPT, Mark.HIDDEN) for key in self._shelf.marked(mark)}
        is_own = self._shelf.own(idea.id) is not None
        return ShownIdea(idea, why, marks.get(idea.id, Mark.NONE), is_own)

    def _listen(self, card: IdeaCard) -> None:
        card.taken.connect(lambda idea: self.taken.emit(idea.starter, idea.id))
        card.marked.connect(self._mark)
        card.change_wanted.connect(self._change)
        card.throw_away_wanted.connect(self._throw_away)

    # what takes a while: holidays, and questions that are alike

    def _look_around(self) -> None:
        services = self._context.services
        if self._is_loading:
            return
        self._is_loading = True
        days_known = self._days.is_loaded()
        place = self._days.place()

        def work() -> list[QuestionGroup]:
            if not days_known:
                self._days.load(place)
            with services.in_worker() as own:
                return own.relations.questions.frequent()

        self._context.tasks.run(work, partial(self._on_found, days_known))

    def _on_found(self, days_known: bool, asked: Sequence[QuestionGroup]) -> None:
        if not isValid(self):
            return
        self._is_loading = False
        self._asked_of = list(asked)
        if not days_known and self._days.ahead():
            self._others()
        elif self._asked_of:
            self._show_tab()

    def _answer(self, group: QuestionGroup) -> None:
        post = self._context.services.relations.questions.start_post(group)
        self._asked_of.remove(group)
        self._context.hub.tell(Changes.DRAFTS | Changes.PEOPLE)
        self._context.hub.go_to("write", post.id)

    def _set_aside(self, group: QuestionGroup) -> None:
        questions = self._context.services.relations.questions
        self._context.hub.tell(questions.set_aside(group))
        self._asked_of.remove(group)
        self._show_tab()

        def undo() -> None:
            self._context.hub.tell(questions.ask_again(group))
            self._asked_of.insert(0, group)
            self._show_tab()

        self._context.hub.notice(_("Set aside."), _("Undo"), undo)

    # what is done with ideas

    def _mark(self, idea_id: str, mark: Mark) -> None:
        before = self._shelf.mark(idea_id, mark)
        self._show_tab()
        if mark is Mark.HIDDEN:
            words = _("Hidden. You find it under “Hidden”.")
            self._context.hub.notice(words, _("Undo"), partial(self._mark, idea_id, before))

    def _change(self, idea_id: str) -> None:
        own = self._shelf.own(idea_id)
        if own is not None:
            self._open_form(own)

    def _throw_away(self, idea_id: str) -> None:
        self._shelf.throw_away(idea_id)
        self._picks = tuple(pick for pick in self._picks if pick.idea.id != idea_id)
        self._show_tab()

        def undo() -> None:
            self._shelf.bring_back(idea_id)
            self._show_tab()

        self._context.hub.notice(_("Idea thrown away."), _("Undo"), undo)

    def _open_form(self, idea: OwnIdea) -> None:
        for part in (self._new, self._today, self._browser):
            part.hide()
        self._form.show()
        self._form.show_idea(idea)

    def _close_form(self) -> None:
        self._form.hide()
        self._new.show()
        self._show_tab()

    def _keep_own(self, idea: OwnIdea) -> None:
        try:
            self._shelf.write_down(idea)
        except UserError as error:
            self._form.say(error)
            return
        self._tabs.choose([ALL])
        self._close_form()
        self._context.hub.notice(_("Written down. It is first among all ideas."))
