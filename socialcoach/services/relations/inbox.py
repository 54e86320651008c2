"""Replies that came from the networks find their people; nothing is kept twice."""

from __future__ import annotations

from collections.abc import Sequence

from socialcoach.core.changes import Changes
from socialcoach.core.planning.outgoing import FoundReply
from socialcoach.services.relations.answers import Answers
from socialcoach.services.relations.conversations import Conversations, Entry
from socialcoach.services.relations.taken_away import TakenAway
from socialcoach.storage.relations.messages import Messages


class Inbox:
    """Keeps what was found; whoever looks for replies calls it, as often as they like."""

    def __init__(
        self,
        messages: Messages,
        conversations: Conversations,
        answers: Answers,
        taken_away: TakenAway,
    ) -> None:
        self._messages = messages
        self._taken_away = taken_away
        self._conversations = conversations
        self._answers = answers

    def keep(self, found: Sequence[FoundReply]) -> Changes:
        """Keep replies that are new; one that is here, answered or not, stays as it is.

        What the owner took away does not come back.
        """
        new = [reply for reply in found if self._is_new(reply)]
        with self._messages.together():
            for reply in {(one.platform, one.remote_id): one for one in new}.values():
                self._conversations.note(self._entry(reply))
        return Changes.PEOPLE if new else Changes.NOTHING

    def _is_new(self, reply: FoundReply) -> bool:
        has_words = bool(reply.text.strip()) and bool(reply.name.strip() or reply.handle)
        if not has_words or self._messages.has_remote(reply.platform, reply.remote_id):
            return False
        return not self._taken_away.holds(reply.platform, reply.remote_id)

    def _entry(self, reply: FoundReply) -> Entry:
        return Entry(
            platform=reply.platform,
            name=reply.name.strip() or reply.handle,
            said=reply.text,
            mood=self._answers.guess_mood(reply.text),
            address=reply.handle,
            link=reply.link,
            remote_id=reply.remote_id,
            wrote_at=reply.wrote_at,
        )
