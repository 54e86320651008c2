"""Telling a wish for likes from a goal for the business."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.strategy.vanity import VanityThing, find_vanity

LIKES, FOLLOWERS, VIEWS = VanityThing.LIKES, VanityThing.FOLLOWERS, VanityThing.VIEWS
VIRAL, FAME, SHARES, REACH = (
    VanityThing.VIRAL,
    VanityThing.FAME,
    VanityThing.SHARES,
    VanityThing.REACH,
)


@pytest.mark.parametrize(
    ("said", "thing", "figure"),
    [
        ("get 250 likes", LIKES, 250),
        ("Get 250 Likes!", LIKES, 250),
        ("“get 250 likes”", LIKES, 250),
        ("my goal is 250 likes a month", LIKES, 250),
        ("two hundred and fifty likes on every post", LIKES, 250),
        ("50+ likes", LIKES, 50),
        ("get lots of likes and shares", LIKES, None),
        ("Likes!", LIKES, None),
        ("more liks", LIKES, None),
        ("have 500 people like our page", LIKES, 500),
        ("people to like our posts", LIKES, None),
        ("700 new followers", FOLLOWERS, 700),
        ("700 folowers", FOLLOWERS, 700),
        ("1,000 follwers by Christmas", FOLLOWERS, 1_000),
        ("get more followrs", FOLLOWERS, None),
        ("10.000 Follower", FOLLOWERS, 10_000),
        ("2.5k followers on insta", FOLLOWERS, 2_500),
        ("I want to get 10 K followers", FOLLOWERS, 10_000),
        ("a thousand followers", FOLLOWERS, 1_000),
        ("700 happy followers", FOLLOWERS, 700),
        ("1k subs", FOLLOWERS, 1_000),
        ("hit 100 subscribers on YouTube", FOLLOWERS, 100),
        ("double our fans", FOLLOWERS, None),
        ("more Instagram followers", FOLLOWERS, None),
        ("increase our followers by 20%", FOLLOWERS, None),
        ("get our followers to 1000", FOLLOWERS, 1_000),
        ("followers: 500", FOLLOWERS, 500),
        ("500 people following us", FOLLOWERS, 500),
        ("I want more people to follow us on Instagram", FOLLOWERS, None),
        ("get people to subscribe to our channel", FOLLOWERS, None),
        ("grow my Instagram", FOLLOWERS, None),
        ("a bigger following", FOLLOWERS, None),
        ("as many followers as possible", FOLLOWERS, None),
        ("500 followers and 10 new customers", FOLLOWERS, 500),
        ("grow from 300 followers to 1000", FOLLOWERS, 1_000),
        ("have 2000 ppl follow us on fb", FOLLOWERS, 2_000),
        ("get big on TikTok", FAME, None),
        ("more views", VIEWS, None),
        ("half a million views", VIEWS, 500_000),
        ("get thousands of veiws", VIEWS, None),
        ("100 retweets", SHARES, 100),
        ("more reach", REACH, None),
        ("go viral", VIRAL, None),
        ("we want our video to go viral", VIRAL, None),
        ("blow up on TikTok", VIRAL, None),
        ("be famous on TikTok", FAME, None),
        ("to be famous", FAME, None),
        ("become an influencer", FAME, None),
    ],
)
def test_a_wish_for_show_is_recognised(said: str, thing: VanityThing, figure: int | None):
    goal = find_vanity(said)
    assert goal is not None
    assert (goal.thing, goal.figure) == (thing, figure)
    assert goal.words in said


@pytest.mark.parametrize(
    "said",
    [
        "8 new customers a month",
        "fewer phone calls about opening hours",
        "people like our bread more",
        "more people who follow our recipe",
        "20 more Google reviews",
        "sell 20 bikes",
        "I'd like more customers",
        "I would like 300 bookings",
        "turn followers into customers",
        "turn 100 likes into 10 bookings",
        "more families whose children like video games",
        "sell pizza, wings, subs, salad",
        "get our followers to visit the shop",
        "more bookings from people who follow us",
        "I want customers to like us",
        "keep following up with customers",
        "reach 8 new customers nearby",
        "sell 30 ceiling fans",
        "sell 40 subs a day at lunch",
        "20 new subscribers to our veg box",
        "10 paying subscribers",
        "rent out the rooms with sea views",
        "more guests for our sea views",
        "sell 200 flowers",
        "get 50 more flower orders",
        "not more followers, but more bookings",
        "stop chasing followers",
        "I don’t care about likes, I want 5 more bookings",
        "help people with viral infections",
        "be famous for our sourdough in town",
        "make something people like",
        "5 more yoga students like Anna",
        "our views on food shared with neighbours",
        "have 3 people share their story",
        "get more interviews",
        "grow our business",
        "more calls",
        "answer within a day",
        "",
        "   ",
        "?!",
    ],
)
def test_a_real_goal_is_left_alone(said: str):
    assert find_vanity(said) is None


REAL_THINGS = (
    "customers",
    "bookings",
    "orders",
    "reviews",
    "calls",
    "pupils",
    "walk-ins",
    "loaves",
)
VAIN_THINGS = ("likes", "followers", "fans", "views", "subscribers", "retweets")


@given(st.integers(1, 999_999), st.sampled_from(REAL_THINGS), st.sampled_from(["week", "month"]))
def test_no_number_of_real_things_is_vanity(count: int, thing: str, span: str):
    assert find_vanity(f"{count} new {thing} a {span}") is None


@given(st.integers(1, 999_999), st.sampled_from(VAIN_THINGS))
def test_any_number_of_likes_and_the_like_is_found_with_its_figure(count: int, thing: str):
    for written in (str(count), f"{count:,}"):
        goal = find_vanity(f"I hope to get {written} {thing} by summer")
        assert goal is not None
        assert goal.figure == count


@given(st.text(max_size=300))
def test_anything_may_be_typed_as_a_goal(said: str):
    goal = find_vanity(said)
    assert goal is None or goal.words in said


WORDS = ["get", "5", "1,000", "k", "a", "half", "million", "likes", "our", "follow", "us", ".", "%"]


@given(st.lists(st.sampled_from(WORDS)))
def test_odd_orders_of_words_are_read_without_an_error(words: list[str]):
    goal = find_vanity(" ".join(words))
    assert goal is None or goal.figure is None or goal.figure >= 0


def test_a_whole_book_as_a_goal_is_read_no_further_than_a_page():
    assert find_vanity("bread " * 50_000 + "get 250 likes") is None
