"""Labels by role."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def label(text: str = "", role: str = "", *, wrap: bool = True) -> QLabel:
    """Return a label; ``role`` is one of title, heading, strong, soft, small, name or empty."""
    made = QLabel(text)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def rich_label(html: str = "", role: str = "") -> QLabel:
    """Return a wrapping label that may hold ``<b>``; the caller escapes what owners wrote."""
    made = label(html, role)
    made.setTextFormat(Qt.TextFormat.RichText)
    return made


def chip(text: str, tone: str = "") -> QLabel:
    """Return a small rounded tag; ``tone`` may be giving, leaning or selling."""
    made = label(text, "chip", wrap=False)
    made.setProperty("tone", tone)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return made


def set_property(widget: QWidget, name: str, value: str) -> None:
    """Change a property the style sheet looks at and show it at once."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
