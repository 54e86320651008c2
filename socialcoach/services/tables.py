"""Tables as files that any spreadsheet program opens, and in which it works nothing out."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from socialcoach.core.errors import UserError
from socialcoach.core.text import as_cell


def write_table(file: Path, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a table as CSV; raise ``UserError("file.not_written")``.

    The mark at the beginning tells Excel that the letters are UTF-8.
    """
    try:
        with file.open("w", newline="", encoding="utf-8-sig") as opened:
            writer = csv.writer(opened)
            for row in (head, *rows):
                writer.writerow([as_cell(cell) for cell in row])
    except OSError as error:
        raise UserError("file.not_written", file=file.name, why=str(error)) from error
