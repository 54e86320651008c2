"""Ideas kept, hidden, written down; and why one is offered."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from socialcoach.core.errors import UserError
from socialcoach.core.meter import Kind
from socialcoach.core.planning.idea_reasons import Why
from socialcoach.core.planning.own_idea import OwnIdea
from socialcoach.core.planning.post import Post, PostStatus, SavedReading
from socialcoach.core.planning.publication import Publication, PublicationStatus
from socialcoach.core.strategy.business import Business
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.services.planning.idea_shelf import Mark
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.publications import Publications
from tests.conftest import Clock
from tests.services.conftest import World

BAKER = Strategy(business=Business(name="Hill Street", trade="bakery", country="GB"))


@pytest.fixture(autouse=True)
def baker(services: Services) -> None:
    """A bakery in Britain."""
    services.planner.keep(BAKER)


def put_out(world: World, clock: Clock, kind: Kind, idea: str = "", days_ago: int = 1) -> None:
    """Let a post of a kind be out."""
    database, _ = world
    at = clock.now().replace(hour=1)
    at = datetime.fromtimestamp(at.timestamp() - days_ago * 86_400, UTC)
    reading = SavedReading(0.1, "giving", kind, 0, "v")
    post = Posts(database).add(Post(0, "x", PostStatus.OUT, at, at, idea=idea, reading=reading))
    Publications(database).add(Publication(0, post.id, "facebook", PublicationStatus.OUT, at, "x"))


def test_a_hidden_idea_is_not_offered_until_it_is_brought_back(services: Services):
    shelf = services.writing.ideas
    first = services.inspiration.ideas_for_today(1)[0]
    assert shelf.mark(first.id, Mark.HIDDEN) is Mark.NONE
    assert first not in services.inspiration.ideas_for_today(100)
    assert shelf.hidden() == (first,)
    assert shelf.mark(first.id, Mark.NONE) is Mark.HIDDEN
    assert first in services.inspiration.ideas_for_today(100)


def test_kept_ideas_stand_on_a_shelf_the_latest_first(services: Services, clock: Clock):
    shelf = services.writing.ideas
    one, two = shelf.all()[:2]
    shelf.mark(one.id, Mark.KEPT)
    clock.advance(minutes=1)
    shelf.mark(two.id, Mark.KEPT)
    assert shelf.kept() == (two, one)


def test_what_the_owner_wrote_down_is_offered_like_any_idea(services: Services):
    shelf = services.writing.ideas
    shelf.write_down(OwnIdea(0, "  The radio \n song ", Kind.FUN, note="A smile."))
    found = shelf.all()[0]
    assert (found.title, found.kind, found.starter) == (
        "The radio song",
        Kind.FUN,
        "The radio song\n\n",
    )
    picks = [pick for _ in range(12) for pick in services.inspiration.next_picks(3)]
    own = [pick.why for pick in picks if pick.idea.id == found.id]
    assert own == [Why.OWN]


def test_an_own_idea_is_changed_thrown_away_and_comes_back(services: Services):
    shelf = services.writing.ideas
    shelf.write_down(OwnIdea(0, "", Kind.TIP, starter="First line\nmore"))
    own = shelf.own("own-1")
    assert own is not None
    assert own.title == "First line"
    shelf.write_down(replace(own, title="Another name"))
    assert shelf.all()[0].title == "Another name"
    shelf.throw_away("own-1")
    assert shelf.own("own-1") is None
    shelf.bring_back("own-1")
    assert shelf.own("own-1") is not None


def test_an_idea_without_a_word_is_refused(services: Services):
    with pytest.raises(UserError) as caught:
        services.writing.ideas.write_down(OwnIdea(0, " ", Kind.TIP))
    assert caught.value.code == "idea.untitled"


def test_used_is_what_was_drafted_or_out_in_the_last_sixty_days(
    services: Services, world: World, clock: Clock
):
    put_out(world, clock, Kind.TIP, "old", days_ago=70)
    put_out(world, clock, Kind.TIP, "recent", days_ago=50)
    thrown = services.drafting.new("x", idea="thrown-away")
    services.drafting.throw_away(thrown.id)
    services.drafting.new("x", idea="drafted")
    assert set(services.writing.ideas.used()) == {"recent", "drafted"}


def test_a_kind_the_last_posts_do_not_hold_is_the_reason(
    services: Services, world: World, clock: Clock
):
    for number in range(10):
        put_out(world, clock, Kind.TIP, days_ago=number + 1)
    picks = services.inspiration.next_picks(3)
    lacking = [pick for pick in picks if pick.why is Why.LACKING]
    assert lacking
    assert {pick.posts for pick in lacking} == {10}
    assert Kind.TIP not in {pick.idea.kind for pick in lacking}


def test_a_day_that_is_near_brings_an_idea_and_the_reason(services: Services, clock: Clock):
    clock.set(datetime(2026, 3, 6, 9, tzinfo=UTC))
    pick = services.inspiration.next_picks(3)[0]
    assert pick.why is Why.DAY
    assert pick.day is not None
    assert pick.day.name == "Mother’s Day"
    assert services.inspiration.next_picks(3)[0].idea != pick.idea


def test_public_holidays_count_once_they_are_known(services: Services, clock: Clock):
    clock.set(datetime(2026, 12, 10, 9, tzinfo=UTC))
    near = services.writing.near_days
    assert not near.is_loaded()
    near.load(near.place())
    assert near.is_loaded()
    pick = services.inspiration.next_picks(3)[0]
    assert pick.day is not None
    assert pick.day.name == "Christmas Day"
    assert pick.idea.id.startswith("day-christmas")


@pytest.mark.parametrize(("country", "month"), [("GB", 7), ("AU", 1), ("NZ", 1), ("KE", 7)])
def test_what_follows_the_weather_comes_when_it_is_summer_there(
    services: Services, country: str, month: int
):
    services.planner.keep(Strategy(business=Business(trade="beauty-salon", country=country)))
    ideas = {one.id: one for one in services.writing.ideas.all()}
    assert ideas["beauty-salon-sunscreen-amount"].is_in_season(month)
    assert not ideas["beauty-salon-feet-winter"].is_in_season(month)
    assert ideas["general-year-thanks"].months == (12,)
