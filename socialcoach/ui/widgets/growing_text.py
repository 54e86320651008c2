"""A field for a sentence or two: it wraps and grows, so that every word can be read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

MOST_LINES = 6
"""Above this many lines the field scrolls."""

MARGIN = 3
"""Room around the text inside the field's padding, in pixels."""


class GrowingText(QPlainTextEdit):
    """Holds one paragraph; Enter is left to whoever is around it, as in a single line.

    With ``many_lines`` it holds several, and Enter begins a new one.
    """

    def __init__(self, text: str = "", *, many_lines: bool = False) -> None:
        super().__init__()
        self._many_lines = many_lines
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.setText(text)
        self._fit()

    def text(self) -> str:
        """Return the words."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Show words, from their beginning."""
        self.setPlainText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._many_lines and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        words = source.text()
        self.insertPlainText(words if self._many_lines else " ".join(words.split()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # a narrower field wraps to more lines, of which the document does not tell
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """Be as tall as the lines there are."""
        lines = max(1, int(self.document().size().height()))
        over = lines > MOST_LINES
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if over else policy.ScrollBarAlwaysOff
        )
        words = min(lines, MOST_LINES) * self.fontMetrics().lineSpacing() + 2 * MARGIN
        around = self.contentsMargins().top() + self.contentsMargins().bottom()
        self.setFixedHeight(words + around)
