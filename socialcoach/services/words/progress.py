"""What Progress says: sentences made from the figures, which never claim more than they carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from gettext import gettext as _
from gettext import ngettext

from socialcoach.core.progress.answering import Answering
from socialcoach.core.progress.comparison import Trend, trend
from socialcoach.core.progress.goal_pace import GoalPace, PaceVerdict
from socialcoach.core.progress.kind_response import KindResponse
from socialcoach.core.progress.month_mix import ONE_IN, MixVerdict, MonthMix, judge_mix
from socialcoach.core.progress.overview import EVERYWHERE, Basis, Overview, RatePoint, Unseen
from socialcoach.core.progress.rates import ENOUGH_POSTS, Rate
from socialcoach.services.words import experiments
from socialcoach.services.words.choosing import join_words
from socialcoach.services.words.figures import (
    duration,
    month_name,
    per_thousand,
    waiting_time,
)
from socialcoach.services.words.meter import kind_name
from socialcoach.services.words.numbers import number
from socialcoach.services.words.unseen import unseen_sentence

CLOSE = 1.25
"""Figures further apart are not called about the same, even where chance may be behind it."""


def in_month(overview: Overview) -> str:
    """Return ``In October`` or, while the month runs, ``So far in November``."""
    name = month_name(overview.month, overview.today_month)
    is_running = overview.is_running(overview.month)
    pattern = _("So far in {month}") if is_running else _("In {month}")
    return pattern.format(month=name)


def response_sentence(overview: Overview, platform: str = EVERYWHERE) -> str:
    """Say how many responded in the month, and whether that is a change that can be believed."""
    points = overview.rates(platform)
    here = points[-1]
    if here.rate is None:
        return _not_enough(overview, here, platform)
    bases = set(overview.bases(platform).values())
    said = _of_a_thousand(bases).format(when=in_month(overview), n=per_thousand(here.rate.value))
    return said + _compared(overview, points, here.rate) + "."


def _of_a_thousand(bases: set[Basis]) -> str:
    if bases == {Basis.PEOPLE}:
        return _("{when} {n} of every 1,000 people who saw a post did something with it")
    return _("{when} {n} of every 1,000 times a post was seen, someone did something with it")


def _compared(overview: Overview, points: Sequence[RatePoint], here: Rate) -> str:
    """Compare with the month before and, where that is much the same, with the first one shown."""
    known = [(point.month, point.rate) for point in points[:-1] if point.rate is not None]
    if not known:
        return ""
    said = _change(overview, *known[-1], here)
    first_month, first = known[0]
    is_steady = trend(known[-1][1], here) is Trend.SAME
    if is_steady and len(known) > 1 and trend(first, here) is not Trend.SAME:
        said += _since(overview, first_month, first, here)
    return said


def _since(overview: Overview, month: str, first: Rate, here: Rate) -> str:
    is_up = trend(first, here) is Trend.UP
    pattern = _(", and up from {n} in {month}") if is_up else _(", and down from {n} in {month}")
    return pattern.format(
        n=per_thousand(first.value), month=month_name(month, overview.today_month)
    )


def _change(overview: Overview, month: str, before: Rate, here: Rate) -> str:
    pattern = {
        Trend.UP: _(", up from {n} in {month}"),
        Trend.DOWN: _(", down from {n} in {month}"),
        Trend.SAME: _(", about the same as in {month} ({n})")
        if _are_close(before.value, here.value)
        else _(", against {n} in {month}, which may be chance"),
    }[trend(before, here)]
    return pattern.format(
        n=per_thousand(before.value), month=month_name(month, overview.today_month)
    )


def _are_close(one: float, other: float) -> bool:
    return max(one, other) <= CLOSE * min(one, other)


def _not_enough(overview: Overview, point: RatePoint, platform: str) -> str:
    if not point.out:
        name = month_name(point.month, overview.today_month)
        return _("Nothing went out in {month}.").format(month=name)
    unseen = sum(overview.unseen(platform).values(), Unseen())
    if not point.posts and unseen.posts:
        return unseen_sentence(unseen, in_month(overview))
    if not point.posts:
        return _(
            "{when} no post has figures yet. Bring in numbers to see how many responded."
        ).format(when=in_month(overview))
    words = ngettext(
        "Not enough posts to say: {when} {n} post has figures, and it takes {enough}.",
        "Not enough posts to say: {when} {n} posts have figures, and it takes {enough}.",
        point.posts,
    )
    when = in_month(overview)
    return words.format(when=when[0].lower() + when[1:], n=point.posts, enough=ENOUGH_POSTS)


def response_note(bases: Mapping[str, Basis], names: Mapping[str, str]) -> str:
    """Say what a response is, what the band means, and what was counted where it differs."""
    parts = [_("A response is a like, comment, share or save. The band shows how sure we are.")]
    if len(set(bases.values())) > 1:
        views = [names.get(key, key) for key, basis in bases.items() if basis is Basis.VIEWS]
        parts.append(
            _("{platforms} tells how often a post was seen, not by how many people.").format(
                platforms=join_words(views)
            )
        )
    return " ".join(parts)


def mix_sentence(overview: Overview, platform: str = EVERYWHERE) -> str:
    """Say how many posts were selling in the month, against one in five."""
    *earlier, here = overview.mixes(platform)
    verdict = judge_mix(here, earlier)
    name = month_name(here.month, overview.today_month)
    if verdict is MixVerdict.NOTHING_OUT and overview.typed_platforms(here.month, platform):
        return _("The numbers typed in do not say which posts were selling.")
    if verdict is MixVerdict.NOTHING_OUT:
        return _("Nothing went out in {month}.").format(month=name)
    if here.unread == here.posts:
        return _unread(here)
    counted = _mix_counted(in_month(overview), here)
    judged = _mix_judged(verdict, whole=overview.shows_all).format(counted=counted)
    return " ".join(filter(None, (judged, _unread(here))))


def _mix_counted(when: str, mix: MonthMix) -> str:
    read = mix.posts - mix.unread
    posts = ngettext("{n} post", "{n} posts", read).format(n=read)
    # "0 of 12 posts were", "1 of 12 posts was"
    pattern = ngettext(
        "{when} {selling} of {posts} was selling",
        "{when} {selling} of {posts} were selling",
        mix.selling if read > 1 else 1,
    )
    return pattern.format(when=when, selling=mix.selling, posts=posts)


def _mix_judged(verdict: MixVerdict, *, whole: bool) -> str:
    if verdict is MixVerdict.WITHIN_FIRST_TIME and not whole:
        return _("{counted}: within one in five for the first time in six months.")
    return {
        MixVerdict.TOO_FEW: _("{counted}. With so few posts, one more or less changes everything."),
        MixVerdict.WITHIN_FIRST_TIME: _("{counted}: within one in five for the first time."),
        MixVerdict.WITHIN: _("{counted}: within one in five."),
        MixVerdict.JUST_OVER: _("{counted}, just over one in five."),
        MixVerdict.OVER: _("{counted}, which is more than one in five."),
        MixVerdict.NOTHING_OUT: "",
    }[verdict]


def _unread(mix: MonthMix) -> str:
    if not mix.unread:
        return ""
    words = ngettext("{n} post is still to be read.", "{n} posts are still to be read.", mix.unread)
    return words.format(n=mix.unread)


def mix_note(*, has_unread: bool = False) -> str:
    """Say how to read the bars."""
    note = _("Striped: selling. Plain: giving. The line in each bar marks one in five.")
    return f"{note} " + _("Pale: still to be read.") if has_unread else note


def worth_sentence(overview: Overview, names: Mapping[str, str]) -> str:
    """Say what the month cost in time and how many new customers named a platform."""
    minutes, found = overview.minutes_spent, overview.found_us_through
    spent, came = sum(minutes.values()), sum(found.values())
    parts = [_spent(overview, spent), _came(came)]
    if len(minutes) > 1 and came:
        most = max(minutes, key=lambda key: minutes[key])
        parts.append(
            _("{platform} took the most time and brought {n} of them.").format(
                platform=names.get(most, most), n=found.get(most, 0)
            )
        )
    return " ".join(parts)


def _spent(overview: Overview, minutes: int) -> str:
    when = in_month(overview)
    if not minutes:
        return _("{when} no time was noted.").format(when=when)
    return _("{when} it took {time}.").format(when=when, time=duration(minutes))


def _came(count: int) -> str:
    if not count:
        return _("No new customer is noted who said they found you online.")
    words = ngettext(
        "{n} new customer said they found you online.",
        "{n} new customers said they found you online.",
        count,
    )
    return words.format(n=count)


def goal_sentence(pace: GoalPace, overview: Overview) -> str:
    """Say where the goal stands."""
    said = ngettext(
        "{when} {n} new customer said they found you online. Your goal is {target} a month.",
        "{when} {n} new customers said they found you online. Your goal is {target} a month.",
        pace.count,
    )
    when = in_month(overview)
    said = said.format(when=when, n=pace.count, target=_figure(pace.target))
    return f"{said} {_pace_words(pace)}"


def _pace_words(pace: GoalPace) -> str:
    if pace.verdict is PaceVerdict.REACHED:
        return _("You are there.")
    missing = ngettext("{n} more to go", "{n} more to go", round(pace.missing)).format(
        n=_figure(pace.missing)
    )
    if pace.verdict is PaceVerdict.PAST_ITS_DAY:
        return _("{missing}, and the day you set has passed. You may set a new one.").format(
            missing=missing
        )
    if not pace.months_left:
        return _("{missing}; this is the month you set.").format(missing=missing)
    left = ngettext("{n} month left", "{n} months left", pace.months_left)
    return _("{missing}, {left}.").format(missing=missing, left=left.format(n=pace.months_left))


def _figure(value: float) -> str:
    return number(round(value)) if value == round(value) else f"{value:.1f}"


def answering_sentence(answering: Answering, promise: str) -> str:
    """Say how many people were answered in time; ``promise`` is such as "within a day"."""
    words = ngettext(
        "You answered {answered} of {n} person {promise}.",
        "You answered {answered} of {n} people {promise}.",
        answering.wrote,
    )
    said = words.format(answered=answering.in_time, n=answering.wrote, promise=promise)
    if answering.median_hours is None:
        return said
    return f"{said} " + _("The middle one waited {time}.").format(
        time=waiting_time(answering.median_hours)
    )


def kinds_sentence(kinds: Sequence[KindResponse]) -> str:
    """Say which kind of post stands out over the last year, if any does."""
    if not kinds:
        return _("Not enough posts to say. It takes two kinds of posts with five posts each.")
    best = [kind_name(one.kind).lower() for one in kinds if one.stands_out > 0]
    if not best:
        return _("No kind of post stands out yet: the differences may be chance.")
    if len(best) == 1:
        return _("People respond more to this kind than to the others: {kind}.").format(
            kind=best[0]
        )
    return _("People respond more to these kinds than to the others: {kinds}.").format(
        kinds=", ".join(best)
    )


def day_one_sentence(last: int, selling: int) -> str:
    """Say how much of the feed was selling before the owner began; ``last`` is at least 1."""
    if last == 1:
        return _("Your last post was selling.") if selling else _("Your last post was giving.")
    pattern = ngettext(
        "Of your last {n} posts, {selling} was selling.",
        "Of your last {n} posts, {selling} were selling.",
        selling,
    )
    return pattern.format(n=last, selling=selling)


def rule_sentence(posts: int, selling: int) -> str:
    """Say what the rule of thumb is, without blame."""
    if selling * ONE_IN <= posts:
        return _("That is within the rule of thumb: one in five.")
    return _("The rule of thumb is one in five. From here on it can only get better.")


def export_steps() -> str:
    """Say how to get the figures out of Meta Business Suite (checked on 2026-11-22)."""
    return _(
        "For Facebook and Instagram, open Meta Business Suite on a computer. Go to “Insights”, "
        "then “Content”, and choose “Export data”. Bring the file in here, or drop it on this page."
    )


def error_sentences() -> dict[str, str]:
    """Return the sentence for each error of the monthly report and of experiments."""
    return {
        **experiments.error_sentences(),
        "report.no_month": _("“{month}” is no month. Write it as year and month, like 2026-10."),
        "report.not_yet": _("{month} has not begun yet, so there is nothing to report."),
        "report.nothing": _("Nothing had gone out by {month}, so there is nothing to report."),
    }
