"""Saved answers: the owner's own and those that come along; and calm ones for heated moments."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.relations.care import CalmAnswer, Concern, calm_answers, concerns_of
from socialcoach.core.relations.message import Message, Mood
from socialcoach.core.relations.mood import guess_mood, is_praise
from socialcoach.core.relations.reply import SavedAnswer, fill
from socialcoach.core.text import clean, shorten
from socialcoach.services.strategy.planner import Planner
from socialcoach.storage.bundled.relations import RelationTexts
from socialcoach.storage.relations.saved_answers import SavedAnswers
from socialcoach.storage.settings import SettingStore

HIDDEN = "relations.answers_hidden"
"""Where the keys of answers stand that came along and that the owner does not want."""

TITLE_LENGTH = 40


class Answers:
    """Offers answers; ``load`` reads what comes along, the first time it is needed."""

    def __init__(
        self,
        store: SavedAnswers,
        settings: SettingStore,
        planner: Planner,
        load: Callable[[], RelationTexts],
    ) -> None:
        self._store = store
        self._settings = settings
        self._planner = planner
        self._load = load

    @cached_property
    def texts(self) -> RelationTexts:
        """Return the texts and words that come along."""
        return self._load()

    def saved(self) -> list[SavedAnswer]:
        """Return the answers on offer: the owner's own first."""
        hidden = self._hidden()
        bundled = [one for one in self.texts.answers if one.key not in hidden]
        return [*self._store.all(), *bundled]

    def filled(self, text: str, name: str) -> str:
        """Return a text with the person's first name and the business in it."""
        return fill(text, name, self._planner.strategy().business.name)

    def keep(self, title: str, text: str) -> SavedAnswer:
        """Keep an answer to use again; without a title its first words become one.

        Raises ``UserError("answer.empty")`` when there is nothing to keep.
        """
        text = clean(text).strip()
        if not text:
            raise UserError("answer.empty")
        title = clean(title).strip() or shorten(text, TITLE_LENGTH)
        return self._store.add(SavedAnswer(0, title, text))

    def remove(self, answer: SavedAnswer) -> Changes:
        """Take an answer off the list; ``bring_back`` undoes it."""
        if answer.key:
            self._settings.put(HIDDEN, [*self._hidden(), answer.key])
        else:
            self._store.remove(answer.id)
        return Changes.PEOPLE

    def bring_back(self, answer: SavedAnswer) -> Changes:
        """Undo ``remove``."""
        if answer.key:
            self._settings.put(HIDDEN, [key for key in self._hidden() if key != answer.key])
        else:
            self._store.add(answer)
        return Changes.PEOPLE

    def concerns(self, message: Message) -> tuple[Concern, ...]:
        """Return why this message deserves a deep breath, the gravest reason first."""
        return concerns_of(message, self.texts.words)

    def calm(self, found: tuple[Concern, ...]) -> tuple[CalmAnswer, ...]:
        """Return calm answers for these concerns."""
        return calm_answers(found, self.texts.calm)

    def is_praise(self, message: Message) -> bool:
        """Tell whether others would like to read this praise."""
        return is_praise(message, self.texts.words)

    def address(self, message: Message) -> str:
        """Return where to answer a message: its own link, else the platform's page, else ""."""
        if message.link.startswith(("https://", "http://")):
            return message.link
        return self.texts.inboxes.get(message.platform, "")

    def guess_mood(self, text: str) -> Mood:
        """Return how somebody seems to feel."""
        return guess_mood(text, self.texts.words)

    def _hidden(self) -> list[str]:
        kept = self._settings.get(HIDDEN, [])
        return [str(key) for key in kept] if isinstance(kept, list) else []
