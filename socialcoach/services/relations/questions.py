"""What several people asked lately, and the post that answers all of them at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from socialcoach.core.changes import Changes
from socialcoach.core.planning.post import Post
from socialcoach.core.relations.message import Message
from socialcoach.core.relations.similar import (
    Question,
    QuestionGroup,
    asked_in,
    groups,
    same_stems,
    telling_words,
)
from socialcoach.services.clock import Clock
from socialcoach.services.planning.drafting import Drafting
from socialcoach.services.relations.answers import Answers
from socialcoach.services.strategy.planner import Planner
from socialcoach.services.words.conversations import question_post
from socialcoach.storage.relations.messages import Messages
from socialcoach.storage.relations.persons import Persons

LOOK_BACK = timedelta(days=90)
"""Older questions have had their time."""

MOST_LOOKED_AT = 400
"""Questions compared with one another, the newest; more would take longer and say the same."""

SET_ASIDE = 0
"""In place of a post: the owner does not want one about this."""


class Questions:
    """Finds questions that are alike. Call ``frequent`` in a worker: it compares many texts."""

    def __init__(
        self,
        messages: Messages,
        persons: Persons,
        answers: Answers,
        drafting: Drafting,
        planner: Planner,
        clock: Clock,
    ) -> None:
        self._messages = messages
        self._persons = persons
        self._answers = answers
        self._drafting = drafting
        self._planner = planner
        self._clock = clock

    def frequent(self) -> list[QuestionGroup]:
        """Return what three or more people asked in the last three months, the most asked first.

        Questions that a post was begun for, or that were set aside, are left out.
        """
        since = self._clock.now() - LOOK_BACK
        recent = self._messages.asking(since, MOST_LOOKED_AT)
        people = self._persons.of_handles({message.handle_id for message in recent})
        lists = self._answers.texts.words
        common, same = frozenset(lists.common), same_stems(lists.same)
        asked = [
            _question(one, people.get(one.handle_id, 0), common, same)
            for one in recent
            if one.post_id is None
        ]
        return groups(asked)

    def start_post(self, group: QuestionGroup) -> Post:
        """Begin a draft that answers the question for everyone; it counts as giving.

        The caller tells the pages ``Changes.DRAFTS | Changes.PEOPLE``.
        """
        text = question_post(group.example, len(group.questions), self._last_answer(group))
        platforms = self._planner.strategy().platform_keys
        post = self._drafting.new(text, platforms=platforms)
        self._mark(group, post.id)
        return post

    def set_aside(self, group: QuestionGroup) -> Changes:
        """Suggest no post for these; ``ask_again`` undoes it."""
        return self._mark(group, SET_ASIDE)

    def ask_again(self, group: QuestionGroup) -> Changes:
        """Undo ``set_aside``."""
        return self._mark(group, None)

    def _mark(self, group: QuestionGroup, post_id: int | None) -> Changes:
        for message_id in group.message_ids:
            message = self._messages.get(message_id)
            if message is not None:
                self._messages.save(replace(message, post_id=post_id))
        return Changes.PEOPLE

    def _last_answer(self, group: QuestionGroup) -> str:
        """Return the answer somebody got already, the longest, for the owner to write from."""
        found = [self._messages.get(one) for one in group.message_ids]
        answers = [one.answer for one in found if one is not None and not one.is_waiting]
        return max(answers, key=len, default="")


def _question(
    message: Message, person_id: int, common: frozenset[str], same: Mapping[str, str]
) -> Question:
    asked = asked_in(message.said)
    words = telling_words(f"{asked} {message.needs}", common, same)
    return Question(message.id, person_id, asked, words)
