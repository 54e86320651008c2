"""Noting what somebody said: one line is enough, the rest helps later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from socialcoach.core.relations.listening import Talk, TalkTag
from socialcoach.services.words.listening import tag_name
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import Card, column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.combo import Combo
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.form_rows import asked
from socialcoach.ui.widgets.growing_text import GrowingText
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.pills import Pills

ELSEWHERE = ""


class TalkForm(Card):
    """Signals: ``noted(Talk)`` for a new one, whose id is 0, or a changed one; ``closed``."""

    noted = Signal(object)
    closed = Signal()

    def __init__(self, platforms: Mapping[str, str], theme: Theme) -> None:
        super().__init__(spacing=12)
        self._known = Talk(0, "", "")
        self._about, self._link = GrowingText(), QLineEdit()
        self._who, self._place = QLineEdit(), QLineEdit()
        self._platform = Combo(theme)
        for key, name in platforms.items():
            self._platform.addItem(name, key)
        self._platform.addItem(_("Somewhere else"), ELSEWHERE)
        self._tags = Pills([(tag, tag_name(tag)) for tag in TalkTag], many=True)
        self._title = label("", "heading")
        self._cancel = Button(_("Leave it as it was"), self._on_cancel, role="link")
        self._more = QWidget()
        self._open_more = Button(_("Add who and where"), self._show_more, role="link")
        self._build()
        self.show_talk(None)

    def show_talk(self, talk: Talk | None) -> None:
        """Show a talk to change; None begins a new one on the same platform."""
        kept = talk or Talk(0, str(self._platform.currentData() or ""), "")
        self._known = kept
        self._title.setText(_("Change the note") if talk else _("Note what you heard"))
        self._cancel.setVisible(talk is not None)
        self._about.setText(kept.about)
        for field, words in ((self._who, kept.who), (self._place, kept.place)):
            field.setText(words)
        self._link.setText(kept.link)
        self._tags.choose(kept.tags)
        self.choose_platform(kept.platform)
        if kept.who or kept.place or kept.link:
            self._show_more()

    def choose_platform(self, key: str) -> None:
        """Begin with this platform, as after a search there."""
        place = self._platform.findData(key)
        self._platform.setCurrentIndex(place if place >= 0 else self._platform.count() - 1)

    def _build(self) -> None:
        self._about.setPlaceholderText(_("For example: where can I get a cake without nuts?"))
        self._who.setPlaceholderText(_("A name, if there is one"))
        self._place.setPlaceholderText(_("A group, a page, a street"))
        self._tags.setAccessibleName(_("What is it to you?"))
        buttons = FlowLayout()
        buttons.addWidget(Button(_("Note it"), self._on_note, role="primary"))
        buttons.addWidget(self._open_more)
        buttons.addWidget(self._cancel)
        pair = row(asked(_("Who?"), self._who), asked(_("Where exactly?"), self._place), spacing=12)
        inner = column(pair, asked(_("Link"), self._link), spacing=12)
        self._more.setLayout(inner)
        self._more.hide()
        self.add(self._title, asked(_("What was said?"), self._about))
        self.add(asked(_("On which platform?"), self._platform), self._tags, self._more, buttons)
        for field in (self._who, self._place, self._link):
            field.returnPressed.connect(self._on_note)
        self.setFocusProxy(self._about)

    def _on_note(self) -> None:
        talk = replace(
            self._known,
            platform=str(self._platform.currentData()),
            about=self._about.text(),
            who=self._who.text(),
            place=self._place.text(),
            tags=tuple(TalkTag(key) for key in self._tags.chosen),
            link=self._link.text(),
        )
        self.noted.emit(talk)

    def _show_more(self) -> None:
        self._more.show()
        self._open_more.hide()

    def _on_cancel(self) -> None:
        self.show_talk(None)
        self.closed.emit()
