"""Rows of a form: a question, a field and, where it helps, a word why."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from socialcoach.ui.widgets.boxes import column
from socialcoach.ui.widgets.labels import label


class FormRows(QWidget):
    """Stacks rows; each field gets its label as buddy and spoken name, the help as description."""

    def __init__(self, *, spacing: int = 20) -> None:
        super().__init__()
        self._rows = column(spacing=spacing)
        self.setLayout(self._rows)

    def add_row(self, question: str, field: QWidget, help_text: str = "") -> QLabel:
        """Add a row and return its label."""
        name = label(question, "strong")
        name.setBuddy(field)
        field.setAccessibleName(question)
        field.setAccessibleDescription(help_text)
        inner: QVBoxLayout = column(name, spacing=6)
        if help_text:
            inner.addWidget(label(help_text, "small"))
        inner.addWidget(field)
        self._rows.addLayout(inner)
        return name

    def add(self, widget: QWidget) -> None:
        """Add something that is not a field."""
        self._rows.addWidget(widget)


def asked(question: str, field: QWidget, hint: QLabel | None = None) -> QVBoxLayout:
    """Return a question, a hint below it where there is one, and the field, named for all."""
    name = label(question, "strong")
    name.setBuddy(field)
    field.setAccessibleName(question)
    made = column(name, spacing=6)
    if hint is not None:
        field.setAccessibleDescription(hint.text())
        made.addWidget(hint)
    made.addWidget(field)
    return made
