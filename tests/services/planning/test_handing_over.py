"""Copy and open: one entry a platform; only what is confirmed counts; history stays true."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlite_utils import Database

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.planning.account import Account
from socialcoach.core.planning.post import Post, PostStatus
from socialcoach.core.planning.publication import Publication, PublicationStatus, Source
from socialcoach.services.bundle import Services
from socialcoach.services.planning.handing_over import HandingOver
from socialcoach.storage.planning.accounts import Accounts
from socialcoach.storage.planning.publications import Publications
from tests.conftest import Clock
from tests.drawn_pictures import as_bytes, drawn

LINK = "https://www.facebook.com/hillstreet/posts/1234567890"
BOTH = Changes.DRAFTS | Changes.FEED


@pytest.fixture
def handing_over(services: Services) -> HandingOver:
    """Handing over with the bundled platforms."""
    return services.handing_over


@pytest.fixture
def post(services: Services) -> Post:
    """A draft with words in it."""
    return services.drafting.new("Which crust do you like?", platforms=("facebook", "instagram"))


def test_starting_gives_the_text_and_the_platforms_own_page(handing_over: HandingOver, post: Post):
    step = handing_over.start(post, "facebook")
    assert step.text == post.text
    assert ".facebook.com/" in step.address


def test_starting_twice_makes_one_entry_with_the_latest_words(
    handing_over: HandingOver, services: Services, post: Post, clock: Clock
):
    first = handing_over.start(post, "facebook").publication
    clock.advance(minutes=5)
    services.drafting.keep_text(post.id, "Better words", None)
    second = handing_over.start(services.drafting.draft(post.id), "facebook").publication
    assert second.id == first.id
    entries = handing_over.of_post(post.id)
    assert [(entry.text, entry.at) for entry in entries] == [("Better words", clock.now())]


def test_what_is_out_is_not_handed_over_once_more(
    handing_over: HandingOver, services: Services, post: Post
):
    handing_over.went_out(handing_over.start(post, "facebook").publication.id)
    with pytest.raises(UserError) as caught:
        handing_over.start(post, "facebook")
    assert caught.value.code == "sending.already_out"
    assert len(handing_over.of_post(post.id)) == 1


def test_mastodon_opens_on_the_owners_own_server_once_it_is_known(
    handing_over: HandingOver, services: Services, database: Database, post: Post
):
    assert handing_over.start(post, "mastodon").address.startswith("https://share.joinmastodon.org")
    now = services.clock.now()
    account = Account("mastodon:mas.to/1", "mastodon", "mas.to", "rosa@mas.to", "Rosa", now, now)
    Accounts(database).save(account)
    assert handing_over.start(post, "mastodon").address.startswith("https://mas.to/share?text=")


def test_an_empty_post_is_not_handed_over(handing_over: HandingOver, services: Services):
    with pytest.raises(UserError) as caught:
        handing_over.start(services.drafting.new(" \n"), "facebook")
    assert caught.value.code == "handover.empty"
    assert handing_over.waiting() == []


def test_pictures_alone_are_handed_over_without_words(
    handing_over: HandingOver, services: Services
):
    post = services.drafting.new(" \n", platforms=("facebook",))
    services.writing.pictures.add(post.id, as_bytes(drawn((640, 480))), "bread.jpg")
    assert handing_over.is_wordless(post, "facebook")
    step = handing_over.start(post, "facebook")
    assert (step.text, step.prefilled) == ("", False)
    assert ".facebook.com/" in step.address
    handing_over.went_out(step.publication.id, LINK)
    assert services.drafting.draft(post.id).status is PostStatus.OUT


def test_a_picture_that_was_taken_out_again_is_nothing_to_hand_over(
    handing_over: HandingOver, services: Services
):
    post = services.drafting.new("", platforms=("facebook",))
    picture = services.writing.pictures.add(post.id, as_bytes(drawn((640, 480))), "bread.jpg")
    services.writing.pictures.remove(picture.id)
    assert not handing_over.is_wordless(post, "facebook")
    with pytest.raises(UserError, match=r"handover\.empty"):
        handing_over.start(post, "facebook")


def test_what_is_handed_over_does_not_count_before_it_is_confirmed(
    handing_over: HandingOver, services: Services, post: Post
):
    entry = handing_over.start(post, "facebook").publication
    assert services.feed.mixes().of().count == 0
    assert handing_over.went_out(entry.id, f"  {LINK}\n") == BOTH
    assert services.feed.mixes().of("facebook").count == 1
    assert handing_over.of_post(post.id)[0].permalink == LINK
    assert handing_over.waiting() == []


def test_the_time_it_went_out_is_when_the_owner_says_so(
    handing_over: HandingOver, post: Post, clock: Clock
):
    entry = handing_over.start(post, "facebook").publication
    clock.advance(hours=1)
    handing_over.went_out(entry.id)
    out_at = clock.now()
    clock.advance(days=1)
    handing_over.went_out(entry.id, LINK)
    assert handing_over.of_post(post.id)[0].at == out_at


@pytest.mark.parametrize(
    "link", ["https://facebook.com.example.org/posts/1", "http://www.facebook.com/x/posts/1", "yes"]
)
def test_a_link_from_elsewhere_is_refused_and_nothing_is_kept(
    handing_over: HandingOver, post: Post, link: str
):
    entry = handing_over.start(post, "facebook").publication
    with pytest.raises(UserError) as caught:
        handing_over.went_out(entry.id, link)
    assert caught.value.facts == {"platform": "Facebook"}
    assert handing_over.of_post(post.id)[0].status is PublicationStatus.HANDED_OVER


def test_not_posted_takes_it_back(handing_over: HandingOver, services: Services, post: Post):
    entry = handing_over.start(post, "facebook").publication
    assert handing_over.did_not_go_out(entry.id) == BOTH
    assert handing_over.of_post(post.id) == []
    assert services.drafting.draft(post.id).status is PostStatus.DRAFT


def test_saying_yes_by_mistake_can_be_taken_back(
    handing_over: HandingOver, services: Services, post: Post
):
    entry = handing_over.start(post, "facebook").publication
    handing_over.went_out(entry.id)
    handing_over.did_not_go_out(entry.id)
    assert services.drafting.drafts()[0].id == post.id
    assert services.feed.mixes().of().count == 0


def test_taking_one_platform_back_leaves_the_other_out(
    handing_over: HandingOver, services: Services, post: Post
):
    for platform in ("facebook", "instagram"):
        handing_over.went_out(handing_over.start(post, platform).publication.id)
    handing_over.did_not_go_out(handing_over.of_post(post.id)[0].id)
    assert services.drafting.draft(post.id).status is PostStatus.OUT
    assert services.feed.mixes().of("instagram").count == 1


def test_not_posted_does_not_bring_back_a_draft_thrown_away(
    handing_over: HandingOver, services: Services, post: Post
):
    entry = handing_over.start(post, "facebook").publication
    services.drafting.throw_away(post.id)
    handing_over.did_not_go_out(entry.id)
    assert services.drafting.drafts() == []


def test_changing_the_words_later_does_not_change_what_went_out(
    handing_over: HandingOver, services: Services, post: Post
):
    entry = handing_over.start(post, "facebook").publication
    handing_over.went_out(entry.id)
    services.drafting.keep_text(post.id, "Other words, later", None)
    assert services.feed.latest(1)[0].text == post.text


def test_an_entry_that_is_gone_is_said(handing_over: HandingOver, post: Post):
    entry = handing_over.start(post, "facebook").publication
    handing_over.did_not_go_out(entry.id)
    for again in (handing_over.went_out, handing_over.did_not_go_out):
        with pytest.raises(UserError) as caught:
            again(entry.id)
        assert caught.value.code == "handover.gone"


def test_every_platform_can_be_handed_over_to(
    handing_over: HandingOver, services: Services, post: Post
):
    for platform in services.platforms:
        assert handing_over.start(post, platform).address.startswith("https://"), platform


@pytest.fixture
def sent(services: Services, database: Database, post: Post, clock: Clock) -> Publication:
    """A sending of the post that failed."""
    entry = Publication(
        id=0,
        post_id=post.id,
        platform="facebook",
        status=PublicationStatus.FAILED,
        at=clock.now(),
        text=post.text,
        source=Source.DIRECT,
        problem="network.unreached",
    )
    return Publications(database).add(entry)


def test_what_could_not_be_sent_goes_on_by_hand_in_the_same_entry(
    handing_over: HandingOver, post: Post, sent: Publication
):
    entry = handing_over.start(post, "facebook").publication
    assert (entry.id, entry.status) == (sent.id, PublicationStatus.HANDED_OVER)
    assert (entry.source, entry.problem) == (Source.COPY_AND_OPEN, "")


def test_what_may_be_out_is_not_copied_again_but_asked_about(
    handing_over: HandingOver, database: Database, post: Post, sent: Publication
):
    Publications(database).save(replace(sent, status=PublicationStatus.SENDING))
    with pytest.raises(UserError) as caught:
        handing_over.start(post, "facebook")
    assert caught.value.code == "sending.look_first"
    assert [entry.id for entry, _post in handing_over.waiting()] == [sent.id]
