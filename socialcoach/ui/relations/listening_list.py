"""What was heard: a list to search, and what can be made of one talk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QItemSelectionModel, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from socialcoach.core.relations.listening import Talk, TalkTag, matching_talks
from socialcoach.services.words.listening import evidence_sentence, tag_name
from socialcoach.services.words.moments import ago
from socialcoach.ui.context import AppContext
from socialcoach.ui.relations.line_delegate import LineDelegate, Look
from socialcoach.ui.relations.listening_model import TalkModel, look_of, moment_of
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.pills import Pills

EVERY = ""
LIST_HEIGHT = 280


class TalkList(Card):
    """Says what the owner wants to do with a talk: ``post_wanted(id)`` and so on."""

    post_wanted = Signal(int)
    idea_wanted = Signal(int)
    card_wanted = Signal(int)
    change_wanted = Signal(int)
    delete_wanted = Signal(int)
    link_wanted = Signal(int)

    def __init__(self, context: AppContext, names: Mapping[str, str]) -> None:
        super().__init__(spacing=12)
        self._context, self._names = context, names
        self._talks: Sequence[Talk] = ()
        self._model = TalkModel(names)
        self._delegate = LineDelegate(context.theme, self._look)
        self._view = QListView()
        self._search = QLineEdit()
        self._tags = Pills([(EVERY, _("All")), *((tag, tag_name(tag)) for tag in TalkTag)])
        self._evidence = label("", "soft")
        self._empty = label(_nothing(), "soft")
        self._detail = label()
        self._actions = QWidget()
        self._build()

    def show_talks(self, talks: Sequence[Talk], counts: Mapping[str, int]) -> None:
        """Show these talks and where they were heard."""
        self._talks = talks
        told = evidence_sentence(counts, self._names)
        self._evidence.setText(_("So far: {evidence}.").format(evidence=told))
        self._evidence.setVisible(bool(told))
        self._show()

    def pick(self, talk_id: int) -> None:
        """Put the keyboard on a talk, when it is shown."""
        place = self._model.row_of(talk_id)
        if place >= 0:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self._view.selectionModel().setCurrentIndex(self._model.index(place), flag)
        self._show_actions()

    def current(self) -> Talk | None:
        """Return the talk under the keyboard."""
        return self._model.talk_at(self._view.currentIndex().row())

    def _build(self) -> None:
        self._search.setPlaceholderText(_("Search what you heard"))
        self._search.setAccessibleName(_("Search what you heard"))
        self._search.setClearButtonEnabled(True)
        self._tags.setAccessibleName(_("Show"))
        self._tags.choose([EVERY])
        self._view.setModel(self._model)
        self._view.setItemDelegate(self._delegate)
        self._view.setAccessibleName(_("What you heard"))
        self._view.setUniformItemSizes(True)
        self._view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setMinimumHeight(self._context.theme.sizes.scaled(LIST_HEIGHT))
        self.add(label(_("What you heard"), "heading"), self._evidence, self._search, self._tags)
        self.add(self._view, self._empty, self._detail, self._actions)
        self.body.setStretchFactor(self._view, 1)
        self._actions.setLayout(self._buttons())
        self._search.textChanged.connect(lambda _text: self._show())
        self._tags.changed.connect(self._show)
        self._view.selectionModel().currentChanged.connect(lambda *_: self._show_actions())
        for keys, signal in (("Delete", self.delete_wanted), ("Return", self.change_wanted)):
            made = QShortcut(QKeySequence(keys), self._view)
            made.setContext(Qt.ShortcutContext.WidgetShortcut)
            made.activated.connect(partial(self._emit, signal))

    def _buttons(self) -> FlowLayout:
        flow = FlowLayout()
        theme = self._context.theme
        wishes = (
            (_("Make this a post"), "ph.pencil-simple", self.post_wanted),
            (_("Keep as an idea"), "ph.lightbulb", self.idea_wanted),
            (_("Make this a card"), "ph.handshake", self.card_wanted),
            (_("Open the link"), "ph.arrow-square-out", self.link_wanted),
            (_("Change"), "ph.pencil-line", self.change_wanted),
            (_("Delete"), "ph.trash", self.delete_wanted),
        )
        self._by_words = {}
        for words, icon, signal in wishes:
            button = Button(words, partial(self._emit, signal), theme=theme, icon=icon)
            self._by_words[words] = button
            flow.addWidget(button)
        return flow

    def _emit(self, signal: SignalInstance) -> None:
        talk = self.current()
        if talk is not None:
            signal.emit(talk.id)

    def _show(self) -> None:
        tag = TalkTag(self._tags.chosen[0]) if any(self._tags.chosen) else None
        here = self.current()
        found = matching_talks(self._talks, self._search.text(), tag)
        self._model.show_talks(found)
        self._empty.setVisible(not found)
        self._empty.setText(_nothing() if not self._talks else _("Nothing found."))
        self._view.setVisible(bool(found))
        for part in (self._search, self._tags):
            part.setVisible(bool(self._talks))
        if found:
            self.pick(here.id if here in found else found[0].id)
        self._show_actions()

    def _show_actions(self) -> None:
        talk = self.current()
        self._actions.setVisible(talk is not None)
        self._detail.setVisible(talk is not None)
        if talk is None:
            return
        self._detail.setText(talk.about)
        self._by_words[_("Open the link")].setVisible(bool(talk.link))
        post, card = self._by_words[_("Make this a post")], self._by_words[_("Make this a card")]
        post.setText(_("Open the post") if talk.post_id else _("Make this a post"))
        card.setText(_("Open the card") if talk.promoter_id else _("Make this a card"))
        for button in (post, card):
            button.setAccessibleName(button.text())

    def _look(self, talk: object) -> Look:
        services = self._context.services
        when = ago(moment_of(talk), services.clock.now(), services.planner.zone())
        return look_of(talk, self._model, when)


def _nothing() -> str:
    return _(
        "What you note will stand here. Three questions of the same kind are a good post. "
        "A person who answers others is worth knowing."
    )
