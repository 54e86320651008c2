"""What the owner's data shows just now, as signs that lessons answer."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from socialcoach.core.meter.mix import SELLING_ALLOWED, WINDOW
from socialcoach.core.meter.reading import Kind
from socialcoach.core.strategy.lesson import Sign
from socialcoach.core.strategy.strategy import MOST_PLATFORMS

FIRST_POSTS = 5
"""With fewer posts out, an owner is only beginning."""

QUIET_DAYS = 14
"""Days without a post after which a feed counts as quiet."""

ONE_KIND = 6
"""So many of ten posts of one kind sound the same."""

DRAFTS_LYING = 3
"""Drafts waiting that are worth a word."""

FRESH_NUMBERS_DAYS = 31

ENOUGH_ANSWERS = 3
"""People who wrote, before anything is said of how they were answered."""

PEOPLE_KINDS = (Kind.COMMUNITY,)
STORY_KINDS = (Kind.STORY,)
TIP_KINDS = (Kind.TIP, Kind.SERVICE)
QUESTION_KINDS = (Kind.QUESTION,)


@dataclass(frozen=True)
class Feed:
    """The last ten posts, the newest first: their kinds, and which of them sell.

    ``days_quiet`` are days since the newest, None when nothing is out. ``speaks_of_itself`` tells
    that the newest ones say "we" more often than "you".
    """

    posts_out: int = 0
    kinds: tuple[str, ...] = ()
    selling: tuple[bool, ...] = ()
    days_quiet: int | None = None
    speaks_of_itself: bool = False


@dataclass(frozen=True)
class Seen:
    """Everything signs are read from; counts of people, posts and days.

    ``answered`` of ``wrote`` were answered in time; ``minutes_left`` and ``days_since_numbers``
    are None when unknown; ``goal_behind`` only when there is a goal that is counted.
    """

    feed: Feed = Feed()
    plan_is_complete: bool = True
    wants_likes: bool = False
    platforms: int = 0
    drafts: int = 0
    waiting: int = 0
    wrote: int = 0
    answered: int = 0
    praise: int = 0
    same_question: bool = False
    promoters: int = 0
    promoters_due: int = 0
    days_since_numbers: int | None = None
    enough_figures: bool = True
    kind_stands_out: bool = False
    goal_behind: bool = False
    customers_came: int = 0
    minutes_left: int | None = None


def signs_of(seen: Seen) -> frozenset[Sign]:
    """Return every sign that holds; each is a plain comparison, so that it can be explained.

    Serves the principle that advice is only worth its time when it meets what is there.
    """
    holds = {**_of_feed(seen.feed), **_of_plan(seen), **_of_people(seen), **_of_progress(seen)}
    return frozenset(sign for sign, is_so in holds.items() if is_so)


def _of_feed(feed: Feed) -> dict[Sign, bool]:
    sells = sum(feed.selling)
    is_full = len(feed.kinds) >= WINDOW
    most = max(Counter(feed.kinds).values(), default=0)
    return {
        Sign.BEGINNING: feed.posts_out < FIRST_POSTS,
        Sign.SELLS_OFTEN: sells > SELLING_ALLOWED,
        Sign.SELLING_IN_A_ROW: len(feed.selling) > 1 and all(feed.selling[:2]),
        Sign.GIVES_WELL: is_full and sells <= SELLING_ALLOWED,
        Sign.NO_QUESTIONS: is_full and _none_of(feed, QUESTION_KINDS),
        Sign.NO_STORIES: is_full and _none_of(feed, STORY_KINDS),
        Sign.NO_TIPS: is_full and _none_of(feed, TIP_KINDS),
        Sign.NO_PEOPLE: is_full and _none_of(feed, PEOPLE_KINDS),
        Sign.ONE_KIND: most >= ONE_KIND,
        Sign.SPEAKS_OF_ITSELF: feed.speaks_of_itself,
        Sign.QUIET: feed.days_quiet is not None and feed.days_quiet >= QUIET_DAYS,
    }


def _none_of(feed: Feed, kinds: tuple[Kind, ...]) -> bool:
    return not any(kind in kinds for kind in feed.kinds)


def _of_plan(seen: Seen) -> dict[Sign, bool]:
    left = seen.minutes_left
    return {
        Sign.PLAN_OPEN: not seen.plan_is_complete,
        Sign.WANTS_LIKES: seen.wants_likes,
        Sign.MANY_PLATFORMS: seen.platforms > MOST_PLATFORMS,
        Sign.DRAFTS_LIE: seen.drafts >= DRAFTS_LYING,
        Sign.TIME_USED: left == 0,
        Sign.TIME_LEFT: left is not None and left > 0,
    }


def _of_people(seen: Seen) -> dict[Sign, bool]:
    enough = seen.wrote >= ENOUGH_ANSWERS
    return {
        Sign.PEOPLE_WAIT: seen.waiting > 0,
        Sign.PRAISE_WAITS: seen.praise > 0,
        Sign.ANSWERS_LATE: enough and seen.answered * 2 < seen.wrote,
        Sign.ANSWERS_IN_TIME: enough and seen.answered * 10 >= seen.wrote * 8,
        Sign.SAME_QUESTION: seen.same_question,
        Sign.NO_PROMOTERS: not seen.promoters,
        Sign.PROMOTERS_WAIT: seen.promoters_due > 0,
    }


def _of_progress(seen: Seen) -> dict[Sign, bool]:
    days = seen.days_since_numbers
    return {
        Sign.NO_NUMBERS: days is None or days > FRESH_NUMBERS_DAYS,
        Sign.FEW_FIGURES: not seen.enough_figures,
        Sign.KIND_STANDS_OUT: seen.kind_stands_out,
        Sign.GOAL_BEHIND: seen.goal_behind,
        Sign.CUSTOMERS_CAME: seen.customers_came > 0,
    }
