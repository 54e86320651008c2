"""Rows from old and new Excel files and from zipped text files, with limits against bombs."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from socialcoach.core.errors import UserError
from socialcoach.services.progress.importing.apart import Sheets, read_apart
from socialcoach.services.progress.importing.files import Opener
from socialcoach.services.progress.importing.old_spreadsheets import chains_end

LARGEST_UNPACKED = 300_000_000
LARGEST_SPREADSHEET = 40_000_000
MOST_CELLS = 6_000_000
MOST_SHEETS = 30
MOST_MEMBERS = 2_000
_CHUNK = 1_048_576
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')


def is_workbook(path: Path) -> bool:
    """Tell whether a zip file is an Excel workbook; raise ``UserError`` for a damaged zip."""
    with _opened(path) as archive:
        return "xl/workbook.xml" in archive.namelist()


def text_members(path: Path) -> list[tuple[str, Opener]]:
    """Return the text files inside a zip, such as YouTube's, unpacked under a limit."""
    with _opened(path) as archive:
        inside = [one for one in archive.infolist() if one.filename.casefold().endswith(".csv")]
        return [(one.filename, _in_memory(_unpack(archive, one, path))) for one in inside[:20]]


def sheets(path: Path) -> Sheets:
    """Return the cells, as text, of each sheet of a workbook.

    Raises ``UserError("import.spreadsheet_unreadable")`` for whatever cannot be read safely.
    """
    if path.stat().st_size > LARGEST_SPREADSHEET:
        raise _unreadable(path)
    content = path.read_bytes()
    if content.startswith(b"PK"):
        _check_unpacked(path)
    elif not chains_end(content):
        raise _unreadable(path)
    return read_apart(read_workbook, path)


def read_workbook(path: Path) -> Sheets:
    """Read all sheets here and now; only safe in a process of its own."""
    from python_calamine import CalamineWorkbook

    found: Sheets = []
    left = MOST_CELLS
    with path.open("rb") as stream:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(stream.read()))
    for name in workbook.sheet_names[:MOST_SHEETS]:
        sheet = workbook.get_sheet_by_name(name)
        left -= sheet.total_height * sheet.total_width
        if left < 0:
            raise _unreadable(path)
        rows = sheet.to_python(skip_empty_area=False)
        found.append([[_text(cell) for cell in row] for row in rows])
    return found


def _text(cell: Any) -> str:
    """Return a cell as the export would have written it in a text file."""
    if isinstance(cell, bool):
        return str(cell)
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 10**15:
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() != time():
        return cell.isoformat(" ", timespec="seconds")
    if isinstance(cell, datetime):
        return cell.date().isoformat()  # a day; a spreadsheet adds midnight to it
    if isinstance(cell, date | time):
        return cell.isoformat()
    return "" if cell is None or isinstance(cell, timedelta) else str(cell)


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise _unreadable(path) from error
    if len(archive.infolist()) > MOST_MEMBERS:
        raise _unreadable(path)
    return archive


def _in_memory(content: bytes) -> Opener:
    return lambda: io.BytesIO(content)


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path) -> bytes:
    parts = list(_parts(archive, member, path, LARGEST_UNPACKED))
    return b"".join(parts)


def _parts(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path, most: int
) -> Iterator[bytes]:
    """Unpack piece by piece, trusting the bytes and not the size the zip claims."""
    member.file_size = most + _CHUNK
    total = 0
    try:
        with archive.open(member) as stream:
            while part := stream.read(_CHUNK):
                total += len(part)
                if total > most:
                    raise _unreadable(path)
                yield part
    except UserError:
        raise
    except Exception as error:  # zipfile, zlib, lzma and struct each have their own errors
        raise _unreadable(path) from error


def _check_unpacked(path: Path) -> None:
    """Refuse a workbook that unpacks too large or spans more cells than memory should hold."""
    left = LARGEST_UNPACKED
    with _opened(path) as archive:
        for member in archive.infolist():
            widest = tallest = 1
            tail = b""
            for part in _parts(archive, member, path, left):
                left -= len(part)
                for place in _PLACE.finditer(tail + part):
                    widest = max(widest, _column(place[1]))
                    tallest = max(tallest, int(place[2]))
                tail = part[-24:]
            if widest * tallest > MOST_CELLS:
                raise _unreadable(path)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _unreadable(path: Path) -> UserError:
    return UserError("import.spreadsheet_unreadable", file=path.name)
