"""The lesson of the day answers what the data shows."""

from __future__ import annotations

from datetime import timedelta

from socialcoach.core.planning.post import Verdict
from socialcoach.core.strategy.lesson import Sign
from socialcoach.services.bundle import Services
from socialcoach.services.relations.conversations import Entry
from tests.conftest import Clock


def signs_over_days(services: Services, clock: Clock, days: int = 60) -> set[Sign | None]:
    """What the lessons of the coming days answer, as long as nothing changes."""
    found: set[Sign | None] = set()
    for _day in range(days):
        taught = services.teaching.lesson()
        assert taught.sign in (None, taught.lesson.sign)
        found.add(taught.sign)
        clock.advance(days=1)
    return found


def test_a_newcomer_is_taught_about_beginning(services: Services, clock: Clock):
    found = signs_over_days(services, clock)
    assert Sign.BEGINNING in found
    assert Sign.PLAN_OPEN in found
    assert Sign.GIVES_WELL not in found


def test_somebody_who_waits_is_spoken_of(services: Services, clock: Clock):
    entry = Entry("facebook", "Ben", "Rye today?", wrote_at=clock.now() - timedelta(hours=2))
    services.relations.conversations.note(entry)
    assert Sign.PEOPLE_WAIT in signs_over_days(services, clock)


def test_two_selling_posts_in_a_row_are_noticed(services: Services, clock: Clock):
    for text in ("Buy our rye", "Buy our rolls"):
        post = services.drafting.new(text, platforms=("facebook",))
        services.drafting.keep_verdict(post.id, Verdict.SELLING)
        services.handing_over.went_out(services.handing_over.start(post, "facebook").publication.id)
    assert Sign.SELLING_IN_A_ROW in signs_over_days(services, clock, days=13)
