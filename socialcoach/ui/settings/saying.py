"""One line on a card that says how it goes, and is gone when there is nothing to say."""

from __future__ import annotations

from shiboken6 import isValid

from socialcoach.core.errors import UserError
from socialcoach.services.words.errors import explain
from socialcoach.ui.widgets.labels import label


class Saying:
    """Keeps the line; ``line`` is what goes on the card."""

    def __init__(self) -> None:
        self.line = label("", "strong")
        self.line.hide()

    def say(self, words: str) -> None:
        """Show some words; no words take the line away."""
        self.line.setText(words)
        self.line.setVisible(bool(words))

    def trouble(self, error: Exception) -> None:
        """Say what the owner can do something about; raise anything else, for it is a bug."""
        if not isinstance(error, UserError):
            raise error
        if isValid(self.line):
            self.say(explain(error))
