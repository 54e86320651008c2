"""The middle of Write: the paper with its platforms above and the check below."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from socialcoach.core.planning.post import Post, PostStatus
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.paper import Paper
from socialcoach.ui.planning.platform_pills import PlatformCheck, PlatformPills
from socialcoach.ui.widgets.boxes import Card, row
from socialcoach.ui.widgets.buttons import icon_button
from socialcoach.ui.widgets.labels import label


class Desk(Card):
    """Emits ``typed``, ``notes_typed``, ``platforms_picked(keys)`` and ``throw_away_wanted``."""

    typed = Signal()
    notes_typed = Signal()
    platforms_picked = Signal(tuple)
    throw_away_wanted = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__(spacing=12)
        platforms = context.services.platforms
        self.paper = Paper(context.theme)
        self._pills = PlatformPills(platforms, context.theme)
        self._check = PlatformCheck(platforms)
        self._saved = label("", "small", wrap=False)
        self._notes = QLineEdit()
        self._notes.setPlaceholderText(_("A note to yourself. It never leaves with the post."))
        self._notes.setAccessibleName(_("Private note"))
        self._picked: tuple[str, ...] = ()
        self._build(context)

    def _build(self, context: AppContext) -> None:
        bin_button = icon_button(
            _("Throw this draft away"), "ph.trash", self.throw_away_wanted.emit, context.theme
        )
        head = row(self._pills, self._saved)
        head.setStretch(0, 1)
        head.setAlignment(self._saved, Qt.AlignmentFlag.AlignTop)
        foot = row(self._notes, bin_button)
        self.add(head)
        self.body.addWidget(self.paper, 1)
        self.add(self._check, foot)
        self.paper.typed.connect(self.typed)
        self._notes.textEdited.connect(lambda: self.notes_typed.emit())
        self._pills.picked.connect(self._on_picked)

    @property
    def notes(self) -> str:
        """Return the private note as typed."""
        return self._notes.text()

    def show_draft(self, draft: Post, offered: tuple[str, ...]) -> None:
        """Put a draft on the desk; ``offered`` are the platforms of the plan."""
        self.paper.show_text(draft.text)
        self._notes.setText(draft.notes)
        self._notes.setCursorPosition(0)
        self._picked = draft.platforms
        self._pills.show_platforms(offered, draft.platforms)
        self.lock(is_out=draft.status is PostStatus.OUT)
        self.check()

    def lock(self, *, is_out: bool) -> None:
        """Leave a post that is out as it went out; its note can still be written."""
        self.paper.setReadOnly(is_out)
        if is_out:
            self.say_saved(_("Out"))

    def check(self) -> None:
        """Count the text again for each picked platform."""
        self._check.show_text(self.paper.text(), self._picked)

    def say_saved(self, words: str) -> None:
        """Say how the draft is kept."""
        self._saved.setText(words)

    def _on_picked(self, keys: tuple[str, ...]) -> None:
        self._picked = keys
        self.check()
        self.platforms_picked.emit(keys)
