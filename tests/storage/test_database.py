"""Opening the owner's file: upgraded with a copy, refused in words, never changed by mistake."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from socialcoach.core.errors import UserError
from socialcoach.storage import database as module
from socialcoach.storage.database import connect, explain, open_database
from socialcoach.storage.migrations import migrations
from socialcoach.storage.settings import SettingStore
from tests.storage.old_files import write_file_of_version

NOBODY = 65534


def add_post(database: Database, text: str = "Hello") -> None:
    """Write one post, all columns that must have a value."""
    now = "2026-11-22T09:00:00.000+00:00"
    row = {"text": text, "status": "draft", "created_at": now, "updated_at": now}
    database.table("post").insert({**row, "platforms": "[]", "notes": "", "idea": ""})


def texts(database: Database) -> list[str]:
    """Return the texts of all posts."""
    return [row["text"] for row in database.table("post").rows]


def code_of(path: Path) -> str:
    """Open a file and return the code of the error it gives."""
    with pytest.raises(UserError) as caught:
        open_database(path).close()
    return caught.value.code


def test_the_first_start_makes_all_tables_and_no_copy(file: Path):
    with closing(open_database(file)) as database:
        assert {"post", "publication", "strategy", "setting"} <= set(database.table_names())
    assert [path.name for path in file.parent.iterdir()] == ["socialcoach.db"]


def test_an_empty_file_is_a_first_start(file: Path):
    file.touch()
    with closing(open_database(file)) as database:
        add_post(database)
        assert texts(database) == ["Hello"]
    assert not file.with_suffix(".before-upgrade.db").exists()


def test_opening_again_changes_nothing_and_makes_no_copy(file: Path, database: Database):
    add_post(database)
    database.close()
    before = file.read_bytes()
    with closing(open_database(file)) as again:
        assert texts(again) == ["Hello"]
    assert file.read_bytes() == before
    assert not file.with_suffix(".before-upgrade.db").exists()


def test_an_older_file_is_copied_before_the_first_step_changes_it(file: Path):
    write_file_of_version(file, "step_002_imports_can_be_undone", ["From the first version"])
    with closing(open_database(file)) as upgraded:
        assert texts(upgraded) == ["From the first version"]
        assert "import_id" in upgraded.table("publication").columns_dict
    with closing(connect(file.with_suffix(".before-upgrade.db"))) as copy:
        assert texts(copy) == ["From the first version"]
        assert "import_id" not in copy.table("publication").columns_dict


def test_a_step_that_fails_leaves_the_file_as_it_was(file: Path, monkeypatch: pytest.MonkeyPatch):
    open_database(file).close()
    broken = Migrations("socialcoach")
    for step in migrations.pending(Database(memory=True)):
        broken(name=step.name)(step.fn)

    @broken()
    def step_999_breaks(database: Database) -> None:
        database.table("post").add_column("colour", str)
        raise ZeroDivisionError

    monkeypatch.setattr(module, "migrations", broken)
    with pytest.raises(ZeroDivisionError):
        open_database(file)
    monkeypatch.undo()
    with closing(open_database(file)) as database:
        assert "colour" not in database.table("post").columns_dict
    assert file.with_suffix(".before-upgrade.db").exists()


def test_a_file_of_a_newer_version_is_refused_and_not_touched(file: Path, database: Database):
    database.table("_sqlite_migrations").insert(
        {"migration_set": "socialcoach", "name": "step_999_later", "applied_at": "2030-01-01"}
    )
    database.close()
    before = file.read_bytes()
    assert code_of(file) == "database.newer"
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == ["socialcoach.db"]


@pytest.mark.parametrize("content", [b"not a database at all " * 100, b"\x89PNG\r\n" * 500])
def test_something_else_under_the_name_is_called_damaged_and_not_touched(
    file: Path, content: bytes
):
    file.write_bytes(content)
    assert code_of(file) == "database.damaged"
    assert file.read_bytes() == content


def test_a_file_that_lost_its_end_is_called_damaged(file: Path, database: Database):
    with database.atomic():
        for number in range(500):
            add_post(database, f"{number} " * 200)
    database.close()
    with file.open("r+b") as cut:
        cut.truncate(4096)
    assert code_of(file) == "database.damaged"


def test_a_file_another_program_holds_is_called_locked(
    file: Path, database: Database, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(module, "BUSY_TIMEOUT_MS", 20)
    database.close()
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert code_of(file) == "database.locked"


@contextmanager
def as_another_user(folder: Path) -> Iterator[None]:
    """Act as someone who may not write into a folder, whoever runs the tests."""
    inside = [folder, *folder.iterdir()]
    for path in inside:
        path.chmod(0o555 if path.is_dir() else 0o444)
    opened_up = [path for path in folder.parents if path.owner() == folder.owner()]
    modes = {path: path.stat().st_mode for path in opened_up}
    is_root = os.geteuid() == 0
    for path in opened_up if is_root else ():
        path.chmod(modes[path] | 0o755)
    try:
        if is_root:
            os.seteuid(NOBODY)
        yield
    finally:
        if is_root:
            os.seteuid(0)
        for path, mode in modes.items() if is_root else ():
            path.chmod(mode)
        for path in inside:
            path.chmod(0o755)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="Windows keeps rights in another way")
def test_a_folder_one_may_not_write_to_is_said(file: Path, database: Database):
    add_post(database)
    database.close()
    with as_another_user(file.parent):
        code = code_of(file)
    assert code in ("database.read_only", "data.folder")
    with closing(open_database(file)) as again:
        assert texts(again) == ["Hello"]


def test_a_full_disk_is_said_and_what_was_there_stays(database: Database):
    add_post(database)
    database.execute("PRAGMA max_page_count=1")
    with pytest.raises(UserError) as caught:
        add_post(database, "x" * 100_000)
    assert caught.value.code == "database.disk_full"
    assert texts(database) == ["Hello"]
    database.execute("PRAGMA max_page_count=100000")
    add_post(database, "There is room again")
    assert texts(database) == ["Hello", "There is room again"]


def test_a_transaction_that_fails_half_way_writes_nothing(database: Database):
    add_post(database)
    database.execute("PRAGMA max_page_count=1")

    def add_two() -> None:
        with database.atomic():
            add_post(database, "short")
            add_post(database, "x" * 100_000)

    with pytest.raises(UserError):
        add_two()
    assert texts(database) == ["Hello"]


def test_a_write_while_the_folder_is_gone_is_refused_not_lost(file: Path, database: Database):
    away = file.parent.with_name("pulled out")
    file.parent.rename(away)
    with pytest.raises(UserError) as caught:
        add_post(database)
    assert caught.value.code == "data.folder"
    away.rename(file.parent)
    add_post(database, "It is back")
    assert texts(database) == ["It is back"]


def test_a_write_goes_to_the_file_that_is_there_now(file: Path, database: Database):
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    back_again = file.read_bytes()
    for path in list(file.parent.iterdir()):
        path.unlink()
    file.write_bytes(back_again)
    add_post(database, "Written after the stick was back")
    with closing(connect(file)) as seen_by_another:
        assert texts(seen_by_another) == ["Written after the stick was back"]


def test_a_mistake_in_the_program_is_not_blamed_on_the_file(database: Database):
    with pytest.raises(sqlite3.OperationalError):
        database.execute("select nothing from nowhere")
    with pytest.raises(sqlite3.IntegrityError):
        database.table("post").insert({"text": None})


def test_every_known_error_of_the_database_is_put_into_words(file: Path):
    codes = set(module.CODES.values()) | {"database.unreadable"}
    for number in (*module.CODES, 1):
        error = sqlite3.OperationalError("any words")
        error.sqlite_errorcode = number | 0x500
        said = explain(error, file)
        assert said.code in codes
        assert {"file", "folder"} <= set(said.facts)


def test_a_worker_reads_while_the_window_writes(file: Path, database: Database):
    with closing(connect(file)) as worker, database.atomic():
        add_post(database)
        assert texts(worker) == []
    with closing(connect(file)) as worker:
        assert texts(worker) == ["Hello"]


def test_what_is_deleted_is_overwritten_on_every_system(tmp_path: Path):
    database = open_database(tmp_path / "data.db")
    assert database.execute("pragma secure_delete").fetchone() == (1,)
    database.close()


def test_whoever_began_first_writes_first_and_is_not_refused_after_reading(file: Path):
    with closing(open_database(file)) as first, closing(connect(file)) as second:
        second.execute("pragma busy_timeout = 0")
        with first.atomic():
            assert SettingStore(first).get("tea") is None
            with pytest.raises(UserError, match=r"database\.locked"):
                SettingStore(second).put("tea", "green")
            SettingStore(first).put("tea", "black")
        SettingStore(second).put("cake", "lemon")
        assert SettingStore(first).get("tea") == "black"
        assert SettingStore(first).get("cake") == "lemon"


def fail_after_writing(database: Database, tea: str) -> None:
    """Write and fail, in one transaction."""
    with database.atomic():
        SettingStore(database).put("tea", tea)
        raise ZeroDivisionError


def test_a_part_of_what_is_written_together_can_fail_alone(file: Path):
    with closing(open_database(file)) as database:
        with database.atomic():
            SettingStore(database).put("tea", "black")
            with pytest.raises(ZeroDivisionError):
                fail_after_writing(database, "green")
        assert SettingStore(database).get("tea") == "black"
        with pytest.raises(ZeroDivisionError):
            fail_after_writing(database, "white")
        assert SettingStore(database).get("tea") == "black"
