"""Delete everything: the passwords first, then every file of ours; nothing else, nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from socialcoach.core.errors import UserError
from socialcoach.core.planning.account import Account
from socialcoach.paths import DataPaths
from socialcoach.services.secrets import Secrets
from socialcoach.storage.planning.accounts import Accounts

DATABASE_FILE = re.compile(
    r"socialcoach(?:\.before-upgrade|-set-aside-\d{4}-\d\d-\d\d-\d{6})?"
    r"\.(?:db|part)(?:-wal|-shm|-journal)?"
)
COPY_FILE = re.compile(
    r"socialcoach-\d{4}-\d\d-\d\d(?:-\d{6})?\.(?:db|part)(?:-wal|-shm|-journal)?"
)
PICTURE_FILE = re.compile(r"[0-9a-f]{32}\.(?:jpg|png)(?:\.part)?")
PERSON_FILE = re.compile(r".+-\d{4}-\d\d-\d\d-\d{6}\.(?:txt|json)", re.DOTALL)
READY_FOLDER = re.compile(r"\d+-[a-z_]+")
READY_FILE = re.compile(r"\d+\.(?:jpg|png)")
NOTES_FILE = re.compile(r"socialcoach\.(?:log|crash)")


@dataclass(frozen=True)
class StillKept:
    """A password that the system's store did not give up; ``code`` says why."""

    account: Account
    code: str


class Deleting:
    """Deletes what SocialCoach keeps. The sample business has no passwords of its own to forget."""

    def __init__(
        self, database: Database, paths: DataPaths, secrets: Secrets, *, is_sample: bool
    ) -> None:
        self._database = database
        self._accounts = Accounts(database)
        self._paths = paths
        self._secrets = secrets
        self._is_sample = is_sample

    def forget_passwords(self) -> tuple[StillKept, ...]:
        """Take the passwords of all accounts out of the system's store; return what is left there.

        May wait for the owner to open the store: call it in a worker. In the sample business
        nothing is done: the same account may be the owner's own in their real business.
        """
        accounts = [] if self._is_sample else self._accounts.all()
        left = ((account, self._forget(account)) for account in accounts)
        return tuple(StillKept(account, code) for account, code in left if code)

    def delete_files(self) -> tuple[Path, ...]:
        """Close the database and delete every file of ours; return what could not be deleted.

        Only when no window is open and no worker runs. The database goes last, so that deleting
        can be asked for again when it was cut short.
        """
        self._database.close()
        return delete_ours(self._paths)

    def _forget(self, account: Account) -> str:
        try:
            self._secrets.forget(account.id)
        except UserError as error:
            return error.code
        return ""


def delete_ours(paths: DataPaths) -> tuple[Path, ...]:
    """Delete the files SocialCoach made in its folder; return what is still there.

    Only names that SocialCoach gives are touched. What is a link, or lies behind one, stays.
    """
    left: list[Path] = []
    for folder, names in _places(paths):
        if not _is_real_folder(folder, paths.folder):
            left += [folder] if folder.is_symlink() or folder.exists() else []
            continue
        files = sorted(file for file in folder.iterdir() if names.fullmatch(file.name))
        left += [file for file in files if not _delete(file)]
        if folder != paths.folder:
            with suppress(OSError):  # something of somebody else's lies in it
                folder.rmdir()
    return tuple(left)


def _places(paths: DataPaths) -> Iterator[tuple[Path, re.Pattern[str]]]:
    """Yield the folders and the names of our files in them; folders inside others come first."""
    if _is_real_folder(paths.handover, paths.folder):
        ready = [one for one in paths.handover.iterdir() if READY_FOLDER.fullmatch(one.name)]
        yield from ((folder, READY_FILE) for folder in sorted(ready))
    yield paths.handover, READY_FILE
    yield paths.people, PERSON_FILE
    yield paths.pictures, PICTURE_FILE
    yield paths.backups / "pictures", PICTURE_FILE
    yield paths.backups, COPY_FILE
    yield paths.folder, NOTES_FILE
    yield paths.folder, DATABASE_FILE


def _is_real_folder(folder: Path, home: Path) -> bool:
    """Tell whether a folder lies where its name says: neither it nor what is around it is a link.

    The owner's folder itself may be a link; what is in it was put there by SocialCoach.
    """
    try:
        return folder.is_dir() and folder.resolve() == home.resolve() / folder.relative_to(home)
    except OSError:
        return False


def _delete(file: Path) -> bool:
    """Delete a file; return whether it is gone. A link stays, for what it leads to is elsewhere."""
    if file.is_symlink() or not file.is_file():
        return False
    try:
        file.unlink(missing_ok=True)
    except OSError:
        return False
    return True
