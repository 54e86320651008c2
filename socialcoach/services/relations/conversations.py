"""What people wrote: kept, answered, put aside, found again."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.relations.message import (
    Care,
    Message,
    MessageLine,
    MessageStatus,
    Mood,
    Permission,
    Shelf,
)
from socialcoach.core.relations.person import Handle, Person
from socialcoach.core.text import clean
from socialcoach.services.clock import Clock
from socialcoach.services.relations.taken_away import TakenAway
from socialcoach.storage.relations.messages import Messages
from socialcoach.storage.relations.persons import Persons

REST = timedelta(minutes=20)
"""How long a heated message rests when the owner wants a cool head first."""

LONGEST_MESSAGE = 20_000
"""Characters of a message that are kept; no platform allows more."""


@dataclass(frozen=True)
class Entry:
    """A message as somebody enters it, or as it was found.

    ``address`` is the network's own name for the person; ``wrote_at`` None means now.
    """

    platform: str
    name: str
    said: str
    mood: str = Mood.NEUTRAL
    needs: str = ""
    address: str = ""
    link: str = ""
    remote_id: str = ""
    wrote_at: datetime | None = None


class Conversations:
    """Keeps messages and what becomes of them."""

    def __init__(
        self, messages: Messages, persons: Persons, taken_away: TakenAway, clock: Clock
    ) -> None:
        self._messages = messages
        self._persons = persons
        self._taken_away = taken_away
        self._clock = clock

    def ids(self, shelf: Shelf) -> array[int]:
        """Return the ids on a shelf in its order: on Waiting the longest wait first."""
        return self._messages.ids(shelf)

    def found(self, words: str) -> array[int]:
        """Return the ids of all messages with these words, or from such people; newest first."""
        return self._messages.found(words)

    def lines(self, ids: Sequence[int]) -> dict[int, MessageLine]:
        """Return what a list shows of these messages."""
        return self._messages.lines(ids)

    def counts(self) -> dict[Shelf, int]:
        """Return how many messages lie on each shelf."""
        return self._messages.counts()

    def anybody_waits(self) -> bool:
        """Tell whether anybody waits for an answer."""
        return self._messages.anybody_waits()

    def last_platform(self) -> str:
        """Return where the message came from that was kept last, "" before the first."""
        return self._messages.last_platform()

    def waiting(self, most: int = 100) -> list[Message]:
        """Return those who wait for an answer, the longest wait first."""
        return self._messages.waiting(most)

    def to_answer(self, today: date) -> tuple[Message | None, int]:
        """Return whose answer comes first, and how many people are worth answering today.

        Left out is what rests for a moment, and what the owner wants to come back to later.
        """
        return self._messages.to_answer(self._clock.now(), today)

    def to_come_back_to(self, today: date, most: int = 100) -> list[Message]:
        """Return what has its answer and a day to come back that is here, the earliest first."""
        return self._messages.to_come_back_to(today, most)

    def message(self, message_id: int) -> Message:
        """Return one message; raise ``UserError("message.gone")`` when it is no longer there."""
        found = self._messages.get(message_id)
        if found is None:
            raise UserError("message.gone")
        return found

    def note(self, entry: Entry) -> Message:
        """Keep a message; the caller tells the pages ``Changes.PEOPLE``.

        Raises ``UserError("message.empty")`` when nothing was said, ``message.no_name`` when
        nobody said it.
        """
        said, name = clean(entry.said).strip()[:LONGEST_MESSAGE], " ".join(entry.name.split())
        if not said:
            raise UserError("message.empty")
        if not name and not entry.address:
            raise UserError("message.no_name")
        now = self._clock.now()
        handle = self._handle(replace(entry, name=clean(name)), now)
        return self._messages.add(
            Message(
                id=0,
                handle_id=handle.id,
                platform=entry.platform,
                said=said,
                wrote_at=min(entry.wrote_at or now, now),
                mood=entry.mood,
                needs=clean(entry.needs).strip(),
                link=entry.link,
                remote_id=entry.remote_id,
            )
        )

    def keep_reply(self, message_id: int, text: str) -> Changes:
        """Keep the answer as typed so far."""
        return self._keep(message_id, answer=clean(text))

    def answered(self, message_id: int, text: str) -> Changes:
        """Note that the person has their answer."""
        return self._keep(
            message_id,
            status=MessageStatus.ANSWERED,
            answer=clean(text).strip(),
            answered_at=self._clock.now(),
            rests_until=None,
        )

    def done(self, message_id: int) -> Changes:
        """Note that nothing more is to be done."""
        return self._keep(
            message_id, status=MessageStatus.DONE, follow_up_on=None, rests_until=None
        )

    def reopen(self, message_id: int) -> Changes:
        """Put a message back among those who wait; what was answered stays in the reply box."""
        return self._keep(message_id, status=MessageStatus.WAITING, answered_at=None)

    def put_back(self, before: Message) -> Changes:
        """Undo: make a message again what it was."""
        self.message(before.id)
        self._messages.save(before)
        return Changes.PEOPLE

    def remove(self, message_id: int) -> Changes:
        """Take away one message, as after a slip; ``bring_back`` undoes it."""
        with self._messages.together():
            self._taken_away.note([self.message(message_id)])
            self._messages.remove([message_id])
        return Changes.PEOPLE

    def bring_back(self, message: Message) -> Changes:
        """Undo ``remove``."""
        with self._messages.together():
            self._taken_away.take_back([message])
            self._messages.insert(message)
        return Changes.PEOPLE

    def follow_up(self, message_id: int, day: date | None) -> Changes:
        """Note on which day to come back to this; None for never."""
        return self._keep(message_id, follow_up_on=day)

    def rest(self, message_id: int) -> Changes:
        """Put a heated message aside for twenty minutes."""
        return self._keep(message_id, rests_until=self._clock.now() + REST)

    def judge_care(self, message_id: int, care: Care) -> Changes:
        """Keep the owner's own word on whether this one needs care."""
        return self._keep(message_id, care=care)

    def permission(self, message_id: int, permission: Permission) -> Changes:
        """Note whether praise may be shown to others."""
        return self._keep(message_id, permission=permission)

    def correct(self, message_id: int, mood: str, needs: str) -> Changes:
        """Keep how somebody sounds and what they need, as the owner sees it."""
        return self._keep(message_id, mood=mood, needs=clean(needs).strip())

    def _handle(self, entry: Entry, now: datetime) -> Handle:
        """Return the handle somebody wrote by, with a new person when they are new."""
        shown = Handle(0, 0, entry.platform, entry.name or entry.address, entry.address)
        known = self._persons.find_handle(entry.platform, shown.key)
        if known is not None:
            return known
        person = self._persons.add(Person(0, shown.name, now))
        return self._persons.add_handle(replace(shown, person_id=person.id))

    def _keep(self, message_id: int, **values: object) -> Changes:
        before = self.message(message_id)
        after = replace(before, **values)  # type: ignore[arg-type]
        if after == before:
            return Changes.NOTHING
        self._messages.save(after)
        return Changes.PEOPLE
