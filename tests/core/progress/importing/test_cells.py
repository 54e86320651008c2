"""Cells of an export: numbers, empty cells, and what a spreadsheet program made of them."""

from __future__ import annotations

import pytest

from socialcoach.core.progress.importing.cells import (
    NotACountError,
    count,
    is_e_notation,
    is_unknown,
    signed_count,
)


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("0", 0),
        ("1234", 1234),
        ("376.0", 376),
        ("376,00", 376),
        ("1,234", 1234),
        ("1.234", 1234),
        ("1 234", 1234),
        ("1\u202f234\u00a0567", 1234567),
        ("1'234", 1234),
        ("1,23,456", 123456),
        ("1,234.0", 1234),
        ("1.234,5", 1235),
        ("12,345.25", 12345),
        ("1.2K", 1200),
        ("2,3 mil", 2300),
        ("3,4 Tsd.", 3400),
        ("1.5M", 1_500_000),
        (" 12 ", 12),
        ("٤٢", 42),
    ],
)
def test_a_count_is_read_as_people_in_many_countries_write_it(cell: str, meant: int):
    assert count(cell) == meant


@pytest.mark.parametrize("cell", ["", " ", "-", "--", "—", "NAN", "undefined", "N/A", "null"])
def test_what_was_not_measured_is_unknown_and_not_zero(cell: str):
    assert count(cell) is None
    assert is_unknown(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "3.july",
        "3.юли",
        "12.5%",
        "1.8E+16",
        "twelve",
        "3.7",
        "0.034",
        "1,2,3",
        "9" * 30,
        "0x1F",
        "∞",
    ],
)
def test_what_cannot_be_a_count_is_refused(cell: str):
    with pytest.raises(NotACountError):
        count(cell)


def test_less_than_nothing_is_unknown_for_a_post_but_counts_for_a_day():
    assert count("-3") is None
    assert signed_count("-3") == signed_count("\u22123") == -3
    assert signed_count("--") is None


@pytest.mark.parametrize("cell", ["1.8E+16", "9E+14", "1,8161E+16", "1.8e16"])
def test_an_id_shortened_by_a_spreadsheet_is_noticed(cell: str):
    assert is_e_notation(cell)


def test_a_whole_id_is_not_taken_for_a_shortened_one():
    assert not is_e_notation("18155000000000001")
    assert not is_e_notation("aE5Gh_12-x")
