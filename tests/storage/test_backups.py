"""Copies: once a day, seven kept, never a damaged one, and back again with nothing thrown away."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from socialcoach.core.errors import UserError
from socialcoach.storage.backups import (
    copy_database,
    daily_copy,
    is_sound,
    list_copies,
    newest_sound_copy,
    restore_copy,
)
from socialcoach.storage.database import connect, open_database
from socialcoach.storage.settings import SettingStore

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def folder(data_dir: Path) -> Path:
    """Where the copies go."""
    return data_dir / "backups"


def damage(file: Path) -> None:
    """Write nonsense over the second half."""
    half = file.stat().st_size // 2
    with file.open("r+b") as opened:
        opened.seek(half)
        opened.write(b"\x7f" * half)


def test_a_copy_holds_what_is_in_a_database_that_is_in_use(database: Database, folder: Path):
    SettingStore(database).put("where", "in the journal, not yet in the file")
    copy = copy_database(database, folder / "copy.db")
    with closing(connect(copy)) as opened:
        assert SettingStore(opened).get("where") == "in the journal, not yet in the file"
    assert not list(folder.glob("*.part"))


def test_a_second_copy_on_the_same_day_is_not_made(database: Database, folder: Path):
    assert daily_copy(database, folder, NOON) == folder / "socialcoach-2026-11-22.db"
    assert daily_copy(database, folder, NOON + timedelta(hours=11)) is None


def test_the_last_seven_days_are_kept(database: Database, folder: Path):
    for day in range(9):
        daily_copy(database, folder, NOON + timedelta(days=day))
    names = [copy.stem[-5:] for copy in list_copies(folder)]
    assert names == ["11-30", "11-29", "11-28", "11-27", "11-26", "11-25", "11-24"]


def test_copies_made_on_request_are_never_thrown_away(database: Database, folder: Path):
    copy_database(database, folder / "socialcoach-2026-11-01-080000.db")
    for day in range(9):
        daily_copy(database, folder, NOON + timedelta(days=day))
    assert (folder / "socialcoach-2026-11-01-080000.db").exists()


def test_a_damaged_database_never_pushes_out_a_good_copy(
    database: Database, file: Path, folder: Path
):
    SettingStore(database).put("much", "x" * 400_000)
    daily_copy(database, folder, NOON)
    database.close()
    damage(file)
    with closing(connect(file)) as damaged:
        for day in range(1, 9):
            with pytest.raises(UserError):
                daily_copy(damaged, folder, NOON + timedelta(days=day))
    assert [copy.stem for copy in list_copies(folder)] == ["socialcoach-2026-11-22"]
    assert is_sound(list_copies(folder)[0])


def test_a_folder_that_cannot_be_made_is_said(database: Database, data_dir: Path):
    (data_dir / "taken").write_text("a file, not a folder")
    with pytest.raises(UserError) as caught:
        copy_database(database, data_dir / "taken" / "copy.db")
    assert caught.value.code == "backup.failed"
    assert caught.value.facts["folder"] == str(data_dir / "taken")


def test_the_newest_copy_on_offer_is_one_that_can_be_opened(database: Database, folder: Path):
    for day in range(3):
        daily_copy(database, folder, NOON + timedelta(days=day))
    damage(folder / "socialcoach-2026-11-24.db")
    assert newest_sound_copy(folder) == folder / "socialcoach-2026-11-23.db"


def test_a_copy_made_on_request_later_that_day_is_the_newest(database: Database, folder: Path):
    daily_copy(database, folder, NOON)
    later = copy_database(database, folder / "socialcoach-2026-11-22-180000.db")
    (folder / "my holiday.db").write_bytes(b"")
    assert newest_sound_copy(folder) == later


def test_without_copies_none_is_offered(folder: Path):
    assert newest_sound_copy(folder) is None


def test_going_back_to_a_copy_sets_the_damaged_file_aside(
    database: Database, file: Path, folder: Path
):
    SettingStore(database).put("where", "good")
    copy = daily_copy(database, folder, NOON)
    assert copy is not None
    database.close()
    file.write_bytes(b"damaged")
    Path(f"{file}-wal").write_bytes(b"words not yet in the file")
    aside = restore_copy(copy, file, NOON)
    with closing(open_database(file)) as again:
        assert SettingStore(again).get("where") == "good"
    assert aside.read_bytes() == b"damaged"
    assert Path(f"{aside}-wal").read_bytes() == b"words not yet in the file"
    assert copy.exists()


def test_going_back_works_when_the_file_itself_is_gone(
    database: Database, file: Path, folder: Path
):
    copy = daily_copy(database, folder, NOON)
    assert copy is not None
    database.close()
    file.unlink()
    restore_copy(copy, file, NOON)
    assert is_sound(file)


def test_a_copy_that_is_gone_meanwhile_leaves_the_file_where_it_is(file: Path, folder: Path):
    file.write_bytes(b"damaged")
    with pytest.raises(UserError):
        restore_copy(folder / "gone.db", file, NOON)
    assert file.read_bytes() == b"damaged"
