"""How messages and people look in their lists, and how they are read aloud."""

from __future__ import annotations

from socialcoach.core.relations.message import MessageLine, MessageStatus
from socialcoach.core.relations.person import PersonLine
from socialcoach.core.relations.waiting import Wait, wait_of
from socialcoach.services.bundle import Services
from socialcoach.services.words import conversations as words
from socialcoach.services.words import people as people_words
from socialcoach.services.words.moments import ago
from socialcoach.ui.relations.line_delegate import Look

TONES = {Wait.IN_TIME: "", Wait.SOON: "leaning", Wait.LATE: "selling"}


class Looks:
    """Knows the clock and the promise; ``renew`` reads both again, once for all lines."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self.renew()

    def renew(self) -> None:
        """Read time and promise anew."""
        self._now = self._services.clock.now()
        self._zone = self._services.planner.zone()
        self._today = self._services.planner.today()
        self._promise = self._services.relations.answer_times.promised_hours

    def message(self, line: object) -> Look:
        """Return how a message looks in the list."""
        assert isinstance(line, MessageLine)
        chip, tone = self._standing(line)
        facts = self._services.platforms.get(line.platform)
        said = " ".join(line.said.split())
        return Look(line.name, said, facts.icon if facts else "ph.chat-circle", chip, tone)

    def spoken_message(self, line: object) -> str:
        """Return a message as a screen reader says it."""
        look = self.message(line)
        assert isinstance(line, MessageLine)
        parts = (look.title, words.platform_name(line.platform, self._services.platforms))
        return ". ".join(
            filter(None, (*parts, words.status_name(line.status), look.chip, look.below))
        )

    def person(self, line: object) -> Look:
        """Return how a person looks in the list."""
        assert isinstance(line, PersonLine)
        names = [words.platform_name(key, self._services.platforms) for key in line.platforms]
        below = people_words.person_summary(names, line.messages, line.email or line.place)
        last = ago(line.last_wrote_at, self._now, self._zone) if line.last_wrote_at else ""
        return Look(line.name, below, "ph.user", last)

    def spoken_person(self, line: object) -> str:
        """Return a person as a screen reader says it."""
        look = self.person(line)
        return ". ".join(filter(None, (look.title, look.below, look.chip)))

    def _standing(self, line: MessageLine) -> tuple[str, str]:
        if line.status is MessageStatus.WAITING:
            if line.rests_until is not None and line.rests_until > self._now:
                return words.resting_words(line.rests_until - self._now), ""
            wait = wait_of(line.wrote_at, self._now, self._promise)
            return words.wait_words(self._now - line.wrote_at, wait), TONES[wait]
        if line.follow_up_on is not None:
            tone = "leaning" if line.follow_up_on <= self._today else ""
            return words.follow_up_words(line.follow_up_on, self._today), tone
        return ago(line.answered_at or line.wrote_at, self._now, self._zone), ""
