"""Whether a platform is worth its time, in words that give reasons and blame nobody."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from gettext import ngettext
from zoneinfo import ZoneInfo

from socialcoach.core.progress.minutes_note import MinutesNote
from socialcoach.core.progress.worth_it import Advice, Reason, Worth
from socialcoach.services.progress.stopwatch import Running
from socialcoach.services.words.calendar import time_and_zone
from socialcoach.services.words.figures import duration, month_name
from socialcoach.services.words.moments import short_day
from socialcoach.services.words.numbers import number


def advice_words(advice: Advice) -> str:
    """Return the advice, without a full stop."""
    return {
        Advice.KEEP: _("Keep it up"),
        Advice.LESS: _("Perhaps less time here"),
        Advice.STOP: _("You could stop here"),
        Advice.TOO_EARLY: _("Too early to say"),
    }[advice]


def reason_sentence(reason: Reason) -> str:
    """Return why, as a sentence."""
    return {
        Reason.MORE_CUSTOMERS: _("It brings more of your new customers than its share of time."),
        Reason.FEWER_CUSTOMERS: _("It brings fewer of your new customers than its share of time."),
        Reason.MORE_RESPONSES: _("For each hour people respond more than elsewhere."),
        Reason.FEWER_RESPONSES: _("For each hour people respond less than elsewhere."),
        Reason.MUCH_THE_SAME: _("For its time it does about as well as the others."),
        Reason.LITTLE_TIME: _("Less than three hours are noted here."),
        Reason.LITTLE_KNOWN: _("It takes eight posts with figures, or three new customers."),
        Reason.ALONE: _("No other platform has three hours noted to compare with."),
    }[reason]


def worth_line(worth: Worth) -> str:
    """Return the reasons and the figures of one platform, as sentences."""
    reasons = [reason_sentence(reason) for reason in worth.reasons]
    return " ".join([*reasons, *_figures(worth)])


def _figures(worth: Worth) -> list[str]:
    effort, rate = worth.effort, worth.per_hour
    said = [_("Noted: {time}.").format(time=duration(effort.minutes))]
    if rate is not None:
        words = _("About {n} responses an hour, probably {low} to {high}.")
        said.append(
            words.format(n=_figure(rate.value), low=_figure(rate.low), high=_figure(rate.high))
        )
    words = ngettext("{n} new customer.", "{n} new customers.", effort.customers)
    return [*said, words.format(n=number(effort.customers))]


def note_words(note: MinutesNote, platform: str, today: date) -> str:
    """Name what minutes were noted for; ``platform`` is its name on screen."""
    day = _("Today") if note.day == today else short_day(note.day, today)
    pattern = _("{day}, {platform}, while writing") if note.was_measured else _("{day}, {platform}")
    return pattern.format(day=day, platform=platform)


def corrected_words(minutes: int, platform: str) -> str:
    """Say what stands there after the owner corrected a note."""
    if minutes == 0:
        return _("Taken away from {platform}.").format(platform=platform)
    return _("Now {minutes} min for {platform}.").format(minutes=minutes, platform=platform)


def timer_words(running: Running, platform: str, zone: ZoneInfo) -> str:
    """Say that the timer runs, for what and since when."""
    return _("The timer runs for {platform} since {time}.").format(
        platform=platform, time=time_and_zone(running.since, zone)
    )


def worth_note(month: str, today_month: str) -> str:
    """Say what is compared, and what it cannot tell."""
    return _(
        "Over the three months up to {month}. Figures that go together need not be cause and "
        "effect. It is a long game."
    ).format(month=month_name(month, today_month))


def minutes_noted(minutes: int, platform: str) -> str:
    """Say that time was noted."""
    return _("Noted: {time} for {platform}.").format(time=duration(minutes), platform=platform)


def worth_head() -> tuple[str, ...]:
    """Return the heads of the table."""
    return (
        _("Platform"),
        _("Minutes"),
        _("Posts with figures"),
        _("Responses"),
        _("Responses an hour"),
        _("New customers"),
        _("What to do"),
    )


def worth_row(worth: Worth, name: str) -> tuple[str, ...]:
    """Return a platform as a row of the table."""
    effort, rate = worth.effort, worth.per_hour
    return (
        name,
        number(effort.minutes),
        number(effort.posts),
        number(effort.responses),
        _figure(rate.value) if rate else "",
        number(effort.customers),
        advice_words(worth.advice),
    )


def _figure(value: float) -> str:
    return f"{value:.1f}" if value < 9.95 else number(round(value))
