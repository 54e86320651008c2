"""Who waits and who can recommend us, as the pages ask for it."""

from __future__ import annotations

from sqlite_utils import Database

from socialcoach.core.relations.people import Conversation, Promoter, Stage
from socialcoach.services.bundle import Services
from socialcoach.storage.relations.people import Conversations, Promoters
from tests.conftest import Clock


def test_people_are_found_again(services: Services, database: Database, clock: Clock):
    waiting = Conversations(database).add(
        Conversation(0, "facebook", "Zoë", "Open on Monday?", "curious", "hours", clock.now())
    )
    promoter = Promoters(database).add(Promoter(0, "Ann", "parents", "", Stage.RESTING, ""))
    assert services.people.waiting() == services.people.conversations() == [waiting]
    assert services.people.promoters() == [promoter]
