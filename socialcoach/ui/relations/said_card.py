"""What somebody said: who, where, when, how they sound and what they need."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from socialcoach.core.relations.message import Message, Mood
from socialcoach.core.relations.person import Person
from socialcoach.core.relations.waiting import wait_of
from socialcoach.services.words import conversations as words
from socialcoach.services.words.moments import ago
from socialcoach.ui.context import AppContext
from socialcoach.ui.widgets.boxes import Card, row
from socialcoach.ui.widgets.buttons import Button, icon_button
from socialcoach.ui.widgets.combo import Combo
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.labels import chip, label


class SaidCard(Card):
    """Emits ``corrected(mood, needs)``, ``person_wanted``, ``care_wanted``, ``remove_wanted``."""

    corrected = Signal(str, str)
    person_wanted = Signal()
    care_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__(spacing=8)
        self._services = context.services
        self._name = label("", "name")
        self._platform, self._when = chip(""), label("", "small", wrap=False)
        self._said = label()
        self._wait = label("", "soft")
        self._mood = Combo(context.theme)
        self._needs = QLineEdit()
        self._who = Button(_("About them"), self.person_wanted.emit, role="link")
        self._care = Button(_("Handle with care"), self.care_wanted.emit, role="link")
        self._bin = icon_button(
            _("Take this message away"), "ph.trash", self.remove_wanted.emit, context.theme
        )
        self._build()

    @property
    def needs(self) -> str:
        """Return what they need, as typed."""
        return self._needs.text()

    def show_message(self, message: Message, person: Person, *, is_careful: bool) -> None:
        """Show a message."""
        services = self._services
        now, zone = services.clock.now(), services.planner.zone()
        self._name.setText(person.name)
        self._platform.setText(words.platform_name(message.platform, services.platforms))
        self._when.setText(ago(message.wrote_at, now, zone))
        self._said.setText(message.said)
        self._wait.setText(self._standing(message))
        if self._mood.findData(str(message.mood)) < 0:
            self._mood.addItem(words.mood_name(message.mood), str(message.mood))
        self._mood.setCurrentIndex(self._mood.findData(str(message.mood)))
        if self._needs.text() != message.needs:
            self._needs.setText(message.needs)
            self._needs.setCursorPosition(0)
        self._who.setAccessibleName(_("About {name}").format(name=person.name))
        self._care.setVisible(not is_careful and message.is_waiting)

    def _standing(self, message: Message) -> str:
        now = self._services.clock.now()
        hours = self._services.relations.answer_times.promised_hours
        if message.answered_at is not None:
            return words.answered_sentence(message.waited(now), hours)
        if not message.is_waiting:
            return _("Done without an answer.")
        return words.waited_sentence(
            message.waited(now), wait_of(message.wrote_at, now, hours), hours
        )

    def _build(self) -> None:
        selectable = Qt.TextInteractionFlag.TextSelectableByMouse
        self._said.setTextInteractionFlags(selectable)
        head = row(self._name, self._bin)
        head.setStretch(0, 1)
        facts = FlowLayout()
        for part in (self._platform, self._when, self._who, self._care):
            facts.addWidget(part)
        sounds, needs = label(_("Sounds"), "small", wrap=False), label(_("Needs"), "small")
        needs.setWordWrap(False)
        for name, field in ((sounds, self._mood), (needs, self._needs)):
            name.setBuddy(field)
            field.setAccessibleName(name.text())
        for mood in Mood:
            self._mood.addItem(words.mood_name(mood), str(mood))
        self._needs.setPlaceholderText(_("What would help them?"))
        hints = row(sounds, self._mood, needs, self._needs)
        hints.setStretch(1, 1)
        hints.setStretch(3, 3)
        self.add(head, facts, self._said, hints, self._wait)
        self._mood.activated.connect(lambda _place: self._correct())
        self._needs.editingFinished.connect(self._correct)

    def _correct(self) -> None:
        self.corrected.emit(self._mood.currentData(), self._needs.text())
