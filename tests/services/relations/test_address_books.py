"""Contacts come in from any file: a look first, all or nothing, and a damaged file does no harm."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialcoach.core.errors import UserError
from socialcoach.core.relations.contacts import Contact
from socialcoach.paths import resource_dir
from socialcoach.services.bundle import Services
from socialcoach.services.relations import address_books
from socialcoach.services.relations.address_books import read_contacts
from socialcoach.services.relations.contacts import ContactBook
from socialcoach.storage.bundled.relations import load_columns

NAMES = load_columns(resource_dir())
ANA = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Bell\nEMAIL:ana@example.org\nTEL:01632 960 001\nEND:VCARD\n"
BO = "BEGIN:VCARD\nVERSION:4.0\nN:Cole;Bo;;;\nADR:;;;Merrowby;;;\nNOTE:Two rye\nEND:VCARD\n"


@pytest.fixture
def book(services: Services) -> ContactBook:
    """The address book of an empty business."""
    return services.relations.contacts


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file to write contacts into."""
    return tmp_path / "contacts.csv"


def code_of(file: Path) -> str:
    """Read a file that cannot be read and return the code of the error."""
    with pytest.raises(UserError) as caught:
        read_contacts(file, NAMES)
    return caught.value.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_table_is_read_in_any_encoding_and_with_any_separator(
    file: Path, encoding: str, separator: str
):
    rows = (["Name", "E-mail", "Notes"], ["Zoë Bäcker", "zoe@example.org", "Rye"])
    file.write_text("\r\n".join(separator.join(row) for row in rows), encoding=encoding)
    assert read_contacts(file, NAMES).found == (
        Contact("Zoë Bäcker", "zoe@example.org", notes="Rye"),
    )


def test_vcards_of_all_ages_are_read(file: Path):
    old = (
        "BEGIN:VCARD\r\nVERSION:2.1\r\n"
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB B=C3=A4cker\r\n"
        "TEL;CELL:01632 960 002\r\nEND:VCARD\r\n"
    )
    file.write_bytes((ANA + BO + old).encode())
    assert read_contacts(file, NAMES).found == (
        Contact("Ana Bell", "ana@example.org", "01632 960 001"),
        Contact("Bo Cole", place="Merrowby", notes="Two rye"),
        Contact("Zoë Bäcker", phone="01632 960 002"),
    )


def test_a_number_written_as_an_address_is_a_number(file: Path):
    file.write_text(ANA.replace("TEL:01632 960 001", "TEL;VALUE=uri:tel:+44-1632-960-003"))
    assert read_contacts(file, NAMES).found[0].phone == "+44-1632-960-003"


def test_a_card_of_a_firm_alone_goes_by_the_firm(file: Path):
    file.write_text(BO.replace("N:Cole;Bo;;;", "ORG:Mill Lane Dairy"))
    [found] = read_contacts(file, NAMES).found
    assert (found.name, found.notes) == ("Mill Lane Dairy", "Two rye")


def test_a_damaged_card_takes_no_other_along(file: Path):
    broken = "BEGIN:VCARD\nVERSION:3.0\nthis is no line of a card\nEND:VCARD\n"
    cut_off = "BEGIN:VCARD\nVERSION:3.0\nFN:Cut o"
    file.write_text(ANA + broken + BO + cut_off)
    found = read_contacts(file, NAMES)
    assert [one.name for one in found.found] == ["Ana Bell", "Bo Cole"]
    assert found.skipped == 2


def test_a_picture_in_a_card_is_passed_over(file: Path):
    picture = "PHOTO;ENCODING=b;TYPE=JPEG:" + "A" * 4_000 + "\n " + "B" * 4_000 + "\n"
    file.write_text(ANA.replace("TEL", picture + "TEL"))
    assert read_contacts(file, NAMES).found[0].phone == "01632 960 001"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "import.empty"),
        (b"\x89PNG\r\n\x1a\n", "import.picture"),
        (b"PK\x03\x04 a spreadsheet", "contacts.spreadsheet"),
        (bytes(range(32)) * 20, "contacts.nobody"),
        (b"just a sentence about nothing in particular 12345", "contacts.nobody"),
        (b"Day,Price\n1,2\n3,4\n", "contacts.nobody"),
    ],
)
def test_a_file_that_names_nobody_is_refused_in_plain_words(file: Path, content: bytes, code: str):
    file.write_bytes(content)
    assert code_of(file) == code


def test_a_file_that_is_gone_or_too_large_or_too_long_is_refused(
    file: Path, monkeypatch: pytest.MonkeyPatch
):
    assert code_of(file) == "import.unreadable"
    file.write_text("Name\n" + "\n".join(f"Person {n} of many" for n in range(30)))
    monkeypatch.setattr(address_books, "MOST_CONTACTS", 20)
    assert code_of(file) == "contacts.too_many"
    monkeypatch.setattr(address_books, "LARGEST_BYTES", 100)
    assert code_of(file) == "contacts.too_large"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=600))
def test_no_bytes_however_odd_do_more_than_be_refused(file: Path, content: bytes):
    file.write_bytes(b"BEGIN:VCARD\n" + content)
    with contextlib.suppress(UserError):
        read_contacts(file, NAMES)


def test_looking_writes_nothing_and_bringing_in_can_be_taken_back(
    book: ContactBook, services: Services, file: Path
):
    file.write_text(ANA + BO)
    preview = book.look(file)
    assert len(preview.new) == 2
    assert services.relations.people.count() == 0
    brought = book.bring_in(preview)
    assert services.relations.people.count() == 2
    book.take_back(brought)
    assert services.relations.people.count() == 0


def test_bringing_in_the_same_file_again_changes_nothing(book: ContactBook, file: Path):
    file.write_text(ANA + BO)
    book.bring_in(book.look(file))
    again = book.look(file)
    assert (again.new, again.filled, again.known) == ((), (), 2)


def test_somebody_known_by_their_address_gets_what_they_lacked_and_keeps_what_they_have(
    book: ContactBook, services: Services, file: Path
):
    people = services.relations.people
    ana = people.add("Aunt Ana")
    people.change(ana.id, email="ANA@example.org", notes="No seeds")
    file.write_text(ANA)
    preview = book.look(file)
    assert preview.new == ()
    brought = book.bring_in(preview)
    now = people.person(ana.id)
    assert (now.name, now.phone, now.notes) == ("Aunt Ana", "01632 960 001", "No seeds")
    book.take_back(brought)
    assert people.person(ana.id).phone == ""


def test_it_is_all_or_nothing(
    book: ContactBook, services: Services, file: Path, monkeypatch: pytest.MonkeyPatch
):
    file.write_text(ANA + BO)
    preview = book.look(file)
    broken = preview.new[0].__class__(name=None)  # type: ignore[arg-type]
    from dataclasses import replace

    with pytest.raises(Exception, match="NOT NULL"):
        book.bring_in(replace(preview, new=(preview.new[0], broken)))
    assert services.relations.people.count() == 0


def test_somebody_with_the_same_name_is_offered_as_perhaps_the_same(
    book: ContactBook, services: Services, file: Path
):
    people = services.relations.people
    ana = people.add("ana bell")
    file.write_text(ANA)
    book.bring_in(book.look(file))
    assert [one.name for one in people.may_be_same(ana.id)] == ["Ana Bell"]
    assert len(people.pairs(10)) == 1
