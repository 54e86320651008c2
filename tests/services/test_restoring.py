"""Going back: what a copy holds is said first; a stranger's file does no harm."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from socialcoach.core.errors import UserError
from socialcoach.services import restoring
from socialcoach.services.bundle import Services
from socialcoach.services.restoring import Holdings
from tests.conftest import Clock
from tests.drawn_pictures import as_bytes, drawn, jpeg_file
from tests.worlds import open_world

PICTURE = "a" * 32 + ".jpg"


def alter(file: Path, sql: str) -> None:
    """Change a database file behind everybody's back."""
    with closing(sqlite3.connect(file)) as opened, opened:
        opened.executescript(sql)


def export_with(services: Services, target: Path, **members: bytes) -> Path:
    """Write an export and put further files into it."""
    services.exporting.write(target)
    with zipfile.ZipFile(target, "a") as opened:
        for name, data in members.items():
            opened.writestr(name, data)
    return target


def test_copies_are_listed_with_their_days_and_times_the_newest_first(
    services: Services, clock: Clock
):
    services.keeping.daily()
    clock.advance(hours=2)
    services.keeping.copy_now()
    (services.paths.folder / "socialcoach-set-aside-2026-11-20-101500.db").write_bytes(b"x")
    (services.paths.backups / "letters.db").write_bytes(b"not ours")
    (services.paths.backups / "socialcoach-2026-99-99.db").write_bytes(b"no such day")
    found = services.restoring.copies()
    assert [f"{copy.made_at:%d %H:%M}" for copy in found] == ["22 11:00", "22 00:00", "20 10:15"]
    assert [copy.has_time for copy in found] == [True, False, True]
    assert [copy.was_set_aside for copy in found] == [False, False, True]


def test_what_a_copy_holds_is_told_and_nothing_is_changed(services: Services):
    services.drafting.new("How we keep our bread")
    copy = services.keeping.copy_now()
    before = copy.read_bytes()
    assert services.restoring.look(copy) == Holdings(posts=1, people=0, pictures=0)
    assert copy.read_bytes() == before
    assert [file.name for file in services.paths.backups.iterdir()] == [copy.name]


def test_going_back_brings_the_copy_and_its_pictures_and_keeps_what_was_there(
    services: Services, data_dir: Path, tmp_path: Path, clock: Clock
):
    draft = services.drafting.new("How we keep our bread")
    picture = services.writing.pictures.add(draft.id, jpeg_file(tmp_path), "bread.jpg")
    copy = services.keeping.copy_now()
    services.drafting.keep_text(draft.id, "Spoiled", None)
    (services.paths.pictures / picture.file).unlink()
    aside = services.restoring.go_back(copy)
    database, fresh = open_world(data_dir, clock)
    assert [one.text for one in fresh.drafting.drafts()] == ["How we keep our bread"]
    assert (fresh.paths.pictures / picture.file).is_file()
    fresh.restoring.go_back(aside)
    database.close()
    _database, again = open_world(data_dir, clock)
    assert [one.text for one in again.drafting.drafts()] == ["Spoiled"]


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda file: file.write_bytes(b"Buy flour"), "restore.not_ours"),
        (lambda file: file.write_bytes(b""), "restore.not_ours"),
        (lambda file: file.write_bytes(file.read_bytes()[:9000]), "restore.not_ours"),
        (lambda file: alter(file, "drop table post"), "restore.not_ours"),
        (
            lambda file: alter(
                file,
                "create trigger later after insert on strategy begin delete from post; end",
            ),
            "restore.not_ours",
        ),
        (
            lambda file: alter(
                file,
                "insert into _sqlite_migrations (migration_set, name, applied_at)"
                " values ('socialcoach', 'step_999_flying', '2030-01-01')",
            ),
            "restore.newer",
        ),
        (lambda file: file.unlink(), "restore.failed"),
    ],
)
def test_what_cannot_be_used_is_said_and_nothing_is_changed(
    services: Services, spoil: Callable[[Path], object], code: str
):
    copy = services.keeping.copy_now()
    draft = services.drafting.new("Written since")
    spoil(copy)
    for use in (services.restoring.look, services.restoring.go_back):
        with pytest.raises(UserError) as said:
            use(copy)
        assert said.value.code == code
    assert [one.id for one in services.drafting.drafts()] == [draft.id]


def test_a_packed_file_without_our_data_is_refused(services: Services, tmp_path: Path):
    file = tmp_path / "holiday.zip"
    with zipfile.ZipFile(file, "w") as opened:
        opened.writestr("letter.txt", "Dear all")
    with pytest.raises(UserError, match=r"restore\.not_ours"):
        services.restoring.look(file)


def test_a_broken_packed_file_is_refused(services: Services, tmp_path: Path):
    file = services.exporting.write(tmp_path / "all.zip")
    data = bytearray(file.read_bytes())
    at = data.index(b"socialcoach.db") + 200
    data[at : at + 300] = b"\0" * 300
    file.write_bytes(data)
    with pytest.raises(UserError, match=r"restore\.damaged"):
        services.restoring.look(file)


def test_a_packed_file_that_swells_up_is_stopped(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = services.exporting.write(tmp_path / "all.zip")
    monkeypatch.setattr(restoring, "MOST_BYTES", 50_000)
    with pytest.raises(UserError, match=r"restore\.too_large"):
        services.restoring.look(file)


def test_only_pictures_as_we_keep_them_come_along(
    services: Services, data_dir: Path, tmp_path: Path
):
    bomb = as_bytes(drawn((6000, 20)), "PNG")
    members = {
        f"pictures/{PICTURE}": jpeg_file(tmp_path).read_bytes(),
        f"pictures/{'b' * 32}.png": bomb,
        f"pictures/{'c' * 32}.jpg": b"no picture",
        "pictures/../outside.jpg": b"x",
        "pictures/evil.exe": b"x",
    }
    file = export_with(services, tmp_path / "all.zip", **members)
    services.restoring.go_back(file)
    assert [one.name for one in (data_dir / "pictures").iterdir()] == [PICTURE]
    assert not (data_dir / "outside.jpg").exists()
