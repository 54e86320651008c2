"""Adding a message by hand: who, where, what they said; the rest is a guess to put right."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit

from socialcoach.core.errors import UserError
from socialcoach.core.relations.message import Mood
from socialcoach.services.relations.conversations import LONGEST_MESSAGE, Entry
from socialcoach.services.words.conversations import mood_name, other_ways
from socialcoach.services.words.errors import explain
from socialcoach.ui.context import AppContext
from socialcoach.ui.relations.growing_paper import GrowingPaper
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.form_rows import asked
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.pills import Pills

MORE = "more"
"""The pill that brings the platforms that are not in the plan."""


class EntryForm(Card):
    """Emits ``kept(message_id)`` and ``closed``."""

    kept = Signal(int)
    closed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__(spacing=16)
        self._context = context
        self._talk = context.services.relations.conversations
        self._where, self._mood = Pills([]), Pills([])
        self._name, self._needs = QLineEdit(), QLineEdit()
        self._said = GrowingPaper(3, 10)
        self._problem = label("", "strong")
        self._mood_is_theirs = False
        self._build()

    def start(self) -> None:
        """Begin an entry on the platform used last, or go on with the one that was left."""
        if not self._is_begun:
            self._fill_platforms()
            self._mood_is_theirs = False
            self._mood.choose([Mood.NEUTRAL])
        self._problem.hide()
        self._said.setFocus()

    def paste(self) -> None:
        """Take what was copied as what they said."""
        text = QGuiApplication.clipboard().text().strip()
        if not text:
            self._say(_("Nothing is copied yet. Mark their words, copy them and try again."))
            return
        self._problem.hide()
        self._said.setPlainText(text[:LONGEST_MESSAGE])
        self._name.setFocus()

    @property
    def _is_begun(self) -> bool:
        """Tell whether something was typed that is not kept yet."""
        return any((self._said.toPlainText().strip(), self._name.text(), self._needs.text()))

    def _build(self) -> None:
        theme = self._context.theme
        for mood in Mood:
            self._mood.add(mood, mood_name(mood))
        paste = Button(_("Paste what I copied"), self.paste, theme=theme, icon="ph.clipboard-text")
        keep = Button(_("Keep it"), self.keep, role="primary")
        keep.setToolTip(_("Ctrl+Enter"))
        foot = FlowLayout()
        foot.addWidget(keep)
        foot.addWidget(Button(_("Not now"), self.closed.emit))
        above = FlowLayout()
        above.addWidget(paste)
        self.add(label(_("Somebody wrote"), "heading"))
        self.add(asked(_("What did they say?"), self._said), above)
        self.add(asked(_("Who?"), self._name), asked(_("Where?"), self._where))
        self.add(asked(_("How do they sound?"), self._mood))
        needs = _("What do they need? (if you like)")
        self.add(asked(needs, self._needs), self._problem, foot)
        self._said.textChanged.connect(self._guess)
        self._mood.changed.connect(self._on_mood)
        self._where.changed.connect(self._on_where)
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape),
            self,
            self.closed.emit,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )

    def _fill_platforms(self) -> None:
        services = self._context.services
        own = services.planner.strategy().platform_keys
        last = services.relations.conversations.last_platform()
        if not self._where.all_keys:
            for key in own:
                self._where.add(key, services.platforms[key].name)
            for key, name in other_ways().items():
                self._where.add(key, name)
            self._where.add(MORE, _("More platforms"))
        if last in services.platforms and last not in self._where.all_keys:
            self._add_others()
        known = last if last in self._where.all_keys else next(iter((*own, "elsewhere")))
        self._where.choose([known])

    def _on_where(self) -> None:
        if self._where.chosen == (MORE,):
            first = self._add_others()
            self._where.choose([first])

    def _add_others(self) -> str:
        """Bring the platforms that are not in the plan, and return the first of them."""
        platforms, here = self._context.services.platforms, self._where.all_keys
        others = [key for key in platforms if key not in here]
        for key in others:
            self._where.add(key, platforms[key].name)
        self._where.take_away(MORE)
        return next(iter(others), here[0])

    def _guess(self) -> None:
        """Guess the mood from the words until the owner picks one."""
        if not self._mood_is_theirs:
            guessed = self._context.services.relations.answers.guess_mood(self._said.toPlainText())
            self._mood.choose([guessed])

    def _on_mood(self) -> None:
        self._mood_is_theirs = True

    def keep(self) -> None:
        """Keep the entry, or say what is missing."""
        entry = Entry(
            platform=(self._where.chosen or ("elsewhere",))[0],
            name=self._name.text(),
            said=self._said.toPlainText(),
            mood=(self._mood.chosen or (Mood.NEUTRAL,))[0],
            needs=self._needs.text(),
        )
        try:
            message = self._talk.note(entry)
        except UserError as error:
            self._say(explain(error))
            field = self._said if error.code == "message.empty" else self._name
            field.setFocus()
            return
        self._empty()
        self.kept.emit(message.id)

    def _empty(self) -> None:
        for field in (self._said, self._name, self._needs):
            field.clear()

    def _say(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.show()
