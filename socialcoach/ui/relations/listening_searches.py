"""Ready-made searches: a word, how people ask, and a button for each platform's search page."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from socialcoach.core.relations.listening import SearchPage, search_address, search_phrase
from socialcoach.services.words.bundled import data_text
from socialcoach.services.words.listening import search_name, search_note
from socialcoach.ui.context import AppContext
from socialcoach.ui.progress.link_row import in_a_row
from socialcoach.ui.widgets.boxes import Card, clear, column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.check_box import CheckBox
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.pills import Pills

PLAIN = ""
SHOWN_FIRST = 8


class SearchesCard(Card):
    """Opens the browser only when a button is pressed. Emits ``searched(platform)``."""

    searched = Signal(str)

    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__(spacing=12)
        self._context, self._page = context, page
        self._listening = context.services.relations.listening_words
        self._all = False
        self._shown: tuple[str, ...] | None = None
        self._words, self._openings = Pills([]), Pills([])
        self._word_place, self._opening_place = column(), column()
        self._buttons = column(spacing=8)
        self._own = QLineEdit()
        self._town = CheckBox(context.theme)
        self._town_is_set = False
        self._phrase = label("", "strong")
        self._note = label("", "small")
        self._build()

    def refresh(self) -> None:
        """Show the words as they are kept."""
        words = self._listening.words()
        if words != self._shown:
            picked = self._word
            self._shown = words
            self._show_words(words, picked)
        town = self._listening.town()
        self._town.setText(_("Only in {town}").format(town=town))
        self._town.setVisible(bool(town))
        if not self._town_is_set:
            self._town_is_set = True
            self._town.setChecked(bool(town) and self._listening.looks_nearby())
        self._show_buttons()

    def add_word(self) -> None:
        """Remember the word that was typed, and pick it."""
        typed = " ".join(self._own.text().split())
        if typed:
            self._own.clear()
            self._context.hub.tell(self._listening.add(typed), self._page)
            self.refresh()
            self._words.choose([typed])
            self._show_buttons()

    def _build(self) -> None:
        add = Button(_("Add"), self.add_word)
        add.setAccessibleName(_("Add the word"))
        self._own.setPlaceholderText(_("A word of your own"))
        line = row(self._own, add)
        line.setStretch(0, 1)
        self._take_off = Button("", self._remove_word, role="link")
        self._opening_place.addWidget(self._openings)
        self.add(label(_("What would they say?"), "heading"))
        self.add(label(_how(), "soft"))
        self.add(self._word_place, line, in_a_row(self._take_off))
        self.add(label(_("And how do they ask?"), "strong"), self._opening_place, self._town)
        self.add(self._phrase, self._buttons, self._note)
        self._own.setAccessibleName(_("A word of your own"))
        self._own.returnPressed.connect(self.add_word)
        self._town.toggled.connect(lambda _on: self._show_phrase())
        self._show_openings()

    @property
    def _word(self) -> str:
        return self._words.chosen[0] if self._words.chosen else ""

    def _show_openings(self) -> None:
        clear(self._opening_place)
        openings = [data_text(text) for text in self._listening.openings()]
        said = [(text, _("{words}…").format(words=text)) for text in openings]
        self._openings = Pills([(PLAIN, _("Only the word")), *said])
        self._openings.setAccessibleName(_("How do they ask?"))
        self._openings.choose([PLAIN])
        self._openings.changed.connect(self._show_phrase)
        self._opening_place.addWidget(self._openings)

    def _show_words(self, words: tuple[str, ...], picked: str) -> None:
        clear(self._word_place)
        self._words = Pills([(word, word) for word in words])
        self._words.setAccessibleName(_("Word to search for"))
        self._words.choose([picked if picked in words else words[0]] if words else [])
        self._words.changed.connect(self._show_phrase)
        self._word_place.addWidget(self._words)

    def _show_phrase(self) -> None:
        word = self._word
        opening = self._openings.chosen[0] if self._openings.chosen else PLAIN
        phrase = search_phrase(word, opening)
        words = _("Search for “{phrase}” on:").format(phrase=f"{phrase} {self._place}".strip())
        self._phrase.setText(words if word else _("Add a word to begin with."))
        take = _("Take “{word}” off the list").format(word=word)
        self._take_off.setText(take)
        self._take_off.setAccessibleName(take)
        self._take_off.setVisible(bool(word))

    @property
    def _place(self) -> str:
        return self._listening.town() if self._town.isChecked() else ""

    def _show_buttons(self) -> None:
        self._show_phrase()
        clear(self._buttons)
        pages = self._listening.pages()
        flow = FlowLayout()
        for page in pages if self._all else pages[:SHOWN_FIRST]:
            flow.addWidget(self._button(page))
        if not self._all and len(pages) > SHOWN_FIRST:
            flow.addWidget(Button(_("More places"), self._show_more, role="link"))
        self._buttons.addLayout(flow)
        for button in _buttons_in(flow):
            button.setVisible(True)
        self._note.setText(self._foot())

    def _foot(self) -> str:
        instead = [data_text(words) for words in self._listening.without_search().values()]
        open_words = _("Each button opens your browser. Nothing else leaves this computer.")
        return " ".join((open_words, *instead)) if self._all else open_words

    def _button(self, page: SearchPage) -> Button:
        facts = self._context.services.platforms[page.platform]
        name = search_name(page, facts.name)
        made = Button(name, partial(self._search, page), theme=self._context.theme, icon=facts.icon)
        made.setEnabled(bool(self._word))
        made.setToolTip(search_note(page))
        made.setAccessibleDescription(search_note(page))
        return made

    def _show_more(self) -> None:
        self._all = True
        self._show_buttons()

    def _search(self, page: SearchPage) -> None:
        opening = self._openings.chosen[0] if self._openings.chosen else PLAIN
        address = search_address(page, search_phrase(self._word, opening), self._place)
        if self._context.desktop.open_address(address):
            self.searched.emit(page.platform)
        else:
            self._context.desktop.copy_text(address)
            words = _("The browser did not open. The address is copied.")
            self._context.hub.notice(words)

    def _remove_word(self) -> None:
        word = self._word
        if word:
            self._context.hub.tell(self._listening.remove(word), self._page)
            self.refresh()
            words = _("Took “{word}” off the list.").format(word=word)
            self._context.hub.notice(words, _("Undo"), partial(self._bring_back, word))

    def _bring_back(self, word: str) -> None:
        self._context.hub.tell(self._listening.add(word), self._page)
        self.refresh()


def _buttons_in(flow: FlowLayout) -> list[QWidget]:
    items = (flow.itemAt(place) for place in range(flow.count()))
    widgets = (item.widget() for item in items if item is not None)
    return [one for one in widgets if one is not None]


def _how() -> str:
    return _(
        "Read for ten minutes before you write a word. Where your people talk already is "
        "where they can be met."
    )
