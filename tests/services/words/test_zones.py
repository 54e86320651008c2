"""Times in sentences and files: whose clock it is stands beside each."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from socialcoach.core.relations.message import Message
from socialcoach.core.relations.person import Person, PersonRecord
from socialcoach.services.bundle import Services
from socialcoach.services.export_tables import table_files
from socialcoach.services.progress.stopwatch import Running
from socialcoach.services.restoring import Copy
from socialcoach.services.words.calendar import hour_and_zone
from socialcoach.services.words.conversations import resting_words
from socialcoach.services.words.exporting import readme, timed_head
from socialcoach.services.words.people import record_text
from socialcoach.services.words.restoring import copy_name
from socialcoach.services.words.worth_it import timer_words
from socialcoach.window_app import make_application, sample_services
from tests.conftest import Clock

LONDON = ZoneInfo("Europe/London")
KIRITIMATI = ZoneInfo("Pacific/Kiritimati")
NINE = datetime(2026, 7, 5, 9, 0, tzinfo=UTC)
TIME = re.compile(r"\b(?:[01]\d|2[0-3]):[0-5]\d\b(?!:)")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """The sample business, which is only read."""
    make_application()
    clock = Clock(datetime(2026, 11, 22, 9, tzinfo=UTC))
    with ExitStack() as stack:
        yield stack.enter_context(sample_services(clock, tmp_path_factory.mktemp("sample")))


def bare(text: str) -> list[str]:
    """Return what stands around each time without a zone behind it."""
    found = [one for one in TIME.finditer(text) if not text[one.end() :].startswith(" London time")]
    return [text[max(one.start() - 30, 0) : one.end() + 20] for one in found]


def test_the_timer_says_since_when_and_by_whose_clock():
    said = timer_words(Running("instagram", NINE), "Instagram", KIRITIMATI)
    assert said == "The timer runs for Instagram since 23:00 Kiritimati time."


@pytest.mark.parametrize(
    ("set_aside", "said"),
    [
        (False, "5 July, 10:00 London time"),
        (True, "5 July, 10:00 London time, set aside"),
    ],
)
def test_a_copy_says_when_it_was_made_and_by_whose_clock(set_aside: bool, said: str):
    copy = Copy(Path("copy.db"), NINE, has_time=True, was_set_aside=set_aside)
    assert copy_name(copy, LONDON, date(2026, 7, 6)) == said


def test_a_copy_of_which_the_day_is_known_says_the_day():
    copy = Copy(Path("copy.db"), NINE, has_time=False, was_set_aside=False)
    assert copy_name(copy, LONDON, date(2026, 7, 6)) == "5 July"


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (timedelta(minutes=20), "resting, 20 minutes left"),
        (timedelta(minutes=1), "resting, 1 minute left"),
        (timedelta(seconds=20), "resting, a moment left"),
    ],
)
def test_a_message_says_how_long_it_still_rests(left: timedelta, said: str):
    assert resting_words(left) == said


def test_an_hour_of_the_week_is_read_out_with_its_zone():
    assert hour_and_zone(9, LONDON) == "09:00 London time"


def test_what_is_kept_about_a_person_says_by_whose_clock():
    message = Message(1, 1, "facebook", "Steam?", NINE, answer="Yes", answered_at=NINE)
    said = record_text(
        PersonRecord(Person(1, "Gemma", NINE), messages=(message,)), NINE, KIRITIMATI
    )
    assert said.count("2026-07-05 23:00 Kiritimati time") == 3


def test_the_text_to_read_first_says_by_whose_clock():
    said = readme(NINE, KIRITIMATI, table_files())
    assert "taken out on 2026-07-05 at 23:00 Kiritimati time." in said
    assert "Times are in Kiritimati time: year" in said


def test_the_head_of_a_column_of_times_names_the_zone():
    assert timed_head("When", LONDON) == "When (London time)"


def test_no_time_in_an_export_is_without_its_zone(sample: Services, tmp_path: Path):
    file = sample.exporting.write(tmp_path / "all.zip")
    with zipfile.ZipFile(file) as opened:
        words = opened.read("READ ME.txt").decode("utf-8-sig")
        tables = {one.key: opened.read(one.name).decode("utf-8-sig") for one in table_files()}
    assert TIME.search(words)
    assert bare(words) == []
    heads = {head for text in tables.values() for head in heads_of_times(text)}
    assert len(heads) > 5
    assert {head for head in heads if not head.endswith(" (London time)")} == set()


def heads_of_times(text: str) -> set[str]:
    """Return the heads of the columns in which there is a time."""
    rows = csv.DictReader(io.StringIO(text, newline=""))
    time = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")
    return {head for row in rows for head, cell in row.items() if time.fullmatch(cell)}


def test_no_time_in_a_file_for_another_calendar_is_without_its_zone(sample: Services):
    entries = sample.calendar.planning.coming()
    folded = sample.calendar.file.as_bytes(entries).decode()
    file = folded.replace("\r\n ", "").replace("\\n", "\n")
    assert TIME.search(file)
    assert bare(file) == []


def test_no_time_in_the_file_about_a_person_is_without_its_zone(sample: Services):
    relations = sample.relations
    message = relations.conversations.waiting(1)[0]
    person = relations.people.of_message(message.id)
    words = relations.person_files.write(person.id).read_text(encoding="utf-8-sig")
    assert TIME.search(words)
    assert bare(words) == []
