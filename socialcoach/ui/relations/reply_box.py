"""The reply: the words, saved answers, and how the business sounds, in sight while writing."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from socialcoach.core.errors import UserError
from socialcoach.core.relations.reply import SavedAnswer
from socialcoach.core.relations.wording import mentions
from socialcoach.core.strategy.brand import Brand
from socialcoach.services.words.errors import explain
from socialcoach.services.words.replies import never_sentence, voice_sentence
from socialcoach.ui.context import AppContext
from socialcoach.ui.relations.growing_paper import GrowingPaper
from socialcoach.ui.widgets.boxes import column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label

LEAST, MOST = 4, 14
"""Lines the box shows."""


class ReplyBox(QWidget):
    """Emits ``typed`` for each change by the owner. The feed's rule does not judge replies."""

    typed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._answers = context.services.relations.answers
        self._name = ""
        self._brand = Brand()
        self._paper = GrowingPaper(LEAST, MOST)
        self._voice = label("", "small")
        self._never = label("", "small")
        self._saved = label("", "small", wrap=False)
        self._menu = QMenu(self)
        self._build(context)

    def text(self) -> str:
        """Return the words."""
        return self._paper.toPlainText()

    def show_reply(self, text: str, name: str, brand: Brand, *, is_open: bool) -> None:
        """Show an answer to somebody; once it was given it can only be read."""
        self._name, self._brand = name, brand
        self._paper.show_text(text)
        self._paper.setReadOnly(not is_open)
        self._more.setVisible(is_open)
        self._voice.setText(voice_sentence(brand))
        self._voice.setVisible(is_open and bool(self._voice.text()))
        self.say_saved("")
        self._check()

    def write(self) -> None:
        """Put the keyboard on the paper."""
        self._paper.setFocus()

    def insert(self, text: str) -> None:
        """Put an answer in, with the name filled in: whole, or at the cursor of what is there."""
        filled = self._answers.filled(text, self._name)
        if not self.text().strip():
            self._paper.setPlainText(filled)
            self._to_first_gap(filled)
        else:
            self._paper.insertPlainText(filled)
        self._paper.setFocus()

    def say_saved(self, words: str) -> None:
        """Say how the reply is kept."""
        self._saved.setText(words)

    def _build(self, context: AppContext) -> None:
        heading = label(_("Your answer"), "strong", wrap=False)
        heading.setBuddy(self._paper)
        self._paper.setAccessibleName(_("Your answer"))
        self._paper.setPlaceholderText(_("Write as you would speak to them across the counter."))
        self._more = Button(_("Saved answers"), theme=context.theme, icon="ph.list")
        self._more.setMenu(self._menu)
        head = row(heading, self._saved, self._more)
        head.insertStretch(1, 1)
        self.setLayout(column(head, self._paper, self._voice, self._never))
        self._menu.aboutToShow.connect(self._fill_menu)
        self._paper.textChanged.connect(self._on_typed)

    def _on_typed(self) -> None:
        self._check()
        self.typed.emit()

    def _check(self) -> None:
        used = [word for word in self._brand.never_words if mentions(self.text(), [word])]
        self._never.setText(never_sentence(used) if used else "")
        self._never.setVisible(bool(used))

    def _to_first_gap(self, text: str) -> None:
        """Mark the first place the owner has to fill in."""
        place = text.find("…")
        cursor = self._paper.textCursor()
        cursor.setPosition(place if place >= 0 else len(text))
        if place >= 0:
            cursor.setPosition(place + 1, cursor.MoveMode.KeepAnchor)
        self._paper.setTextCursor(cursor)

    # saved answers

    def _fill_menu(self) -> None:
        self._menu.clear()
        answers = self._answers.saved()
        for answer in answers:
            self._menu.addAction(answer.title, partial(self.insert, answer.text))
        self._menu.addSeparator()
        keep = self._menu.addAction(_("Keep this answer for next time"), self._keep)
        keep.setEnabled(bool(self.text().strip()))
        remove = self._menu.addMenu(_("Take one off the list"))
        for answer in answers:
            remove.addAction(answer.title, partial(self._remove, answer))

    def _keep(self) -> None:
        try:
            kept = self._answers.keep("", self.text())
        except UserError as error:
            self._context.hub.notice(explain(error))
            return
        words = _("Kept as “{title}”.").format(title=kept.title)
        self._context.hub.notice(words, _("Undo"), lambda: self._answers.remove(kept))

    def _remove(self, answer: SavedAnswer) -> None:
        self._answers.remove(answer)
        words = _("“{title}” is off the list.").format(title=answer.title)
        self._context.hub.notice(words, _("Undo"), lambda: self._answers.bring_back(answer))
