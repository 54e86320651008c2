"""The calendar in the owner's words: days, times with their zone, and how a post stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from gettext import gettext as _
from gettext import ngettext
from zoneinfo import ZoneInfo

from socialcoach.core.planning.calendar_days import View
from socialcoach.core.planning.calendar_entry import Entry
from socialcoach.core.planning.calendar_seasons import Season
from socialcoach.core.planning.calendar_status import EntryStatus
from socialcoach.core.planning.calendar_times import ClockChange, Placed
from socialcoach.core.text import shorten
from socialcoach.services.words.moments import month_names, short_day, weekday_names
from socialcoach.services.words.writing import draft_name

NAME_LENGTH = 40

MOST_NAMED = 3
"""Posts a reminder names; the system's notices are small."""


def status_name(status: EntryStatus) -> str:
    """Return the word for how a post stands."""
    return {
        EntryStatus.IDEA: _("Idea"),
        EntryStatus.DRAFT: _("Draft"),
        EntryStatus.READY: _("Ready"),
        EntryStatus.PLANNED: _("Planned"),
        EntryStatus.ASKED: _("Out?"),
        EntryStatus.OUT: _("Out"),
        EntryStatus.MISSED: _("Missed"),
    }[status]


def status_meaning(status: EntryStatus) -> str:
    """Return one sentence that says what that means."""
    return {
        EntryStatus.IDEA: _("A place for an idea. The words are still to come."),
        EntryStatus.DRAFT: _("It has a day. There may be something left to write."),
        EntryStatus.READY: _("Written, and waiting for a day."),
        EntryStatus.PLANNED: _("Written, and it has its day. It goes out when you post it."),
        EntryStatus.ASKED: _("It was handed over. Say whether it went out."),
        EntryStatus.OUT: _("It went out."),
        EntryStatus.MISSED: _("Its time has passed and it did not go out. Nothing was sent."),
    }[status]


def view_name(view: View) -> str:
    """Return the word for a way to look at the calendar."""
    return {View.MONTH: _("Month"), View.WEEK: _("Week"), View.LIST: _("List")}[view]


def short_weekday_names() -> tuple[str, ...]:
    """Return short names of the days, Monday first."""
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))


def season_name(season: Season) -> str:
    """Return what is said of the day on which a season begins."""
    return {
        Season.SPRING: _("Spring begins"),
        Season.SUMMER: _("Summer begins"),
        Season.AUTUMN: _("Autumn begins"),
        Season.WINTER: _("Winter begins"),
    }[season]


def page_title(view: View, days: tuple[date, ...], day: date) -> str:
    """Return what stands over a page: ``November 2026``, or ``23 to 29 November 2026``."""
    if view is not View.WEEK:
        return f"{month_names()[day.month - 1]} {day.year}"
    first, last = days[0], days[-1]
    begin = str(first.day) if first.month == last.month else short_day(first, last)
    return _("{first} to {last} {year}").format(
        first=begin, last=short_day(last, last), year=last.year
    )


def long_day(day: date, today: date) -> str:
    """Return ``Tuesday, 24 November``, with the year when it is not this one."""
    return _("{weekday}, {day}").format(
        weekday=weekday_names()[day.weekday()], day=short_day(day, today)
    )


def zone_name(zone: str) -> str:
    """Return a zone as people say it: ``London time``; the last part of its IANA name."""
    if zone in ("UTC", "Etc/UTC", ""):
        return _("world time")
    return _("{city} time").format(city=zone.rpartition("/")[2].replace("_", " "))


def clock_time(moment: datetime, zone: ZoneInfo) -> str:
    """Return the time on the wall: ``09:30``."""
    return f"{moment.astimezone(zone):%H:%M}"


def time_and_zone(moment: datetime, zone: ZoneInfo) -> str:
    """Return the time on the wall and whose wall it is: ``09:30 London time``."""
    return _("{time} {zone}").format(time=clock_time(moment, zone), zone=zone_name(zone.key))


def hour_and_zone(hour: int, zone: ZoneInfo) -> str:
    """Return a full hour and whose it is: ``09:00 London time``."""
    return _("{time} {zone}").format(time=f"{hour:02}:00", zone=zone_name(zone.key))


def day_and_time(moment: datetime, today: date, zone: ZoneInfo) -> str:
    """Return ``Tuesday, 24 November, 09:30 London time``."""
    day = long_day(moment.astimezone(zone).date(), today)
    return _("{day}, {time}").format(day=day, time=time_and_zone(moment, zone))


def entry_name(entry: Entry) -> str:
    """Return the first words of a post, or of its idea, or what to call one without words."""
    return entry.name or draft_name(entry.post)


def sells_or_gives(entry: Entry) -> str:
    """Return whether it sells, in one word."""
    return _("Selling") if entry.selling else _("Giving")


def spoken(entry: Entry, platforms: tuple[str, ...], zone: ZoneInfo) -> str:
    """Return all there is to say of an entry, for screen readers."""
    parts = [
        time_and_zone(entry.at, zone),
        entry_name(entry),
        ", ".join(platforms),
        status_name(entry.status),
        sells_or_gives(entry),
    ]
    return ". ".join(filter(None, parts))


def more(count: int) -> str:
    """Return what stands under a full day."""
    return ngettext("+{n} more", "+{n} more", count).format(n=count)


def day_count(count: int) -> str:
    """Return how many posts a day has, for screen readers."""
    if not count:
        return _("no posts")
    return ngettext("{n} post", "{n} posts", count).format(n=count)


def clock_sentence(placed: Placed, zone: ZoneInfo) -> str:
    """Return what the change of clocks did to a time; nothing on other days."""
    if placed.change is ClockChange.NONE:
        return ""
    pattern = {
        ClockChange.SKIPPED: _(
            "The clocks go forward that night, so that time does not exist. It became {time}."
        ),
        ClockChange.TWICE: _(
            "The clocks go back that night, so {time} comes twice. The first of the two was taken."
        ),
    }[placed.change]
    return pattern.format(time=time_and_zone(placed.at, zone))


def planned_notice(placed: Placed, today: date, zone: ZoneInfo) -> str:
    """Return what is said after a post was given a day."""
    words = _("Planned for {when}.").format(when=day_and_time(placed.at, today, zone))
    return f"{words} {clock_sentence(placed, zone)}".strip()


def moved_notice(placed: Placed, today: date, zone: ZoneInfo) -> str:
    """Return what is said after a post was given another day."""
    words = _("Moved to {when}.").format(when=day_and_time(placed.at, today, zone))
    return f"{words} {clock_sentence(placed, zone)}".strip()


def filled_notice(count: int) -> str:
    """Return what is said after ideas were given places."""
    return ngettext("{n} idea has a day now.", "{n} ideas have a day now.", count).format(n=count)


def file_notice(count: int, name: str) -> str:
    """Return what is said after the plan was written to a file."""
    return ngettext(
        "{n} planned post is in {name}.", "{n} planned posts are in {name}.", count
    ).format(n=count, name=name)


def file_title(business: str) -> str:
    """Return the name of the plan in another calendar."""
    return _("Posts of {business}").format(business=business) if business else _("Posts")


def file_summary(name: str, platforms: tuple[str, ...]) -> str:
    """Return the line that another calendar shows for an entry."""
    return _("{post} ({platforms})").format(post=name, platforms=", ".join(platforms))


def file_description(entry: Entry, platforms: tuple[str, ...], zone: ZoneInfo) -> str:
    """Return what another calendar shows when an entry is opened."""
    lines = [
        _("{status}, for {platforms}").format(
            status=status_name(entry.status), platforms=", ".join(platforms)
        ),
        time_and_zone(entry.at, zone),
        entry.post.text.strip(),
    ]
    return "\n".join(filter(None, lines))


def reminder_title(due: Sequence[Entry]) -> str:
    """Return the heading of a reminder of one post or of several."""
    if len(due) > 1:
        return ngettext("Time for {n} post", "Time for {n} posts", len(due)).format(n=len(due))
    return _("Time to post: {name}").format(name=shorten(entry_name(due[0]), NAME_LENGTH))


def reminder_text(entry: Entry, platforms: tuple[str, ...], today: date, zone: ZoneInfo) -> str:
    """Return what a reminder of one post says; nothing has been sent."""
    is_today = entry.at.astimezone(zone).date() == today
    when = time_and_zone(entry.at, zone) if is_today else day_and_time(entry.at, today, zone)
    return _("Planned for {time} on {platforms}. It waits for you.").format(
        time=when, platforms=", ".join(platforms)
    )


def reminders_text(due: Sequence[Entry]) -> str:
    """Return what a reminder of several posts says: which ones; nothing has been sent."""
    names = [shorten(entry_name(entry), NAME_LENGTH) for entry in due[:MOST_NAMED]]
    rest = len(due) - len(names)
    return "\n".join([*names, *([more(rest)] if rest else []), _("They wait for you.")])


def missed_notice(count: int) -> str:
    """Return what is said at the start about posts that fell due while the app was closed."""
    return ngettext(
        "{n} post was due while the app was closed. Nothing was sent.",
        "{n} posts were due while the app was closed. Nothing was sent.",
        count,
    ).format(n=count)


def error_sentences() -> dict[str, str]:
    """Return the sentences for what can go wrong while planning."""
    return {
        "plan.past": _("That time has passed. Choose one that is still to come."),
        "plan.too_far": _("That day is too far away."),
        "plan.no_platform": _("Choose at least one platform for it first."),
        "plan.already_out": _("It is out there already, or on its way."),
        "plan.not_movable": _("This has moved on in the meantime, so it keeps its place."),
        "plan.no_room": _("There is no time left before it. Move the selling post to a later day."),
        "plan.no_ideas": _("There are no more ideas for your trade right now."),
    }
