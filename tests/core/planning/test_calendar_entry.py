"""Posts as entries of the calendar: what stands together and on which day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from socialcoach.core.planning.calendar_entry import by_day, entries_of
from socialcoach.core.planning.calendar_status import EntryStatus
from socialcoach.core.planning.post import Post, PostStatus, Verdict
from socialcoach.core.planning.publication import Publication, PublicationStatus

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
SOON = NOW + timedelta(days=2)
LONDON = ZoneInfo("Europe/London")
POST = Post(1, "Keep bread\ncut side down", PostStatus.READY, NOW, NOW)


def row(number: int, platform: str, at: datetime = SOON, **more: object) -> Publication:
    """A planned row of the post."""
    made = Publication(number, 1, platform, PublicationStatus.PLANNED, at, "", planned_for=at)
    return replace(made, **more)


def test_platforms_of_one_moment_stand_together():
    (entry,) = entries_of([(POST, row(1, "facebook")), (POST, row(2, "instagram"))], NOW, LONDON)
    assert entry.platforms == ("facebook", "instagram")
    assert entry.key == (1, 2)
    assert entry.is_movable


def test_platforms_planned_for_other_times_stand_apart():
    later = row(2, "instagram", SOON + timedelta(hours=1))
    assert len(entries_of([(POST, row(1, "facebook")), (POST, later)], NOW, LONDON)) == 2


def test_what_went_out_on_one_day_stands_together_at_its_first_time():
    out = PublicationStatus.OUT
    first = row(1, "facebook", NOW - timedelta(hours=2), status=out)
    second = row(2, "instagram", NOW - timedelta(hours=1), status=out)
    (entry,) = entries_of([(POST, second), (POST, first)], NOW, LONDON)
    assert entry.at == first.at
    assert entry.status is EntryStatus.OUT
    assert not entry.is_movable


def test_a_failed_attempt_is_missed_but_not_moved_from_here():
    (entry,) = entries_of(
        [(POST, row(1, "bluesky", NOW, status=PublicationStatus.FAILED))], NOW, LONDON
    )
    assert entry.status is EntryStatus.MISSED
    assert not entry.is_movable


def test_thrown_away_posts_are_no_entries():
    gone = replace(POST, status=PostStatus.DELETED)
    assert not entries_of([(gone, row(1, "facebook"))], NOW, LONDON)


def test_an_idea_is_called_by_its_note_until_it_has_words():
    idea = replace(POST, text="", notes="Ask for a recipe\nOld bakes", status=PostStatus.IDEA)
    (entry,) = entries_of([(idea, row(1, "facebook"))], NOW, LONDON)
    assert entry.name == "Ask for a recipe"
    assert not entry.selling


def test_the_owners_word_says_whether_it_sells():
    sells = replace(POST, verdict=Verdict.SELLING)
    (entry,) = entries_of([(sells, row(1, "facebook"))], NOW, LONDON)
    assert entry.selling


def test_days_are_those_of_the_business():
    late = row(1, "facebook", datetime(2026, 11, 24, 23, 30, tzinfo=UTC))
    entries = entries_of([(POST, late)], NOW, LONDON)
    assert list(by_day(entries, LONDON)) == [date(2026, 11, 24)]
    assert list(by_day(entries, ZoneInfo("Pacific/Kiritimati"))) == [date(2026, 11, 25)]
    assert list(by_day(entries, ZoneInfo("Pacific/Pago_Pago"))) == [date(2026, 11, 24)]
