"""Who can recommend us, as the pages ask for it."""

from __future__ import annotations

from sqlite_utils import Database

from socialcoach.core.relations.people import Promoter, Stage
from socialcoach.services.bundle import Services
from socialcoach.storage.relations.people import Promoters


def test_promoters_are_found_again(services: Services, database: Database):
    promoter = Promoters(database).add(Promoter(0, "Ann", "parents", "", Stage.RESTING, ""))
    assert services.people.promoters() == [promoter]
