"""Promoters come back as they were kept."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlite_utils import Database

from socialcoach.core.relations.people import Promoter, Stage
from socialcoach.storage.relations.people import Promoters

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def test_a_promoter_comes_back_in_the_order_of_names(database: Database):
    store = Promoters(database)
    zoe = store.add(Promoter(0, "Zoe", "runners", "a class", Stage.OFFERED, "write", NOW))
    ann = store.add(
        Promoter(0, "Ann", "parents", "a tasting", Stage.RESTING, "", do_not_contact=True)
    )
    assert store.all() == [ann, zoe]
