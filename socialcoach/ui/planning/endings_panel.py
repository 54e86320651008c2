"""All saved endings beside the paper: put one in, change it, throw it away."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from socialcoach.core.errors import UserError
from socialcoach.core.planning.ending import Ending
from socialcoach.services.words.writing import ending_notes, ending_tags, ending_where
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.endings_form import EndingForm
from socialcoach.ui.planning.side_panel import SidePanel
from socialcoach.ui.widgets.boxes import Card, clear, column, put, row
from socialcoach.ui.widgets.buttons import Button, icon_button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.labels import chip, label


class EndingsPanel(SidePanel):
    """Emits ``wanted(Ending, at_end)`` when one should join the text."""

    wanted = Signal(object, bool)

    def __init__(self, context: AppContext) -> None:
        super().__init__(
            _("Endings and hashtags"), _("Words you put under many posts. One click puts them in.")
        )
        self._context = context
        self._endings = context.services.writing.endings
        self._shown: tuple[str, ...] = ()
        self._platform = ""
        self._form = EndingForm(context.services.platforms, context.theme)
        self._cards = column(spacing=12)
        self._new = Button(
            _("Write down an ending"), self.write_down, theme=context.theme, icon="ph.plus"
        )
        self._shelf = QWidget()
        self._shelf.setLayout(self._cards)
        self.body.addWidget(self._shelf)
        self.body.addWidget(self._form)
        self.body.addWidget(self._new)
        self._form.hide()
        self._form.saved.connect(self._keep)
        self._form.left.connect(self._close_form)

    def show_endings(self, shown: tuple[str, ...], platform: str) -> None:
        """Show the endings for a post meant for ``shown``, with ``platform`` in sight."""
        self._shown, self._platform = shown, platform
        self._close_form()
        self._show_cards()

    def write_down(self, words: str = "") -> None:
        """Open the form for a new ending, with words that were picked."""
        self._open_form(Ending(0, "", words, self._platform))

    def _show_cards(self) -> None:
        clear(self._cards)
        endings = self._endings.for_platform(self._platform)
        for ending in endings:
            put(self._cards, self._card(ending))
        if not endings:
            words = _("None yet. Your sign-off, your opening hours or your hashtags fit here.")
            put(self._cards, label(words, "soft"))

    def _card(self, ending: Ending) -> QWidget:
        platforms = self._context.services.platforms
        card = Card(margins=12)
        facts = FlowLayout()
        for words in (ending_where(ending, platforms), ending_tags(ending)):
            if words:
                facts.addWidget(chip(words))
        card.add(self._head(ending), label(ending.text, "soft"), facts)
        for note in ending_notes(ending, self._shown, platforms):
            card.add(label(note, "small"))
        at_end = Button(_("At the end"), lambda: self.wanted.emit(ending, True))
        at_end.setAccessibleName(_("Put in at the end: {name}").format(name=ending.name))
        here = Button(_("At the cursor"), lambda: self.wanted.emit(ending, False), role="link")
        here.setAccessibleName(_("Put in at the cursor: {name}").format(name=ending.name))
        buttons = FlowLayout()
        buttons.addWidget(at_end)
        buttons.addWidget(here)
        card.add(buttons)
        return card

    def _head(self, ending: Ending) -> QHBoxLayout:
        """Return the name with what is seldom done to an ending beside it."""
        theme = self._context.theme
        change = _("Change {name}").format(name=ending.name)
        away = _("Throw {name} away").format(name=ending.name)
        head = row(
            label(ending.name, "strong"),
            icon_button(change, "ph.pencil-simple", lambda: self._open_form(ending), theme),
            icon_button(away, "ph.trash", lambda: self._throw_away(ending), theme),
        )
        head.setStretch(0, 1)
        return head

    def _open_form(self, ending: Ending) -> None:
        self._new.hide()
        self._shelf.hide()
        self._form.show()
        self._form.show_ending(
            ending, tuple(self._context.services.planner.strategy().platform_keys)
        )

    def _close_form(self) -> None:
        self._form.hide()
        self._shelf.show()
        self._new.show()

    def _keep(self, ending: Ending) -> None:
        try:
            self._endings.keep(ending)
        except UserError as error:
            self._form.say(error)
            return
        self._close_form()
        self._show_cards()
        self._new.setFocus()

    def _throw_away(self, ending: Ending) -> None:
        self._endings.throw_away(ending.id)
        self._show_cards()
        words = _("“{name}” thrown away.").format(name=ending.name)
        self._context.hub.notice(words, _("Undo"), lambda: self._bring_back(ending.id))

    def _bring_back(self, ending_id: int) -> None:
        self._endings.bring_back(ending_id)
        self._show_cards()
