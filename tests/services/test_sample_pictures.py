"""The sample bakery's pictures and own words."""

from __future__ import annotations

from sqlite_utils import Database

from socialcoach.paths import resource_dir
from socialcoach.services.bundle import Services
from socialcoach.services.sample import fill_with_sample
from socialcoach.services.sample_pictures import add_sample_pictures
from tests.conftest import Clock

BAKERY = resource_dir() / "sample" / "bakery"


def test_two_drafts_have_described_pictures_and_one_has_own_words(
    services: Services, database: Database, clock: Clock
):
    fill_with_sample(database, BAKERY, clock.now())
    before = [draft.id for draft in services.drafting.drafts()]
    add_sample_pictures(database, services.writing.pictures, BAKERY, clock.now())
    drafts = services.drafting.drafts()
    assert [draft.id for draft in drafts] == before
    pictures = [services.writing.pictures.of_post(draft.id) for draft in drafts]
    described = [picture.alt for of_one in pictures for picture in of_one]
    assert len(described) == 2
    assert all(described)
    own = [services.writing.versions.of_post(draft).own for draft in drafts]
    assert [list(words) for words in own if words] == [["instagram"]]
