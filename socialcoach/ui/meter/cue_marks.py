"""Underlines the words that count, in the colour of their side, without touching the text."""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from socialcoach.core.meter import Cue
from socialcoach.core.text import utf16_offset
from socialcoach.ui.theme.theme import Theme

STRONG_WEIGHT = 1.0
"""Log-odds from which selling words are shown as selling, below as leaning."""


def cue_tone(cue: Cue) -> str:
    """Return the band whose colour a cue is shown in."""
    if not cue.reason.sells:
        return "giving"
    return "selling" if cue.weight >= STRONG_WEIGHT else "leaning"


def mark_cues(editor: QTextEdit, text: str, cues: tuple[Cue, ...], theme: Theme) -> None:
    """Show these cues in the editor and no others."""
    marks = []
    for cue in cues:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(editor.document())
        cursor.setPosition(utf16_offset(text, cue.start))
        cursor.setPosition(utf16_offset(text, cue.end), QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor
        mark.format = _format(cue_tone(cue), theme)
        marks.append(mark)
    editor.setExtraSelections(marks)


def _format(tone: str, theme: Theme) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setUnderlineColor(theme.colour(tone))
    if tone == "giving":
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        return made
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    made.setBackground(theme.colour(f"{tone}_wash"))
    made.setForeground(theme.colour(tone))
    return made
