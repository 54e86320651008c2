"""Drafts: kept as typed, thrown away and brought back, never lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.meter import Context
from socialcoach.core.planning.post import PostStatus, Verdict
from socialcoach.services.bundle import Services
from socialcoach.services.planning.drafting import Drafting
from tests.conftest import Clock

OFFER = "Order now and get 20% off every loaf, this weekend only!"


@pytest.fixture
def drafting(services: Services) -> Drafting:
    """The drafts of an empty database."""
    return services.drafting


def test_a_new_draft_is_kept_with_its_platforms_and_idea(drafting: Drafting, clock: Clock):
    made = drafting.new("Hello", platforms=("facebook",), idea="tip-1")
    assert drafting.draft(made.id) == made
    assert (made.platforms, made.idea, made.updated_at) == (("facebook",), "tip-1", clock.now())


def test_keeping_text_moves_the_draft_to_the_top(drafting: Drafting, clock: Clock):
    first, second = drafting.new("first"), drafting.new("second")
    clock.advance(minutes=1)
    assert drafting.keep_text(first.id, "first, changed", None) is Changes.DRAFTS
    assert [draft.id for draft in drafting.drafts()] == [first.id, second.id]
    assert drafting.draft(first.id).text == "first, changed"


def test_keeping_what_is_kept_already_writes_nothing(drafting: Drafting, clock: Clock):
    made = drafting.new("Hello")
    clock.advance(minutes=1)
    assert drafting.keep_text(made.id, "Hello", None) is Changes.NOTHING
    assert drafting.draft(made.id) == made


def test_the_reading_stays_with_the_text(drafting: Drafting, services: Services):
    made = drafting.new()
    reading = services.reader.read(OFFER, Context())
    drafting.keep_text(made.id, OFFER, reading)
    kept = drafting.draft(made.id).reading
    assert kept is not None
    assert (kept.band, kept.kind, kept.version) == (reading.band, reading.kind, reading.version)


def test_notes_and_platforms_do_not_touch_the_text(drafting: Drafting):
    made = drafting.new("Hello")
    drafting.keep_notes(made.id, "Ask Tom for the picture")
    drafting.keep_platforms(made.id, ("instagram",))
    kept = drafting.draft(made.id)
    assert (kept.text, kept.notes) == ("Hello", "Ask Tom for the picture")
    assert kept.platforms == ("instagram",)


def test_the_verdict_on_a_draft_changes_drafts_and_on_a_published_post_the_feed_too(
    drafting: Drafting, services: Services
):
    made = drafting.new("Hello", platforms=("facebook",))
    assert drafting.keep_verdict(made.id, Verdict.SELLING) is Changes.DRAFTS
    entry = services.handing_over.start(made, "facebook").publication
    services.handing_over.went_out(entry.id)
    assert drafting.keep_verdict(made.id, Verdict.GIVING) == Changes.DRAFTS | Changes.FEED
    assert services.feed.mixes().of().selling_count == 0


def test_a_draft_thrown_away_comes_back_as_it_was(drafting: Drafting):
    made = drafting.new("Hello", platforms=("facebook",))
    drafting.throw_away(made.id)
    assert drafting.drafts() == []
    assert drafting.bring_back(made.id) is Changes.DRAFTS
    assert drafting.drafts() == [made]


def test_a_draft_that_is_not_there_is_said(drafting: Drafting):
    with pytest.raises(UserError) as caught:
        drafting.keep_text(77, "Hello", None)
    assert caught.value.code == "draft.gone"


@pytest.mark.parametrize("text", ["", "  \n\t "])
def test_an_empty_draft_is_forgotten(drafting: Drafting, text: str):
    made = drafting.new(text)
    assert drafting.forget_if_empty(made.id) is Changes.DRAFTS
    assert drafting.drafts() == []


def test_a_draft_with_a_note_is_not_empty(drafting: Drafting):
    made = drafting.new()
    drafting.keep_notes(made.id, "Write about the new oven")
    assert drafting.forget_if_empty(made.id) is Changes.NOTHING
    assert len(drafting.drafts()) == 1


def test_a_post_handed_over_and_then_emptied_stays_for_its_history(
    drafting: Drafting, services: Services
):
    made = drafting.new("Hello")
    services.handing_over.start(made, "facebook")
    drafting.keep_text(made.id, "", None)
    assert drafting.forget_if_empty(made.id) is Changes.NOTHING
    assert services.handing_over.waiting()[0][1].id == made.id


def test_drafts_are_read_again_without_changing_their_dates(
    drafting: Drafting, services: Services, clock: Clock
):
    made = drafting.new(OFFER)
    clock.advance(days=1)
    assert drafting.read_all(services.reader, Context()) is Changes.DRAFTS
    again = drafting.draft(made.id)
    assert again.reading is not None
    assert replace(again, reading=None) == made


def test_a_published_post_is_no_draft(drafting: Drafting, services: Services):
    made = drafting.new("Hello")
    entry = services.handing_over.start(made, "facebook").publication
    services.handing_over.went_out(entry.id)
    assert drafting.drafts() == []
    assert drafting.draft(made.id).status is PostStatus.OUT
