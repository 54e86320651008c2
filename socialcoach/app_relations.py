"""Wires what SocialCoach does with people; ``app.py`` calls it once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialcoach.services.clock import Clock
from socialcoach.services.relations.answer_times import AnswerTimes
from socialcoach.services.relations.bundle import RelationServices
from socialcoach.services.relations.conversations import Conversations
from socialcoach.services.strategy.planner import Planner
from socialcoach.storage.relations.messages import Messages
from socialcoach.storage.relations.persons import Persons

if TYPE_CHECKING:
    from sqlite_utils import Database


def build_relations(database: Database, planner: Planner, clock: Clock) -> RelationServices:
    """Build the bundle over one connection."""
    messages, persons = Messages(database), Persons(database)
    return RelationServices(
        conversations=Conversations(messages, persons, clock),
        answer_times=AnswerTimes(messages, planner, clock),
    )
