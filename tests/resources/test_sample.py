"""The sample business tells a believable year that gets better, whatever day it is opened."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from socialcoach.core.meter import Kind
from socialcoach.core.relations.promoter import Stage
from tests.resources.near_copies import near_copies

BAKERY = Path(__file__).parents[2] / "resources" / "sample" / "bakery"
SELLING = {Kind.OFFER, Kind.PRODUCT, Kind.EVENT, Kind.BRAG}
PLATFORMS = {"facebook", "instagram", "google_business"}
MEASURES = ("views", "reach", "likes", "comments", "shares")
SOMETIMES = ("clicks", "saves", "follows")
TURNED_DAYS_AGO = 150
"""So long ago Rosa changed her ways: "before" posts are older than this, "after" posts are not."""
A_YEAR_OF_TODAYS = [date(2027, 3, 1) + timedelta(days=days) for days in range(366)]

Post = dict[str, Any]


def read(name: str) -> Any:
    return json.loads((BAKERY / name).read_text("utf-8"))


def read_posts() -> list[Post]:
    lines = (BAKERY / "posts.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


POSTS = read_posts()


def placed(day: str, today: date) -> date:
    """Return the latest date with this month and day that lies before ``today``."""
    month, number = map(int, day.split("-"))
    this_year = date(today.year, month, number)
    return this_year if this_year < today else date(today.year - 1, month, number)


def feed(today: date) -> tuple[list[Post], list[Post]]:
    """Return the posts of before and after Rosa changed her ways, oldest first."""
    before, after = [], []
    for post in POSTS:
        age = (today - placed(post["day"], today)).days
        if age > TURNED_DAYS_AGO and post["phase"] != "after":
            before.append((-age, post["time"], post))
        if age <= TURNED_DAYS_AGO and post["phase"] != "before":
            after.append((-age, post["time"], post))
    return in_order(before), in_order(after)


def in_order(rows: list[tuple[int, str, Post]]) -> list[Post]:
    return [row[2] for row in sorted(rows, key=lambda row: row[:2])]


def sells(post: Post) -> bool:
    return post["kind"] in SELLING


def share_selling(posts: list[Post]) -> float:
    return sum(map(sells, posts)) / len(posts)


def test_every_post_has_exactly_the_agreed_fields():
    agreed = {"day", "time", "platforms", "kind", "phase", "text", "numbers"}

    assert {frozenset(post) for post in POSTS} == {frozenset(agreed)}


def test_there_are_enough_posts_for_a_lively_year():
    assert 240 <= len(POSTS) <= 300
    assert set(Counter(post["day"][:2] for post in POSTS)) == {f"{m:02}" for m in range(1, 13)}
    assert min(Counter(post["day"][:2] for post in POSTS).values()) >= 20


def test_every_post_says_when_where_and_what():
    for post in POSTS:
        where = f"{post['day']} {post['time']}"
        assert post["day"] != "02-29", "a day that every year has"
        assert date.fromisoformat(f"2027-{post['day']}")
        assert "05:00" <= post["time"] <= "20:00", where
        assert post["platforms"], where
        assert len(set(post["platforms"])) == len(post["platforms"]), where
        assert set(post["platforms"]) <= PLATFORMS, where
        assert post["kind"] in set(Kind), where
        assert post["phase"] in {"any", "before", "after"}, where
        assert post["text"] == post["text"].strip() != "", where


def test_posts_have_numbers_where_the_platform_reports_them():
    for post in POSTS:
        assert set(post["numbers"]) == set(post["platforms"]) - {"google_business"}


def test_the_numbers_of_a_post_can_be_true():
    for numbers in (numbers for post in POSTS for numbers in post["numbers"].values()):
        assert set(numbers) == {*MEASURES, *SOMETIMES}
        assert all(type(numbers[name]) is int and numbers[name] >= 0 for name in MEASURES)
        assert all(numbers[name] is None or numbers[name] >= 0 for name in SOMETIMES)
        assert numbers["views"] >= numbers["reach"] >= numbers["likes"]
        assert 120 <= numbers["reach"] <= 900


def test_no_two_posts_share_a_minute():
    minutes = Counter((post["day"], post["time"]) for post in POSTS)

    assert minutes.most_common(1)[0][1] == 1


def test_no_two_posts_are_near_copies():
    assert near_copies(post["text"] for post in POSTS) == []


def test_giving_posts_are_answered_more_than_selling_ones():
    def answers(posts: list[Post]) -> float:
        rows = [numbers for post in posts for numbers in post["numbers"].values()]
        return sum(row["likes"] + row["comments"] for row in rows) / sum(r["reach"] for r in rows)

    giving = answers([post for post in POSTS if not sells(post)])
    selling = answers([post for post in POSTS if sells(post)])
    questions = answers([post for post in POSTS if post["kind"] == Kind.QUESTION])

    assert giving > 2 * selling
    assert questions > giving


def test_whatever_the_day_more_than_half_of_the_old_feed_sells():
    shares = [share_selling(feed(today)[0]) for today in A_YEAR_OF_TODAYS]

    assert min(shares) >= 0.50
    assert max(shares) <= 0.65


def test_whatever_the_day_at_most_a_fifth_of_the_new_feed_sells():
    assert max(share_selling(feed(today)[1]) for today in A_YEAR_OF_TODAYS) <= 0.20


@pytest.mark.parametrize("platform", [None, "facebook", "instagram"])
def test_whatever_the_day_the_new_feed_keeps_the_rule_of_thumb(platform: str | None):
    for today in A_YEAR_OF_TODAYS:
        posts = [p for p in feed(today)[1] if platform is None or platform in p["platforms"]]
        marks = [sells(post) for post in posts]
        assert not any(a and b for a, b in pairwise(marks)), f"two selling in a row on {today}"
        tens = (sum(marks[at : at + 10]) for at in range(len(marks) - 9))
        assert max(tens) <= 2, f"more than two of ten sell on {today}"


def test_the_newer_posts_keep_the_words_rosa_never_uses_away():
    never = read("strategy.json")["brand"]["never_words"]
    texts = [post["text"].lower() for post in POSTS if post["phase"] != "before"]

    assert not [text for text in texts if any(word in text.split() for word in never)]


def test_the_strategy_is_the_agreed_shape():
    strategy = read("strategy.json")

    assert set(strategy) == {"business", "brand", "goal", "minutes_per_week", "platforms"}
    assert strategy["business"]["name"] == "Rosa's Bakery"
    assert strategy["business"]["trade"] == "bakery"
    assert ZoneInfo(strategy["business"]["zone"])
    assert len(strategy["brand"]["voice"]) == 3
    assert set(strategy["goal"]) == {"said", "aim", "measure", "now", "target", "by", "why"}
    assert strategy["goal"]["now"] < strategy["goal"]["target"]
    assert strategy["goal"]["by"] == "+4m"
    assert 2 <= len(strategy["platforms"]) <= 3
    assert {platform["key"] for platform in strategy["platforms"]} == PLATFORMS
    assert all(platform["purpose"].count(".") == 1 for platform in strategy["platforms"])


def test_the_drafts_are_six_and_different():
    drafts = read("drafts.json")

    assert len(drafts) == 6
    assert {frozenset(d) for d in drafts} == {
        frozenset({"text", "minutes_ago", "platforms", "notes"})
    }
    assert near_copies(draft["text"] for draft in drafts) == []
    assert all(set(draft["platforms"]) <= PLATFORMS for draft in drafts)
    assert len({draft["minutes_ago"] for draft in drafts}) == 6


def test_the_conversations_leave_three_people_waiting():
    conversations = read("conversations.json")
    fields = {"days_ago", "platform", "name", "said", "mood", "needs"}

    assert len(conversations) == 40
    for talk in conversations:
        assert set(talk) == fields | {"answered_after_hours", "answer"}
        assert talk["platform"] in PLATFORMS
        assert talk["mood"] in {"happy", "neutral", "worried", "cross"}
        assert (talk["answer"] is None) == (talk["answered_after_hours"] is None)
        assert talk["answer"] is None or talk["answered_after_hours"] < talk["days_ago"] * 24
    assert sum(talk["answer"] is None for talk in conversations) == 3


def test_everybody_with_a_note_has_written_by_every_name():
    wrote = {(talk["platform"], talk["name"]) for talk in read("conversations.json")}
    for person in read("people.json"):
        names = {(person["platform"], person["name"]), *map(tuple, person.get("also", ()))}
        assert names <= wrote
        assert person["notes"]


def test_three_people_ask_the_same_question():
    asked = Counter(talk["needs"] for talk in read("conversations.json"))

    assert asked["to know if we bake gluten free"] == 3


def test_the_promoters_stand_at_every_stage():
    promoters = read("promoters.json")
    known = {"name", "who_follows", "value_offered", "stage", "next_step", "result"}
    known |= {"last_contact_days_ago", "do_not_contact", "kind", "gifts", "greet", "email"}
    known |= {"link", "contact", "next_in_days", "days_at_stage", "contacts", "visits", "customers"}

    assert len(promoters) == 12
    assert {frozenset(p) for p in promoters} == {frozenset(known)}
    assert {promoter["stage"] for promoter in promoters} == set(Stage)
    assert [p["name"] for p in promoters if p["do_not_contact"]] == ["Big Bites reviews"]


def test_no_promoter_can_be_reached_outside_the_sample():
    addresses = [p[name] for p in read("promoters.json") for name in ("email", "link") if p[name]]
    talks = read("talks.json")

    assert addresses
    assert all(".example" in address for address in addresses)
    assert not any(talk["link"] for talk in talks)
    assert {talk["platform"] for talk in talks} >= {"facebook", "nextdoor"}


def test_the_minutes_cover_a_year_of_weeks():
    minutes = read("minutes.json")

    assert {row["weeks_ago"] for row in minutes} == set(range(52))
    assert all(row["platform"] in PLATFORMS and 0 < row["minutes"] <= 180 for row in minutes)
    assert max(Counter((row["weeks_ago"], row["platform"]) for row in minutes).values()) == 1


def test_more_new_customers_found_rosa_lately_than_a_year_ago():
    days = [row["days_ago"] for row in read("found_us.json")]

    assert 35 <= len(days) <= 45
    assert sum(day <= 150 for day in days) > 2 * sum(day > 215 for day in days)
    assert {row["platform"] for row in read("found_us.json")} <= PLATFORMS
