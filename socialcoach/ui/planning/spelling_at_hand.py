"""Joins spelling with the paper: marks while typing, suggestions by menu, and the panel."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QToolTip
from shiboken6 import isValid

from socialcoach.core.planning.spelling import Word
from socialcoach.services.planning.spelling import Spelling
from socialcoach.services.words.spelling import (
    getting_ready,
    looked_through,
    no_dictionary,
    unknown_word,
)
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.desk import Desk
from socialcoach.ui.planning.paper_edits import cursor_place, replace, select
from socialcoach.ui.planning.side import Side
from socialcoach.ui.planning.spelling_marks import spelling_marks
from socialcoach.ui.planning.spelling_menu import put_on_top
from socialcoach.ui.planning.spelling_panel import MOST_CARDS, SpellingPanel

NEXT_WORD_KEY = "F7"
"""Leads from one marked word to the next."""

PAUSE_MS = 400
"""After a pause this long the language is looked at anew, in milliseconds."""


class SpellingAtHand(QObject):
    """Marks words on the paper. The dictionary is fetched in a worker when it is first needed."""

    def __init__(self, context: AppContext, desk: Desk, side: Side) -> None:
        super().__init__(desk)
        self._context = context
        self._spelling = context.services.writing.spelling
        self._desk, self._paper, self._side = desk, desk.paper, side
        self._language = ""
        self._words: list[Word] = []
        self._typed_at = -1
        self._loading: set[str] = set()
        self._menu: QMenu | None = None
        self._panel = SpellingPanel(context.theme)
        side.add_panel(self._panel)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._connect()

    def look_again(self) -> None:
        """Look the whole text up: another one lies on the paper, or the owner's words changed."""
        self._spelling.forget_names()
        self._typed_at = -1
        self._look()
        self._pause.start()

    def show_next(self) -> None:
        """Go to the next marked word, select it and say so; for those without a mouse."""
        if not self._words:
            self._context.hub.notice(self._told())
            return
        here = cursor_place(self._paper)
        word = next((one for one in self._words if one.start >= here), self._words[0])
        select(self._paper, word.start, word.end)
        self._paper.setFocus()
        below = self._paper.viewport().mapToGlobal(self._paper.cursorRect().bottomLeft())
        words = _("{told} Shift+F10 shows what may be meant.").format(told=unknown_word(word.text))
        QToolTip.showText(below, words, self._paper)
        self._paper.announce(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
            return self._open_menu(event.globalPos(), event.pos() if by_mouse else None)
        if event.type() is QEvent.Type.FocusOut:
            self._pause.start()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        desk, panel = self._desk, self._panel
        for part in (self._paper, self._paper.viewport()):
            part.installEventFilter(self)
        desk.typed.connect(self._on_typed)
        desk.tools.spelling_wanted.connect(self.show_panel)
        self._paper.cursorPositionChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._look_at_language)
        self._context.theme.changed.connect(self._mark)
        panel.switched.connect(self._on_switched)
        panel.language_chosen.connect(self._on_language)
        panel.replaced.connect(self._replace_first)
        panel.added.connect(self._add)
        panel.removed.connect(self._remove)
        panel.next_wanted.connect(self.show_next)

    # looking up

    def _on_typed(self) -> None:
        self._typed_at = cursor_place(self._paper)
        self._pause.start()
        self._look()

    def _look_at_language(self) -> None:
        if not self._spelling.is_on:
            self._words = []
            self._show_result()
            return
        text = self._paper.text()
        if text.strip() or self._panel.isVisible():
            self._language = self._spelling.language_of(text)
            self._fetch(self._language)
        self._look()
        self._show_result()

    def _look(self) -> None:
        text = self._paper.text()
        if cursor_place(self._paper) != self._typed_at or not self._paper.hasFocus():
            self._typed_at = -1  # the word is finished once the cursor has left it
        if self._spelling.is_on:
            self._words = self._spelling.unknown(text, self._language, self._typed_at)
        self._mark()

    def _mark(self) -> None:
        words = self._words if self._spelling.is_on else []
        marks = spelling_marks(self._paper, self._paper.text(), words, self._context.theme)
        self._paper.show_spelling(marks)

    def _fetch(self, language: str) -> None:
        spelling = self._spelling
        is_needed = spelling.has_dictionary(language) and not spelling.is_loaded(language)
        if is_needed and language not in self._loading:
            self._loading.add(language)
            self._context.tasks.run(partial(spelling.load, language), self._on_fetched)

    def _on_fetched(self, _nothing: object) -> None:
        if isValid(self):
            self._loading.clear()
            self._look()
            self._show_result()

    # the panel

    def show_panel(self) -> None:
        """Show the words to look at beside the paper."""
        codes = [one.code for one in self._spelling.languages if one.has_dictionary]
        chosen = self._spelling.chosen_language
        self._panel.show_choices(codes, chosen, is_on=self._spelling.is_on)
        self._panel.show_own(self._spelling.own_words())
        self._side.show_panel(self._panel)
        self._look_at_language()

    def _told(self) -> str:
        if not self._spelling.is_on:
            return _("Nothing is marked while this is off.")
        if not self._language:
            return ""
        if not self._spelling.has_dictionary(self._language):
            return no_dictionary(self._language)
        if not self._spelling.is_loaded(self._language):
            return getting_ready(self._language)
        return looked_through(len(self._unknown()), self._language)

    def _unknown(self) -> list[str]:
        return list(dict.fromkeys(word.text for word in self._words))

    def _show_result(self) -> None:
        """Fill the panel when it shows; what was meant is looked for in a worker."""
        if not self._panel.isVisible():
            return
        words, language = self._unknown()[:MOST_CARDS], self._language
        if not words:
            self._panel.show_words(self._told(), {})
            return
        find = partial(_suggestions, self._spelling, words, language)
        self._context.tasks.run(find, self._on_suggestions)

    def _on_suggestions(self, found: dict[str, tuple[str, ...]]) -> None:
        if isValid(self):
            there = self._unknown()
            words = {word: meant for word, meant in found.items() if word in there}
            self._panel.show_words(self._told(), words)

    def _on_switched(self, on: bool) -> None:
        self._spelling.switch(on=on)
        self._look_at_language()
        self._mark()

    def _on_language(self, language: str) -> None:
        self._spelling.choose_language(language)
        self._look_at_language()

    def _add(self, word: str) -> None:
        self._spelling.add_own(word)
        self._after_own()
        words = _("“{word}” is one of your words now.").format(word=word)
        self._context.hub.notice(words, _("Undo"), partial(self._remove, word.lower()))

    def _remove(self, word: str) -> None:
        self._spelling.remove_own(word)
        self._after_own()

    def _after_own(self) -> None:
        self._panel.show_own(self._spelling.own_words())
        self._look()
        self._show_result()

    # mending

    def _replace_first(self, word: str, meant: str) -> None:
        found = next((one for one in self._words if one.text == word), None)
        if found is not None:
            self._replace(found, meant)

    def _replace(self, word: Word, meant: str) -> None:
        if not self._paper.isReadOnly():
            replace(self._paper, word.start, word.end, meant)
            self._look_at_language()

    def _open_menu(self, where: QPoint, clicked: QPoint | None) -> bool:
        """Open the paper's menu with what may be meant on top, when a marked word is there."""
        word = self._word_at(clicked)
        if word is None or self._paper.isReadOnly():
            return False
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = self._paper.createStandardContextMenu()
        meant = self._spelling.suggestions(word.text, self._language)
        take, add = partial(self._replace, word), partial(self._add, word.text)
        put_on_top(self._menu, word.text, meant, take, add)
        if clicked is None:
            where = self._paper.viewport().mapToGlobal(self._paper.cursorRect().bottomLeft())
        self._menu.popup(where)
        return True

    def _word_at(self, clicked: QPoint | None) -> Word | None:
        place = cursor_place(self._paper)
        if clicked is not None:
            at = self._paper.cursorForPosition(clicked)
            at.setPosition(0, QTextCursor.MoveMode.KeepAnchor)
            place = len(at.selectedText())
        return next((one for one in self._words if one.start <= place <= one.end), None)


def _suggestions(spelling: Spelling, words: list[str], language: str) -> dict[str, tuple[str, ...]]:
    """Return what may be meant by each word; runs in a worker."""
    return {word: spelling.suggestions(word, language) for word in words}
