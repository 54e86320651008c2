"""Spelling beside the paper: the switch, the language, the words to look at, the owner's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Signal

from socialcoach.services.planning.spelling import AUTOMATIC
from socialcoach.services.words.spelling import language_name
from socialcoach.ui.planning.side_panel import SidePanel
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import Card, clear, column, put
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.check_box import CheckBox
from socialcoach.ui.widgets.combo import Combo
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.form_rows import asked
from socialcoach.ui.widgets.labels import label

MOST_MEANT = 3
"""Words that may be meant on a card; the menu on the paper holds a few more."""

MOST_CARDS = 12
"""More words than that are fixed a few at a time."""


class SpellingPanel(SidePanel):
    """Shows and asks; what is done about it is told by signals.

    ``switched(bool)``, ``language_chosen(code)``, ``replaced(word, by)``, ``added(word)``,
    ``removed(word)`` and ``next_wanted``.
    """

    switched = Signal(bool)
    language_chosen = Signal(str)
    replaced = Signal(str, str)
    added = Signal(str)
    removed = Signal(str)
    next_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(_("Spelling"), _("Names, links and hashtags are passed over."))
        self._switch = CheckBox(theme, _("Mark words on the paper"))
        self._language = Combo(theme)
        self._told = label("", "strong")
        self._next = Button(_("Next word (F7)"), self.next_wanted.emit, role="link")
        self._cards, self._own = column(spacing=12), column(spacing=4)
        self.body.addWidget(self._switch)
        self.body.addLayout(asked(_("Language"), self._language))
        self.body.addWidget(self._told)
        self.body.addLayout(self._cards)
        self.body.addWidget(self._next)
        self.body.addLayout(self._own)
        self._switch.toggled.connect(self.switched)
        self._language.activated.connect(self._on_language)

    def show_choices(self, codes: Sequence[str], chosen: str, *, is_on: bool) -> None:
        """Show the languages to choose from and the switch."""
        self._switch.blockSignals(True)
        self._switch.setChecked(is_on)
        self._switch.blockSignals(False)
        if self._language.count() == 0:
            self._language.addItem(_("As I write"), AUTOMATIC)
            for code in sorted(codes, key=language_name):
                self._language.addItem(language_name(code), code)
        self._language.setCurrentIndex(max(self._language.findData(chosen), 0))

    def show_words(self, told: str, words: Mapping[str, Sequence[str]]) -> None:
        """Say what was found; each word with what may have been meant."""
        self._told.setText(told)
        self._told.setVisible(bool(told))
        self._next.setVisible(bool(words))
        clear(self._cards)
        for word, suggestions in list(words.items())[:MOST_CARDS]:
            put(self._cards, self._card(word, suggestions))

    def show_own(self, words: Sequence[str]) -> None:
        """Show the owner's own words, each with a way to take it off the list."""
        clear(self._own)
        if not words:
            return
        put(self._own, label(_("Your words"), "strong"))
        flow = FlowLayout()
        for word in words:
            button = Button(f"{word}  ×", partial(self.removed.emit, word), role="pill")
            button.setAccessibleName(_("Take {word} off the list").format(word=word))
            flow.addWidget(button)
        self._own.addLayout(flow)

    def _card(self, word: str, suggestions: Sequence[str]) -> Card:
        card = Card(margins=12)
        card.add(label(word, "strong"))
        flow = FlowLayout()
        for one in suggestions[:MOST_MEANT]:
            button = Button(one, partial(self.replaced.emit, word, one), role="pill")
            button.setAccessibleName(_("Write {one} for {word}").format(one=one, word=word))
            flow.addWidget(button)
        add = Button(_("Add to my words"), lambda: self.added.emit(word), role="link")
        add.setAccessibleName(_("Add {word} to my words").format(word=word))
        if not suggestions:
            card.add(label(_("Nothing like it in the dictionary."), "small"))
        card.add(flow, add)
        return card

    def _on_language(self) -> None:
        self.language_chosen.emit(self._language.currentData())
