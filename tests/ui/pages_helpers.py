"""Finding things on a page as a person does: by the words on them."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget


def button(where: QWidget, words: str) -> QAbstractButton:
    """Return the visible button with these words (or this spoken name)."""
    found = [
        one
        for one in where.findChildren(QAbstractButton)
        if one.isVisible() and words in (one.text().replace("&", ""), one.accessibleName())
    ]
    assert found, f"no visible button “{words}”; there are {visible_buttons(where)}"
    return found[0]


def visible_buttons(where: QWidget) -> list[str]:
    """Return the words on all visible buttons."""
    buttons = where.findChildren(QAbstractButton)
    return [one.text() or one.accessibleName() for one in buttons if one.isVisible()]


def visible_text(where: QWidget) -> str:
    """Return all visible labels' words, one a line."""
    labels = where.findChildren(QLabel)
    return "\n".join(one.text() for one in labels if one.isVisible() and one.text())
