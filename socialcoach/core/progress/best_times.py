"""When people respond most, from the owner's own posts, with how sure that is.

A time is a weekday and a part of the day where the business is. For each post the log-odds of a
response is taken, less the middle of its platform (platforms differ more than hours do), and drawn
in where it is wild: beyond 2.5 robust standard deviations (Huber 1964, Annals of Mathematical
Statistics 35:73-101). Times are then drawn towards the owner's own mean, the more the fewer posts
they have: empirical Bayes with normal errors (Efron and Morris 1975, JASA 70:311-319). How much
times truly differ is estimated with care (:mod:`.between_groups`), so that chance alone seldom
finds a best time. The stated probability is that a time truly beats the mean of all others. The
stated interval is that of the middle of the time's own posts (``median_interval``), and what is
drawn in never leaves it, as in :mod:`.kind_response`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import exp, log, sqrt
from statistics import NormalDist, fmean, median

from socialcoach.core.progress.between_groups import variance_between
from socialcoach.core.progress.median_interval import median_interval

ENOUGH_POSTS = 25
"""Posts with figures and an hour, below which a best time means nothing."""

ENOUGH_SEE = 50
"""People who see a usual post, below which a best time means nothing."""

ENOUGH_AT_A_TIME = 5
"""A time with fewer posts is not named."""

QUITE_SURE = 0.95
"""From this probability on a time is said to stand out."""

MORNING, NOON, EVENING, NIGHT = 5, 12, 17, 22
"""The hours at which the parts of a day begin. What is posted before five belongs to the night."""

WILD = 2.5
LEAST_SPREAD = 0.05


class Part(StrEnum):
    """Parts of a day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


@dataclass(frozen=True, order=True)
class Slot:
    """A time of the week; ``weekday`` counts from Monday, 0."""

    weekday: int
    part: Part


@dataclass(frozen=True)
class TimedPost:
    """A post with figures: ``at`` is local to the business, ``seen`` people or times seen."""

    platform: str
    at: datetime
    seen: int
    responses: int


@dataclass(frozen=True)
class SlotResponse:
    """A time of the week: ``pooled`` is its rate (0 to 1), drawn in.

    ``low`` to ``high`` is the 90 % interval of the middle of its own posts; ``beats_rest`` is the
    probability that it does better than the other times together.
    """

    slot: Slot
    posts: int
    pooled: float
    low: float
    high: float
    beats_rest: float


class TimesVerdict(StrEnum):
    """What can be said of best times."""

    FEW_POSTS = "few_posts"
    FEW_SEE = "few_see"
    ONE_TIME = "one_time"
    NO_DIFFERENCE = "no_difference"
    STANDS_OUT = "stands_out"


@dataclass(frozen=True)
class BestTimes:
    """The verdict; ``slots`` (the surest first) only where there is enough to compare.

    ``posts`` counts those with figures and an hour, ``usual_seen`` is the middle of who saw one.
    """

    verdict: TimesVerdict
    posts: int
    usual_seen: int = 0
    slots: tuple[SlotResponse, ...] = ()

    @property
    def missing(self) -> int:
        """Return after how many more posts a best time may mean something."""
        return max(ENOUGH_POSTS - self.posts, 0)

    @property
    def best(self) -> tuple[SlotResponse, ...]:
        """Return the times that stand out, that with the highest rate first."""
        sure = [one for one in self.slots if one.beats_rest >= QUITE_SURE]
        return tuple(sorted(sure, key=lambda one: (-one.pooled, one.slot)))


def slot_of(at: datetime) -> Slot:
    """Return the time of the week of a local moment."""
    if at.hour < MORNING:
        return Slot((at - timedelta(days=1)).weekday(), Part.NIGHT)
    if at.hour < NOON:
        return Slot(at.weekday(), Part.MORNING)
    if at.hour < EVENING:
        return Slot(at.weekday(), Part.AFTERNOON)
    return Slot(at.weekday(), Part.EVENING if at.hour < NIGHT else Part.NIGHT)


def best_times(posts: Iterable[TimedPost]) -> BestTimes:
    """Compare the times at which the owner posts; posts nobody saw are left out."""
    kept = [post for post in posts if post.seen > 0]
    if len(kept) < ENOUGH_POSTS:
        return BestTimes(TimesVerdict.FEW_POSTS, len(kept))
    usual = round(median(post.seen for post in kept))
    if usual < ENOUGH_SEE:
        return BestTimes(TimesVerdict.FEW_SEE, len(kept), usual)
    groups = _by_slot(kept)
    if sum(len(values) >= ENOUGH_AT_A_TIME for values in groups.values()) < 2:
        return BestTimes(TimesVerdict.ONE_TIME, len(kept), usual)
    found = _compare(groups)
    stands_out = any(one.beats_rest >= QUITE_SURE for one in found)
    verdict = TimesVerdict.STANDS_OUT if stands_out else TimesVerdict.NO_DIFFERENCE
    return BestTimes(verdict, len(kept), usual, found)


def _by_slot(posts: Sequence[TimedPost]) -> dict[Slot, list[float]]:
    """Return log-odds by time, each platform moved to the common middle."""
    odds = [_log_odds(post) for post in posts]
    middle = median(odds)
    on_platform: dict[str, list[float]] = {}
    for post, value in zip(posts, odds, strict=True):
        on_platform.setdefault(post.platform, []).append(value)
    centres = {platform: median(values) for platform, values in on_platform.items()}
    moved = [value - centres[post.platform] for post, value in zip(posts, odds, strict=True)]
    edge = WILD * max(1.4826 * median(abs(value) for value in moved), LEAST_SPREAD)
    groups: dict[Slot, list[float]] = {}
    for post, value in zip(posts, moved, strict=True):
        tamed = middle + min(max(value, -edge), edge)
        groups.setdefault(slot_of(post.at), []).append(tamed)
    return groups


@dataclass(frozen=True)
class _Drawn:
    """A time drawn towards the mean: log-odds and their variance."""

    value: float
    variance: float
    posts: int


def _compare(groups: Mapping[Slot, Sequence[float]]) -> tuple[SlotResponse, ...]:
    means = {slot: fmean(values) for slot, values in groups.items()}
    spread = _spread(groups, means)
    errors = {slot: spread / len(values) for slot, values in groups.items()}
    truth = variance_between(means, errors)
    weights = {slot: 1 / (error + truth) for slot, error in errors.items()}
    total = sum(weights.values())
    centre = sum(weights[slot] * means[slot] for slot in means) / total
    drawn = {}
    for slot, values in groups.items():
        trust = truth / (truth + errors[slot])
        variance = trust * errors[slot] + (1 - trust) ** 2 / total
        drawn[slot] = _Drawn(centre + trust * (means[slot] - centre), variance, len(values))
    named = [slot for slot, one in drawn.items() if one.posts >= ENOUGH_AT_A_TIME]
    found = [_response(slot, drawn, groups[slot]) for slot in named]
    return tuple(sorted(found, key=lambda one: (-one.beats_rest, one.slot)))


def _response(slot: Slot, drawn: Mapping[Slot, _Drawn], own: Sequence[float]) -> SlotResponse:
    one = drawn[slot]
    low, high = median_interval(own)
    return SlotResponse(
        slot,
        one.posts,
        pooled=_rate(min(max(one.value, low), high)),
        low=_rate(low),
        high=_rate(high),
        beats_rest=_beats(one, [other for at, other in drawn.items() if at != slot]),
    )


def _beats(one: _Drawn, others: Sequence[_Drawn]) -> float:
    posts = sum(other.posts for other in others)
    rest = sum(other.value * other.posts for other in others) / posts
    variance = one.variance + sum(other.variance * (other.posts / posts) ** 2 for other in others)
    # Rounded, so that equals stay in the order of the week whatever the order of the posts.
    return round(NormalDist().cdf((one.value - rest) / sqrt(variance)), 6)


def _spread(groups: Mapping[Slot, Sequence[float]], means: Mapping[Slot, float]) -> float:
    """Return the variance between posts of one time."""
    away = sum((value - means[slot]) ** 2 for slot, group in groups.items() for value in group)
    free = sum(len(group) - 1 for group in groups.values())
    return max(away / max(free, 1), LEAST_SPREAD**2)


def _log_odds(post: TimedPost) -> float:
    y = min(post.responses, post.seen)
    return log((y + 0.5) / (post.seen - y + 0.5))


def _rate(log_odds: float) -> float:
    return 1 / (1 + exp(-log_odds))
