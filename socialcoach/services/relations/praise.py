"""Praise: asking whether it may be shown, and the customer in the spotlight."""

from __future__ import annotations

from socialcoach.core.planning.post import Post
from socialcoach.core.relations.message import Message, Permission
from socialcoach.core.relations.person import first_name
from socialcoach.services.planning.drafting import Drafting
from socialcoach.services.relations.conversations import Conversations
from socialcoach.services.strategy.planner import Planner
from socialcoach.services.words.conversations import permission_question, spotlight_post


class Praise:
    """Turns kind words into a post, once the person has said yes."""

    def __init__(self, conversations: Conversations, drafting: Drafting, planner: Planner) -> None:
        self._conversations = conversations
        self._drafting = drafting
        self._planner = planner

    def question(self, name: str) -> str:
        """Return a friendly way to ask for permission."""
        return permission_question(first_name(name))

    def start_spotlight(self, message: Message, name: str) -> Post:
        """Begin a draft with the praise and the first name; notes the permission.

        The caller tells the pages ``Changes.DRAFTS | Changes.PEOPLE``.
        """
        self._conversations.permission(message.id, Permission.GIVEN)
        text = spotlight_post(first_name(name), message.said)
        return self._drafting.new(text, platforms=self._planner.strategy().platform_keys)
