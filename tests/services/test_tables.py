"""Tables as files."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from socialcoach.core.errors import UserError
from socialcoach.services.tables import write_table


def test_a_table_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "times.csv"
    write_table(file, ("Time", "Of 1,000"), [("Tuesday evening", "52"), ("two\nlines", "1,200")])
    with file.open(newline="", encoding="utf-8-sig") as opened:
        rows = list(csv.reader(opened))
    assert rows == [["Time", "Of 1,000"], ["Tuesday evening", "52"], ["two\nlines", "1,200"]]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@sum", "\tx", "\rx", "\nx", "＝1"])
def test_no_cell_is_worked_out_by_a_spreadsheet_program(tmp_path: Path, cell: str) -> None:
    file = tmp_path / "table.csv"
    write_table(file, (cell,), [(cell,)])
    with file.open(newline="", encoding="utf-8-sig") as opened:
        assert list(csv.reader(opened)) == [[f"'{cell}"], [f"'{cell}"]]


@pytest.mark.parametrize(
    ("cell", "plain"),
    [
        ("Rolls;=1+1", "Rolls;'=1+1"),
        ("Rolls\t=1+1", "Rolls\t'=1+1"),
        ("Rolls\n=1+1", "Rolls\n'=1+1"),
        ("Rolls;@SUM(1)", "Rolls;'@SUM(1)"),
        ("Rolls;-1+cmd|x", "Rolls;'-1+cmd|x"),
        ("Rolls ;-)\n- rye\n@ann\n+ tea", "Rolls ;-)\n- rye\n@ann\n+ tea"),
    ],
)
def test_a_program_that_cuts_at_semicolons_works_nothing_out_either(
    tmp_path: Path, cell: str, plain: str
) -> None:
    file = tmp_path / "table.csv"
    write_table(file, ("Post",), [(cell,)])
    with file.open(newline="", encoding="utf-8-sig") as opened:
        assert list(csv.reader(opened)) == [["Post"], [plain]]


def test_a_folder_that_is_gone_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"file\.not_written"):
        write_table(tmp_path / "gone" / "table.csv", ("a",), [])
