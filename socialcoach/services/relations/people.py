"""Who wrote and still waits."""

from __future__ import annotations

from socialcoach.core.relations.people import Conversation, Promoter
from socialcoach.storage.relations.people import Conversations, Promoters


class People:
    """Answers who waits for an answer and who can recommend the business."""

    def __init__(self, conversations: Conversations, promoters: Promoters) -> None:
        self._conversations = conversations
        self._promoters = promoters

    def waiting(self) -> list[Conversation]:
        """Return those who wait for an answer, the longest wait first."""
        return self._conversations.waiting()

    def conversations(self) -> list[Conversation]:
        """Return everyone who wrote, the newest first."""
        return self._conversations.all()

    def promoters(self) -> list[Promoter]:
        """Return all promoters by name."""
        return self._promoters.all()
