"""Spelling: which words to look at twice, in the language of the text, and what was meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property, lru_cache

from socialcoach.core.planning.spelling import (
    Piece,
    Word,
    in_case_of,
    is_known,
    pieces_of,
    plain_word,
    words_of,
)
from socialcoach.core.planning.text_language import TextLanguage, language_of
from socialcoach.services.clock import Clock
from socialcoach.services.planning.dictionary import Dictionary, open_dictionary
from socialcoach.services.strategy.planner import Planner
from socialcoach.storage.planning.own_words import OwnWords
from socialcoach.storage.settings import SettingStore

IS_ON, LANGUAGE = "spelling.on", "spelling.language"
AUTOMATIC = ""
"""Stands for the language of the text where a language is chosen."""

REMEMBERED = 2_000
"""Sentences whose words need not be looked up again."""


class Spelling:
    """Looks words up. ``load`` takes a second or more and belongs into a worker."""

    def __init__(
        self,
        own: OwnWords,
        settings: SettingStore,
        planner: Planner,
        clock: Clock,
        bundled: tuple[Callable[[], tuple[TextLanguage, ...]], Callable[[str], frozenset[str]]],
    ) -> None:
        self._own = own
        self._settings = settings
        self._planner = planner
        self._clock = clock
        self._load_languages, self._everyday = bundled
        self._dictionaries: dict[str, Dictionary] = {}
        self._known_names: frozenset[str] | None = None
        self._unknown_in = lru_cache(REMEMBERED)(self._look_up)

    @property
    def is_on(self) -> bool:
        """Tell whether the owner wants words marked."""
        return bool(self._settings.get(IS_ON, True))

    def switch(self, *, on: bool) -> None:
        """Remember whether words are to be marked."""
        self._settings.put(IS_ON, on)

    @property
    def chosen_language(self) -> str:
        """Return the language the owner chose, ``AUTOMATIC`` for that of the text."""
        return str(self._settings.get(LANGUAGE, AUTOMATIC))

    def choose_language(self, language: str) -> None:
        """Remember the language, ``AUTOMATIC`` for that of the text."""
        self._settings.put(LANGUAGE, language)

    @cached_property
    def languages(self) -> tuple[TextLanguage, ...]:
        """Return the languages SocialCoach can tell from one another."""
        return self._load_languages()

    def language_of(self, text: str) -> str:
        """Return the code of the language to look a text up in."""
        country = self._planner.strategy().business.country
        return self.chosen_language or language_of(text, self.languages, country)

    def has_dictionary(self, language: str) -> bool:
        """Tell whether there is a dictionary for a language."""
        return any(one.code == language and one.has_dictionary for one in self.languages)

    def is_loaded(self, language: str) -> bool:
        """Tell whether a language's dictionary is at hand."""
        return language in self._dictionaries

    def load(self, language: str) -> None:
        """Fetch a language's dictionary; slow, touches no database."""
        if self.has_dictionary(language) and not self.is_loaded(language):
            self._dictionaries[language] = open_dictionary(language, self._everyday(language))

    def unknown(self, text: str, language: str, typing_at: int | None = None) -> list[Word]:
        """Return the words of a text that are not known, in their order.

        The word that ends at ``typing_at`` is still being written and passed over. Only sentences
        that changed are looked up; without the dictionary nothing is found.
        """
        found = []
        for piece in pieces_of(text) if self.is_loaded(language) else ():
            for word in self._unknown_in(piece.text, piece.begins_sentence, language):
                start, end = piece.start + word.start, piece.start + word.end
                if end != typing_at:
                    found.append(Word(start, end, word.text, word.begins_sentence))
        return found

    def suggestions(self, word: str, language: str) -> tuple[str, ...]:
        """Return what may have been meant, in the word's own capitals."""
        dictionary = self._dictionaries.get(language)
        if dictionary is None:
            return ()
        return tuple(in_case_of(one, word) for one in dictionary.like(plain_word(word)))

    def own_words(self) -> list[str]:
        """Return the words the owner calls right."""
        return self._own.all()

    def add_own(self, word: str) -> None:
        """Never mark this word again."""
        self._own.add(plain_word(word), self._clock.now())
        self.forget_names()

    def remove_own(self, word: str) -> None:
        """Take a word off the owner's list."""
        self._own.remove(word)
        self.forget_names()

    def forget_names(self) -> None:
        """Read the owner's words and names anew, as after the plan was changed."""
        self._known_names = None
        self._unknown_in.cache_clear()

    def _look_up(self, text: str, begins_sentence: bool, language: str) -> tuple[Word, ...]:
        dictionary, own = self._dictionaries[language], self._names()

        def knows(word: str) -> bool:
            return word in own or dictionary.knows(word)

        piece = Piece(0, text, begins_sentence)
        return tuple(word for word in words_of(piece) if not is_known(word, knows, language))

    def _names(self) -> frozenset[str]:
        """Return the owner's words, and those of the plan and of people's names."""
        if self._known_names is None:
            strategy = self._planner.strategy()
            business, brand = strategy.business, strategy.brand
            texts = [
                *(business.name, business.owner, business.town, business.trade),
                *(business.customers, brand.stands_for, *brand.voice, *self._own.names()),
            ]
            words = re.findall(r"[^\W\d_]+", " ".join(texts))
            self._known_names = frozenset((*map(plain_word, words), *self._own.all()))
        return self._known_names
