"""The plan as an .ics file, read back with the same library every calendar could use."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from socialcoach.core.errors import UserError
from socialcoach.core.strategy.business import Business
from socialcoach.core.strategy.strategy import PlatformPurpose, Strategy
from socialcoach.services.bundle import Services
from socialcoach.services.planning.planning_ahead import When

LONG = "Grüße; aus, der Bäckerei 🍞\nSecond line: " + "bread and butter " * 12


@pytest.fixture
def planned(services: Services) -> Services:
    """A bakery in London with a ready post and a draft planned."""
    services.planner.keep(
        Strategy(
            business=Business(name="Müller, Bread & Co", zone="Europe/London"),
            platforms=(PlatformPurpose("facebook"), PlatformPurpose("instagram")),
        )
    )
    planning = services.calendar.planning
    planning.plan(services.drafting.new(LONG).id, When(date(2026, 11, 24), time(10)), ready=True)
    planning.plan(services.drafting.new("Later").id, When(date(2027, 6, 1), time(10)))
    return services


def read(services: Services, file: Path) -> Calendar:
    """Write the file and read it back."""
    services.calendar.file.write(file)
    return Calendar.from_ical(file.read_bytes())


def test_a_planned_post_is_an_event_with_an_alarm(planned: Services, tmp_path: Path):
    events = read(planned, tmp_path / "plan.ics").walk("VEVENT")
    first = events[0]
    assert first.decoded("dtstart") == datetime(2026, 11, 24, 10, tzinfo=UTC)
    assert first.decoded("dtend") > first.decoded("dtstart")
    assert str(first["summary"]).startswith("Grüße; aus, der Bäckerei 🍞")
    assert "(Facebook, Instagram)" in str(first["summary"])
    assert LONG.strip() in str(first["description"])
    assert "10:00 London time" in str(first["description"])
    (alarm,) = first.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(minutes=-10)


def test_summer_time_is_kept_in_the_moment(planned: Services, tmp_path: Path):
    later = read(planned, tmp_path / "plan.ics").walk("VEVENT")[1]
    assert later.decoded("dtstart") == datetime(2027, 6, 1, 9, tzinfo=UTC)


def test_only_what_is_ready_is_certain(planned: Services, tmp_path: Path):
    events = read(planned, tmp_path / "plan.ics").walk("VEVENT")
    assert [str(event["status"]) for event in events] == ["CONFIRMED", "TENTATIVE"]


def test_a_post_keeps_its_id_when_it_moves_and_never_shares_it(planned: Services, tmp_path: Path):
    before = [str(e["uid"]) for e in read(planned, tmp_path / "a.ics").walk("VEVENT")]
    entry = planned.calendar.planning.coming()[0]
    planned.calendar.planning.move(entry, When(date(2026, 12, 1), time(8)))
    after = [str(e["uid"]) for e in read(planned, tmp_path / "b.ics").walk("VEVENT")]
    assert before == after
    assert len(set(after)) == 2


def test_a_post_given_another_day_in_write_replaces_its_event_in_the_other_calendar(
    planned: Services, tmp_path: Path
):
    before = {str(e["uid"]) for e in read(planned, tmp_path / "a.ics").walk("VEVENT")}
    entry = planned.calendar.planning.coming()[0]
    planned.calendar.planning.plan(entry.post.id, When(date(2027, 9, 1), time(8)))
    after = {str(e["uid"]) for e in read(planned, tmp_path / "b.ics").walk("VEVENT")}
    assert before == after


def test_the_file_is_as_the_standard_wants_it(planned: Services, tmp_path: Path):
    file = tmp_path / "plan.ics"
    planned.calendar.file.write(file)
    raw = file.read_bytes()
    lines = raw.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(len(line) for line in lines) <= 75
    assert "Müller\\, Bread".encode() in raw.replace(b"\r\n ", b"")  # a comma in a text is escaped
    for needed in (b"VERSION:2.0", b"PRODID:", b"DTSTAMP:", b"UID:"):
        assert needed in raw
    assert raw.decode("utf-8")


def test_what_is_past_or_thrown_away_stays_out(planned: Services, tmp_path: Path):
    planned.drafting.throw_away(planned.calendar.planning.coming()[1].post.id)
    assert planned.calendar.file.write(tmp_path / "plan.ics") == 1


def test_an_empty_plan_is_still_a_calendar(services: Services, tmp_path: Path):
    assert not read(services, tmp_path / "plan.ics").walk("VEVENT")


def test_a_folder_that_is_not_there_is_said(planned: Services, tmp_path: Path):
    with pytest.raises(UserError, match=r"file\.not_written"):
        planned.calendar.file.write(tmp_path / "nowhere" / "plan.ics")
