"""The sheet one writes on: plain text, airy lines, the words that count underlined."""

from __future__ import annotations

import re
from gettext import gettext as _

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QHelpEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QToolTip

from socialcoach.core.meter import Cue
from socialcoach.core.text import clean, utf16_offset
from socialcoach.services.words.meter import reason_text, reason_tip
from socialcoach.ui.meter.cue_marks import mark_cues
from socialcoach.ui.planning.picture_giving import pictures_in
from socialcoach.ui.theme.theme import Theme

LINE_HEIGHT = 140.0
"""Percent of a single line."""

LOWEST = 160
"""The paper takes all the height there is; below this, in pixels, the page scrolls instead."""

ENDLESS_WORD = re.compile(r"\S{2000}")
"""Qt takes seconds to find where such a word may be broken at its edges."""


class Paper(QTextEdit):
    """A plain-text editor. Emits ``typed`` when the owner changed the text.

    Emits ``pictures_given(pictures)`` when pictures were pasted or dropped here.
    """

    typed = Signal()
    pictures_given = Signal(list)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cues: tuple[Cue, ...] = ()
        self._marked_text = ""
        self._cue_marks: list[QTextEdit.ExtraSelection] = []
        self._spelling_marks: list[QTextEdit.ExtraSelection] = []
        self.setProperty("role", "paper")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("Your post"))
        self.setPlaceholderText(_("What would make their day a little better?"))
        self.textChanged.connect(self.typed)

    def sizeHint(self) -> QSize:
        usual = super().sizeHint()
        return QSize(usual.width(), min(usual.height(), LOWEST))

    def text(self) -> str:
        """Return the text letter for letter (Qt's own ``toPlainText`` changes hard spaces)."""
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def show_text(self, text: str) -> None:
        """Put another text on the paper; there is nothing to undo before it."""
        self.blockSignals(True)
        self._choose_wrapping(text)
        self.setUndoRedoEnabled(False)
        self.setPlainText(text)
        self._space_lines()
        self.setUndoRedoEnabled(True)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.blockSignals(False)

    def show_cues(self, text: str, cues: tuple[Cue, ...]) -> None:
        """Underline these words; ``text`` is the text they were found in."""
        self._cues, self._marked_text = cues, text
        mark_cues(self, text, cues, self._theme)
        self._cue_marks = self.extraSelections()
        self.setExtraSelections([*self._cue_marks, *self._spelling_marks])

    def show_spelling(self, marks: list[QTextEdit.ExtraSelection]) -> None:
        """Show these marks of words beside the cues."""
        if marks or self._spelling_marks:
            self._spelling_marks = marks
            self.setExtraSelections([*self._cue_marks, *marks])

    def show_next_cue(self) -> None:
        """Go to the next words that count, select them and say why; for those without a mouse."""
        if not self._cues:
            return
        here = self.textCursor().selectionEnd()
        places = sorted(((self._place_of(cue), cue) for cue in self._cues), key=lambda one: one[0])
        (start, end), cue = next((one for one in places if one[0][1] > here), places[0])
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        below = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        QToolTip.showText(below, _why(cue), self)
        self.announce(_why(cue))

    def announce(self, words: str) -> None:
        """Let a screen reader say something about the words that are selected."""
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def cursor_is_at_end(self) -> bool:
        """Tell whether the owner is typing at the end, so that the last word may be unfinished."""
        return self.textCursor().atEnd()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        if any(url.isLocalFile() for url in source.urls()):
            return bool(pictures_in(source))
        return source.hasText() or bool(pictures_in(source))

    def insertFromMimeData(self, source: QMimeData) -> None:
        pictures = pictures_in(source)
        if pictures:
            self.pictures_given.emit(pictures)
            return
        text = clean(source.text())
        self._choose_wrapping(text)
        self.insertPlainText(text)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().event(event)

    def _choose_wrapping(self, text: str) -> None:
        endless = ENDLESS_WORD.search(text) is not None
        wrapping = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere if endless else wrapping)

    def _show_tip(self, event: QHelpEvent) -> None:
        where = self.viewport().mapFromGlobal(event.globalPos())
        cue = self._cue_at(where)
        if cue is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPos(), _why(cue), self)

    def _cue_at(self, where: QPoint) -> Cue | None:
        position = self.cursorForPosition(where).position()
        for cue in self._cues:
            start, end = self._place_of(cue)
            if start <= position <= end:
                return cue
        return None

    def _place_of(self, cue: Cue) -> tuple[int, int]:
        """Return where a cue begins and ends, as Qt counts."""
        text = self._marked_text
        return utf16_offset(text, cue.start), utf16_offset(text, cue.end)

    def _space_lines(self) -> None:
        spacing = QTextBlockFormat()
        spacing.setLineHeight(
            LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)


def _why(cue: Cue) -> str:
    return f"“{cue.text}”: {reason_text(cue.reason)}.\n{reason_tip(cue.reason)}"
