"""Delete everything: all that is ours, nothing else, nothing elsewhere; passwords first."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import keyring
import pytest
from sqlite_utils import Database

from socialcoach.app import build_services
from socialcoach.core.planning.account import Account
from socialcoach.paths import DataPaths
from socialcoach.services.bundle import Services
from socialcoach.services.deleting import delete_ours
from socialcoach.services.secrets import SERVICE
from tests.conftest import Clock
from tests.memory_keyring import MemoryKeyring
from tests.worlds import bundled, reader

ACCOUNT = Account(
    "bluesky:did:plc:x",
    "bluesky",
    "bsky.social",
    "hill.example",
    "Hill",
    datetime(2026, 11, 20, tzinfo=UTC),
)
PICTURE = f"{'a' * 32}.jpg"
OURS = (
    *("socialcoach.before-upgrade.db", "socialcoach.part", "socialcoach.log", "socialcoach.crash"),
    "socialcoach-set-aside-2026-11-20-101500.db",
    "socialcoach-set-aside-2026-11-20-101500.db-wal",
    *("backups/socialcoach-2026-11-20.db", "backups/socialcoach-2026-11-20-101500.db"),
    *(f"backups/pictures/{PICTURE}", f"pictures/{PICTURE}", f"pictures/{PICTURE}.part"),
    *("people/Dana-2026-11-20-101500.txt", "people/Dana-2026-11-20-101500.json"),
    *("ready to post/3-facebook/1.jpg", "ready to post/3-facebook/2.png"),
)
NOT_OURS = ("letter.odt", "pictures/cat.jpg", "backups/socialcoach.db.zip", "people/notes.txt")


class Stubborn(MemoryKeyring):
    """A store that gives nothing up."""

    def delete_password(self, service: str, username: str) -> None:
        raise keyring.errors.KeyringLocked


def put(folder: Path, *names: str) -> None:
    """Leave files behind."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")


def files_in(folder: Path) -> set[str]:
    """Return the files in a folder and below it."""
    return {one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()}


def test_all_files_of_ours_go_and_all_others_stay(services: Services, data_dir: Path):
    put(data_dir, *OURS, *NOT_OURS)
    services.drafting.new("A draft")
    assert services.deleting.delete_files() == ()
    assert files_in(data_dir) == set(NOT_OURS)


def test_folders_of_ours_go_when_nothing_else_is_in_them(services: Services, data_dir: Path):
    put(data_dir, *OURS)
    services.deleting.delete_files()
    assert list(data_dir.iterdir()) == []


def test_a_link_is_not_followed_and_is_said(services: Services, data_dir: Path, tmp_path: Path):
    elsewhere = tmp_path / "elsewhere"
    put(elsewhere, PICTURE, "1.jpg")
    (data_dir / "pictures").symlink_to(elsewhere)
    (data_dir / "ready to post").mkdir()
    (data_dir / "ready to post" / "3-facebook").symlink_to(elsewhere)
    left = services.deleting.delete_files()
    assert files_in(elsewhere) == {PICTURE, "1.jpg"}
    ready = data_dir / "ready to post" / "3-facebook"
    assert set(left) == {data_dir / "pictures", ready}


def test_a_file_that_is_a_link_stays_with_what_it_leads_to(data_dir: Path, tmp_path: Path):
    private = tmp_path / "private.db"
    private.write_bytes(b"x")
    (data_dir / "socialcoach.db").symlink_to(private)
    assert delete_ours(DataPaths(data_dir)) == (data_dir / "socialcoach.db",)
    assert private.exists()


def test_a_file_the_system_keeps_is_said(
    services: Services, data_dir: Path, monkeypatch: pytest.MonkeyPatch
):
    put(data_dir, f"pictures/{PICTURE}")
    really = Path.unlink

    def unlink(self: Path, missing_ok: bool = False) -> None:
        if self.name == PICTURE:
            raise PermissionError(13, "in use")
        really(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    assert services.deleting.delete_files() == (data_dir / "pictures" / PICTURE,)
    assert not (data_dir / "socialcoach.db").exists()


def test_the_passwords_of_all_accounts_leave_the_store(services: Services):
    services.publishing.accounts.connect(ACCOUNT, "secret")
    assert services.deleting.forget_passwords() == ()
    assert keyring.get_password(SERVICE, ACCOUNT.id) is None


def test_a_password_the_store_keeps_is_told_with_the_reason(services: Services):
    services.publishing.accounts.connect(ACCOUNT, "secret")
    keyring.set_keyring(Stubborn())
    (left,) = services.deleting.forget_passwords()
    assert (left.account.handle, left.code) == ("hill.example", "secrets.locked")


def test_the_sample_leaves_the_passwords_of_the_real_business_alone(
    database: Database, data_dir: Path, clock: Clock
):
    paths = DataPaths(data_dir)
    sample = build_services(database, paths, clock, bundled(), reader(), is_sample=True)
    sample.publishing.accounts.connect(ACCOUNT, "secret")
    assert sample.deleting.forget_passwords() == ()
    assert keyring.get_password(SERVICE, ACCOUNT.id) == "secret"
