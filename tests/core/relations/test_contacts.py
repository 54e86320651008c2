"""Address books of any kind: columns are told by their names, else by what stands in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.relations.contacts import Contact, columns_of, contacts_of, phone_key, tidy
from socialcoach.paths import resource_dir
from socialcoach.storage.bundled.relations import load_columns

NAMES = load_columns(resource_dir())


def read(*rows: list[str]) -> tuple[list[Contact], int]:
    """Read rows, the first of which may be a header."""
    columns = columns_of(rows, NAMES)
    found = contacts_of(rows[columns.has_header :], columns)
    return list(found.found), found.skipped


@pytest.mark.parametrize(
    "header",
    [
        ["Name", "E-mail", "Phone"],
        ["Display Name", "E-mail Address", "Mobile Phone"],
        ["Kunde", "E-Mail-Adresse", "Telefon"],
        ["Nom complet", "Courriel", "Téléphone portable"],
        ["Nombre completo", "Correo electrónico", "Móvil"],
    ],
)
def test_columns_are_known_by_their_names_in_many_programs_and_languages(header: list[str]):
    found, _skipped = read(header, ["Ana Bell", "ana@example.org", "01632 960 001"])
    assert (found[0].name, found[0].email) == ("Ana Bell", "ana@example.org")


def test_first_and_last_name_become_one():
    found, _skipped = read(
        ["First Name", "Last Name", "Home City"], ["Ana", "Bell", "Merrowby"], ["", "Cole", ""]
    )
    assert found == [Contact("Ana Bell", place="Merrowby"), Contact("Cole")]


def test_without_a_header_the_columns_are_told_by_what_stands_in_them():
    found, _skipped = read(
        ["01632 960 001", "Ana Bell", "ana@example.org"],
        ["01632 960 002", "Bo Cole", "bo@example.org"],
    )
    assert found[0] == Contact("Ana Bell", "ana@example.org", "01632 960 001")
    assert len(found) == 2


def test_an_address_alone_names_somebody_and_an_empty_line_nobody():
    found, skipped = read(
        ["Name", "Email"], ["", "zoe@example.org"], ["", ""], ["--", ""], ["Ana", "no address"]
    )
    assert found == [Contact("zoe", "zoe@example.org"), Contact("Ana")]
    assert skipped == 1


def test_the_same_entry_twice_is_one():
    found, _skipped = read(["Name", "Email"], ["Ana", "a@example.org"], ["Ana", "a@example.org"])
    assert len(found) == 1


def test_numbers_are_the_same_with_and_without_the_code_of_the_country():
    assert phone_key("+44 1632 960 001") == phone_key("01632-960001")
    assert phone_key("118") == ""


def test_a_whole_page_in_one_cell_is_cut():
    made = tidy(Contact("A" * 5_000, notes="b" * 9_000))
    assert made is not None
    assert len(made.name) == 200
    assert len(made.notes) == 2_000


@given(st.lists(st.lists(st.text(max_size=30), max_size=6), min_size=1, max_size=8))
def test_no_table_however_odd_breaks_the_reading(rows: list[list[str]]):
    found, skipped = read(*rows)
    assert skipped >= 0
    assert all(any(sign.isalnum() for sign in one.name) for one in found)
