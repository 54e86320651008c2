"""Marks words the dictionary does not know: a wave in the colour of the text, unlike any cue."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from socialcoach.core.planning.spelling import Word
from socialcoach.core.text import utf16_offset
from socialcoach.ui.theme.theme import Theme


def spelling_marks(
    editor: QTextEdit, text: str, words: Iterable[Word], theme: Theme
) -> list[QTextEdit.ExtraSelection]:
    """Return the marks of these words, found in ``text``."""
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    look.setUnderlineColor(theme.colour("soft_ink"))
    return [_mark(editor, text, word, look) for word in words]


def _mark(
    editor: QTextEdit, text: str, word: Word, look: QTextCharFormat
) -> QTextEdit.ExtraSelection:
    cursor = QTextCursor(editor.document())
    cursor.setPosition(utf16_offset(text, word.start))
    cursor.setPosition(utf16_offset(text, word.end), QTextCursor.MoveMode.KeepAnchor)
    mark = QTextEdit.ExtraSelection()
    mark.cursor = cursor
    mark.format = look
    return mark
