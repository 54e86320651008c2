"""The calendar's words: days, zones, statuses, the rule and the pace."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from socialcoach.core.meter.mix import EVERYWHERE
from socialcoach.core.planning.calendar_days import View, shown_days
from socialcoach.core.planning.calendar_seasons import Season
from socialcoach.core.planning.calendar_status import EntryStatus
from socialcoach.core.planning.calendar_times import placed
from socialcoach.core.planning.pace import Pace
from socialcoach.core.planning.plan_mix import Crossing
from socialcoach.services.planning.pacing import Outlook
from socialcoach.services.words import calendar as words
from socialcoach.services.words import calendar_mix as mix_words

LONDON = ZoneInfo("Europe/London")
TODAY = date(2026, 11, 22)
SOON = datetime(2026, 11, 24, 10, tzinfo=UTC)


def test_every_status_and_season_has_words_of_its_own():
    assert len({words.status_name(one) for one in EntryStatus}) == len(EntryStatus)
    assert len({words.status_meaning(one) for one in EntryStatus}) == len(EntryStatus)
    assert len({words.season_name(one) for one in Season}) == len(Season)


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("Europe/London", "London time"),
        ("America/New_York", "New York time"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires time"),
        ("UTC", "world time"),
    ],
)
def test_a_zone_is_called_by_its_city(zone: str, said: str):
    assert words.zone_name(zone) == said


@pytest.mark.parametrize(
    ("view", "day", "title"),
    [
        (View.MONTH, date(2026, 11, 22), "November 2026"),
        (View.LIST, date(2026, 11, 22), "November 2026"),
        (View.WEEK, date(2026, 11, 25), "23 to 29 November 2026"),
        (View.WEEK, date(2026, 12, 1), "30 November to 6 December 2026"),
        (View.WEEK, date(2026, 12, 30), "28 December 2026 to 3 January 2027"),
    ],
)
def test_a_page_has_its_title(view: View, day: date, title: str):
    assert words.page_title(view, shown_days(view, day, 0), day) == title


def test_the_zone_stands_beside_the_time():
    assert words.time_and_zone(SOON, LONDON) == "10:00 London time"
    expected = "Tuesday, 24 November, 10:00 London time"
    assert words.day_and_time(SOON, TODAY, LONDON) == expected


def test_nights_on_which_clocks_change_are_explained():
    spring = words.clock_sentence(placed(date(2027, 3, 28), time(1, 30), LONDON), LONDON)
    assert "does not exist. It became 02:30 London time." in spring
    autumn = words.clock_sentence(placed(date(2027, 10, 31), time(1, 30), LONDON), LONDON)
    assert "01:30 London time comes twice. The first of the two was taken." in autumn
    assert not words.clock_sentence(placed(TODAY, time(1, 30), LONDON), LONDON)


def crossing(before: tuple[bool, ...], platform: str = EVERYWHERE) -> Crossing:
    """A post that sells after these."""
    return Crossing(1, platform, SOON, before, SOON)


def test_two_selling_posts_in_a_row_are_said_to_be():
    found = crossing((False, True))
    assert mix_words.crossing_sentence(found, "Order now") == (
        "“Order now” sells, and so does the post before it."
    )
    assert "one after the other" in mix_words.mend_sentence(found)


def test_three_of_ten_are_counted_on_the_platform_they_are_on():
    found = crossing((True, False, True, *[False] * 6), "facebook")
    assert mix_words.crossing_sentence(found, "Order now", "Facebook") == (
        "With “Order now”, 3 of 10 posts in a row on Facebook sell."
    )
    assert "One giving post before it is enough." in mix_words.mend_sentence(found)


def test_the_pace_says_where_it_comes_from():
    pace = Pace(2, 30, 60, 30)
    guessed, measured = Outlook(pace, 1), Outlook(pace, 1, is_measured=True)
    assert mix_words.pace_heading(guessed) == "2 posts a week fit"
    assert "We guess about 30 minutes for one." in mix_words.pace_reason(guessed)
    assert "as measured" in mix_words.pace_reason(measured)
    assert mix_words.this_week(guessed) == "The next seven days have 1 post."
    assert "how much time" in mix_words.pace_reason(Outlook(None))


def test_one_and_many_are_told_apart():
    assert words.more(3) == "+3 more"
    assert words.day_count(0) == "no posts"
    assert words.missed_notice(1).startswith("1 post was due")
    assert words.missed_notice(2).startswith("2 posts were due")
    assert words.filled_notice(2) == "2 ideas have a day now."
