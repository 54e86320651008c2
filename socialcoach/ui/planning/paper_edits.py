"""Changes the app makes on the paper at the owner's wish; Ctrl+Z takes each back in one go."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from socialcoach.core.text import utf16_offset
from socialcoach.ui.planning.paper import Paper


def insert(paper: Paper, at: int, words: str) -> None:
    """Put words before character ``at`` (code points) and the cursor behind them."""
    replace(paper, at, at, words)


def replace(paper: Paper, start: int, end: int, words: str) -> None:
    """Put words in the place of the characters from ``start`` to ``end`` (code points)."""
    text = paper.text()
    cursor = QTextCursor(paper.document())
    cursor.setPosition(utf16_offset(text, start))
    cursor.setPosition(utf16_offset(text, end), QTextCursor.MoveMode.KeepAnchor)
    cursor.beginEditBlock()
    cursor.insertText(words)
    cursor.endEditBlock()
    paper.setTextCursor(cursor)
    paper.ensureCursorVisible()


def replace_all(paper: Paper, words: str) -> None:
    """Put another text on the paper, so that it can be undone."""
    replace(paper, 0, len(paper.text()), words)


def select(paper: Paper, start: int, end: int) -> None:
    """Select the characters from ``start`` to ``end`` (code points)."""
    text = paper.text()
    cursor = paper.textCursor()
    cursor.setPosition(utf16_offset(text, start))
    cursor.setPosition(utf16_offset(text, end), QTextCursor.MoveMode.KeepAnchor)
    paper.setTextCursor(cursor)


def cursor_place(paper: Paper) -> int:
    """Return the place of the cursor in code points; Qt counts UTF-16 units."""
    before = QTextCursor(paper.document())
    before.setPosition(0)
    before.setPosition(paper.textCursor().position(), QTextCursor.MoveMode.KeepAnchor)
    return len(before.selectedText())


def picked_words(paper: Paper) -> str:
    """Return the words that are selected on the paper."""
    return paper.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n")
