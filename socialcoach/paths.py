"""Where SocialCoach keeps the owner's data and finds its own resources."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path


def resource_dir() -> Path:
    """Return the folder with the bundled data, in a frozen app, a checkout or a wheel."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "resources"
    package = Path(__file__).resolve().parent
    checkout = package.parent / "resources"
    return checkout if checkout.is_dir() else package / "resources"


@dataclass(frozen=True)
class DataPaths:
    """The owner's own files, all under one folder."""

    folder: Path

    @classmethod
    def default(cls) -> DataPaths:
        """Return the place the operating system sets aside for an app's data."""
        from platformdirs import user_data_path

        return cls(user_data_path("SocialCoach", appauthor=False))

    @property
    def database(self) -> Path:
        """The one file that holds everything."""
        return self.folder / "socialcoach.db"

    @property
    def backups(self) -> Path:
        """Daily copies of the database, the last seven."""
        return self.folder / "backups"

    @property
    def pictures(self) -> Path:
        """The pictures of all posts, each written once and never changed."""
        return self.folder / "pictures"

    @property
    def people(self) -> Path:
        """What is kept about one person, saved for them when they ask."""
        return self.folder / "people"

    @property
    def handover(self) -> Path:
        """Pictures put ready for a post that is about to go out."""
        return self.folder / "ready to post"

    @property
    def log(self) -> Path:
        """Notes of what went wrong; never the owner's texts."""
        return self.folder / "socialcoach.log"

    @property
    def lock(self) -> Path:
        """Held while the app is open, so that two copies never write at once."""
        return self.folder / "socialcoach.lock"

    def create(self) -> None:
        """Make the folder; raise ``UserError("data.folder")`` when that is not allowed."""
        from socialcoach.core.errors import UserError

        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError("data.folder", folder=str(self.folder), why=str(error)) from error
