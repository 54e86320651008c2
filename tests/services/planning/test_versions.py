"""Own words for a platform, and what goes out there."""

from __future__ import annotations

import pytest

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.meter import Context
from socialcoach.core.planning.post import Post
from socialcoach.services.bundle import Services
from tests.conftest import Clock

TEXT = "Fresh bread on Saturday."


@pytest.fixture
def post(services: Services) -> Post:
    """A draft for two platforms."""
    return services.drafting.new(TEXT, platforms=("facebook", "x"))


def latest(services: Services, post: Post) -> Post:
    """Return the draft as it is now."""
    return services.drafting.draft(post.id)


def test_every_platform_gets_the_main_text_until_it_has_own_words(services: Services, post: Post):
    versions = services.writing.versions
    assert versions.keep(post.id, "x", "Bread!") is Changes.DRAFTS
    services.drafting.keep_text(post.id, "Fresh rolls.", None)
    now = latest(services, post)
    assert versions.text_for(now, "facebook") == "Fresh rolls."
    assert versions.text_for(now, "x") == "Bread!"


def test_following_again_and_taking_that_back(services: Services, post: Post):
    versions = services.writing.versions
    versions.keep(post.id, "x", "Bread!")
    assert versions.follow(post.id, "x") is Changes.DRAFTS
    assert versions.text_for(post, "x") == TEXT
    versions.keep(post.id, "x", "Bread!")
    assert versions.text_for(post, "x") == "Bread!"


def test_keeping_the_same_words_again_changes_nothing(services: Services, post: Post):
    versions = services.writing.versions
    assert versions.keep(post.id, "x", TEXT) is Changes.NOTHING
    versions.keep(post.id, "x", "Bread!")
    assert versions.keep(post.id, "x", "Bread!") is Changes.NOTHING
    assert versions.follow(post.id, "facebook") is Changes.NOTHING


def test_writing_for_one_platform_brings_the_draft_to_the_top(
    services: Services, post: Post, clock: Clock
):
    clock.advance(minutes=1)
    services.drafting.new("A newer one")
    clock.advance(minutes=1)
    services.writing.versions.keep(post.id, "x", "Bread!")
    assert services.drafting.drafts()[0].id == post.id


def test_words_for_a_draft_that_is_gone_go_nowhere(services: Services):
    assert services.writing.versions.keep(77, "x", "Bread!") is Changes.NOTHING
    assert services.writing.versions.follow(77, "x") is Changes.NOTHING


def test_handing_over_takes_the_platforms_own_words_and_keeps_them_as_what_went_out(
    services: Services, post: Post
):
    services.writing.versions.keep(post.id, "x", "Bread & rolls")
    step = services.handing_over.start(post, "x")
    assert step.text == "Bread & rolls"
    assert "Bread%20%26%20rolls" in step.address
    services.handing_over.went_out(step.publication.id)
    assert [entry.text for entry in services.handing_over.of_post(post.id)] == ["Bread & rolls"]


def test_own_words_count_in_the_feed_as_what_they_are(services: Services, post: Post):
    offer = "Order now and get 20% off every loaf, this weekend only!"
    tip = "Which crust do you like best? Here is how to keep bread fresh: wrap it in linen."
    giving, selling = (services.reader.read(text, Context()) for text in (tip, offer))
    services.drafting.keep_text(post.id, tip, giving)
    services.writing.versions.keep(post.id, "x", offer, selling)
    for platform in ("facebook", "x"):
        step = services.handing_over.start(latest(services, post), platform)
        services.handing_over.went_out(step.publication.id)
    assert {one.platform: one.selling for one in services.feed.everything()} == {
        "facebook": False,
        "x": True,
    }


def test_nothing_is_ever_added_to_the_words(services: Services, post: Post):
    services.writing.versions.keep(post.id, "x", "See https://example.com/menu ")
    assert services.handing_over.start(post, "x").text == "See https://example.com/menu "


def test_empty_own_words_are_nothing_to_post(services: Services, post: Post):
    services.writing.versions.keep(post.id, "x", " ")
    with pytest.raises(UserError) as caught:
        services.handing_over.start(post, "x")
    assert caught.value.code == "handover.empty"
    assert services.handing_over.start(post, "facebook").text == TEXT
