"""The owner's word teaches the meter: bounded, for this owner only, and undone without a trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialcoach.app import open_services
from socialcoach.core.meter import Context
from socialcoach.core.planning.post import Verdict
from socialcoach.paths import DataPaths
from socialcoach.services.bundle import Services
from tests.conftest import Clock

ROUND = "Our Friday walk round the allotments starts at ten by the gate."
LATER = "Our Friday walk round the allotments was muddy and lovely."
THANKS = "Thank you all for walking round the muddy allotments with us on Friday."
OFFER = "Order now and get 20% off every loaf, this weekend only!"


@pytest.fixture
def services(data_dir: Path, clock: Clock) -> Services:
    """All use cases over an empty database, with a meter of their own."""
    return open_services(DataPaths(data_dir), clock)


def pitch(services: Services, text: str) -> float:
    """Return how likely a text is to sell, as this owner's meter sees it."""
    return services.reader.read(text, Context()).pitch


def teach(services: Services, text: str, verdict: Verdict, times: int = 1) -> list[int]:
    """Judge drafts with this text, let the meter learn, and return their ids."""
    drafts = [services.drafting.new(text) for _ in range(times)]
    for draft in drafts:
        services.drafting.keep_verdict(draft.id, verdict)
    services.corrections.teach(services.reader, Context())
    return [draft.id for draft in drafts]


def test_what_the_owner_says_is_heard_in_texts_like_it(services: Services):
    before = pitch(services, LATER)
    teach(services, ROUND, Verdict.GIVING, times=3)
    assert pitch(services, LATER) < before


def test_a_few_clicks_do_not_turn_an_offer_into_a_gift(services: Services):
    teach(services, ROUND, Verdict.GIVING, times=5)
    assert services.reader.read(OFFER, Context()).selling


def test_taking_it_back_leaves_no_trace(services: Services):
    before = pitch(services, LATER)
    for post_id in teach(services, ROUND, Verdict.GIVING, times=3):
        services.corrections.take_back(post_id)
    services.corrections.teach(services.reader, Context())
    assert pitch(services, LATER) == before


def publish(services: Services, text: str) -> None:
    """Write a post, and say that it went out."""
    draft = services.drafting.new(text, platforms=("facebook",))
    services.drafting.keep_text(draft.id, text, services.reader.read(text, Context()))
    entry = services.handing_over.start(services.drafting.draft(draft.id), "facebook")
    services.handing_over.went_out(entry.publication.id)


def test_what_went_out_and_was_left_alone_holds_a_correction_back(services: Services):
    taught = teach(services, ROUND, Verdict.SELLING, times=3)
    without = pitch(services, THANKS)
    for post_id in taught:
        services.corrections.take_back(post_id)
    services.corrections.teach(services.reader, Context())
    publish(services, THANKS)
    teach(services, ROUND, Verdict.SELLING, times=3)
    assert pitch(services, THANKS) < without


def test_nothing_is_learnt_from_what_was_left_alone_only(services: Services):
    before = pitch(services, LATER)
    publish(services, LATER)
    services.corrections.teach(services.reader, Context())
    assert pitch(services, LATER) == before
