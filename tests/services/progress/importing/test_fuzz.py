"""Whatever is done to a file: a preview that can be written, or one import error in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from socialcoach.core.errors import UserError
from socialcoach.paths import resource_dir
from socialcoach.services.progress.importing.importer import Importing
from socialcoach.services.progress.importing.preview import ImportAnswers, ImportResult
from socialcoach.services.words.errors import explain
from socialcoach.storage.database import connect, open_database
from tests.services.progress.importing.conftest import StandingClock
from tests.services.progress.importing.exports import (
    FACEBOOK,
    INSTAGRAM,
    as_csv,
    facebook_row,
    instagram_row,
)

PIECES = st.sampled_from(
    [
        *(b'"', b'""', b",", b";", b"\t", b"\n", b"\r", b"\0", b"\xff\xfe", b"\xef\xbb\xbf"),
        *(b"1.8E+16", b"--", b"9" * 30, b"-1", b"sep=;\n", b"02/30/2026", b"http://[", b"Total"),
        *("🥖".encode(), b"\xc2\xb2", b"{0}", b"%s", b"Date", b"Lifetime", b"1e309", b"3.july"),
    ]
)
ANSWERS = ImportAnswers(date_order="month_first", platform="facebook")
CALM = settings(
    max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)

Edits = list[tuple[int, int, bytes]]


@cache
def originals() -> tuple[bytes, ...]:
    facebook = as_csv(FACEBOOK, [facebook_row(day, Title="A\nb, 🥖") for day in (12, 13, 14)])
    instagram = as_csv(INSTAGRAM, [instagram_row(day) for day in (12, 13, 14)])
    chart = 'sep=,\n"Views"\n"Date","Primary"\n"2026-03-01T00:00:00","4"\n'
    wrapped = "\n".join('"' + line.replace('"', '""') + '"' for line in instagram.splitlines())
    tiktok = '"Video link","Post time","Total views"\n"https://tiktok.com/@a/video/1","May 5","3"\n'
    texts = [facebook, instagram, wrapped, tiktok]
    return (*(text.encode("utf-8-sig") for text in texts), chart.encode("utf-16"))


class Bench:
    """An importer on a database that is empty before and after each attempt."""

    def __init__(self, home: Path) -> None:
        open_database(home / "a.db").close()
        zone = ZoneInfo("Europe/Berlin")
        layouts = resource_dir() / "importers"
        self.importing = Importing(home / "a.db", layouts, StandingClock(), lambda: zone)
        self.database = connect(home / "a.db")
        self.path = home / "file.csv"

    def attempt(self, content: bytes) -> str:
        """Import the bytes twice and take them back; nothing may be left or come in twice.

        Return the error's code, or how it went.
        """
        self.path.write_bytes(content)
        result = result_or_error(self.importing, self.path)
        if isinstance(result, UserError):
            assert result.code.startswith("import.")
            assert result.code not in explain(result)
            assert is_empty(self.database)
            return result.code
        assert result.import_id is not None
        again = self.importing.preview(self.path, ANSWERS)
        assert (again.new, again.changed) == (0, 0)
        self.importing.undo(result.import_id)
        assert is_empty(self.database)
        return "brought in and taken back"


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """One bench for all attempts, because making a database takes longer than an import."""
    bench = Bench(tmp_path_factory.mktemp("bench"))
    yield bench
    bench.database.close()


def result_or_error(importing: Importing, path: Path) -> ImportResult | UserError:
    try:
        return importing.write(importing.preview(path, ANSWERS))
    except UserError as error:
        return error


def is_empty(database: Database) -> bool:
    tables = ("post", "publication", "numbers", "daily_number", "import_run")
    return not any(database[name].count for name in tables)


def edited(content: bytes, edits: Edits) -> bytes:
    for place, length, piece in edits:
        at = place % (len(content) + 1)
        content = content[:at] + piece + content[at + length :]
    return content


def edits(piece: st.SearchStrategy[bytes]) -> st.SearchStrategy[Edits]:
    place = st.integers(0, 5_000)
    return st.lists(st.tuples(place, st.integers(0, 40), piece), min_size=1, max_size=6)


@CALM
@given(st.sampled_from(range(5)), edits(PIECES))
def test_pieces_put_into_an_export_do_no_harm(bench: Bench, which: int, changes: Edits):
    bench.attempt(edited(originals()[which], changes))


@CALM
@given(st.sampled_from(range(5)), edits(st.binary(min_size=1, max_size=3)))
def test_bytes_turned_over_in_an_export_do_no_harm(bench: Bench, which: int, changes: Edits):
    bench.attempt(edited(originals()[which], changes))


@CALM
@given(st.sampled_from(range(5)), st.floats(0, 1))
def test_an_export_cut_off_anywhere_does_no_harm(bench: Bench, which: int, share: float):
    content = originals()[which]
    bench.attempt(content[: int(len(content) * share)])


@CALM
@given(st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=5), max_size=8))
def test_any_table_whatever_does_no_harm(bench: Bench, rows: list[list[str]]):
    joined: Callable[[list[str]], str] = ",".join
    bench.attempt("\n".join(["Date,Primary", *map(joined, rows)]).encode("utf-8", "replace"))
