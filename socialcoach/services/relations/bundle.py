"""Everything SocialCoach does with people, in one bundle, built in ``app_relations.py``."""

from __future__ import annotations

from dataclasses import dataclass

from socialcoach.services.relations.answer_times import AnswerTimes
from socialcoach.services.relations.conversations import Conversations


@dataclass(frozen=True)
class RelationServices:
    """Conversations with people; each field is one use case."""

    conversations: Conversations
    answer_times: AnswerTimes
