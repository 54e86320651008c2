"""Export everything: one file with the data, the pictures, and tables that can be read."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from socialcoach.core.errors import UserError
from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.paths import DataPaths
from socialcoach.services.clock import Clock
from socialcoach.services.export_tables import TableWriter, table_files
from socialcoach.services.strategy.planner import Planner
from socialcoach.services.words import exporting as words
from socialcoach.storage.database import connect
from socialcoach.storage.export_rows import DataCopy
from socialcoach.storage.planning.picture_files import PictureFiles

Part = tuple[str, Callable[[], bytes]]
Progress = Callable[[int, int], bool]
"""Told how many parts are done of how many; answers whether to go on."""


class Exporting:
    """Writes the export. Passwords are in the system's own store, so none can come along.

    A call opens a connection of its own and takes as long as the pictures need: call it in a
    worker.
    """

    def __init__(
        self,
        paths: DataPaths,
        planner: Planner,
        platforms: Mapping[str, PlatformFacts],
        clock: Clock,
    ) -> None:
        self._paths = paths
        self._planner = planner
        self._platforms = platforms
        self._clock = clock

    def file_name(self) -> str:
        """Return a name for a new export."""
        return f"socialcoach-{self._planner.today():%Y-%m-%d}.zip"

    def write(self, wanted: Path, go_on: Progress = lambda _done, _total: True) -> Path:
        """Write everything into one file, whole or not at all; return the file.

        Raises ``UserError``: ``export.stopped`` when ``go_on`` said so, ``export.failed`` when the
        disk is full or may not be written to, ``export.exists``, ``database.damaged``.
        """
        target = _as_zip(wanted)
        unfinished = target.with_name(f"{target.name}.part")
        try:
            with closing(self._copy()) as copy:
                self._write_parts(unfinished, list(self._parts(copy)), go_on)
            unfinished.replace(target)
        except OSError as error:
            raise UserError("export.failed", folder=str(target.parent), why=str(error)) from error
        finally:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
        return target

    def _copy(self) -> DataCopy:
        with closing(connect(self._paths.database)) as database:
            return DataCopy(database)

    def _parts(self, copy: DataCopy) -> Iterator[Part]:
        """Yield the name of each file in the export, and what makes its bytes."""
        tables, zone = table_files(), self._planner.zone()
        now = self._clock.now()
        yield words.readme_name(), lambda: words.readme(now, zone, tables).encode("utf-8-sig")
        writer = TableWriter(zone, self._platforms)
        for table in tables:
            key = table.key
            yield table.name, lambda key=key: writer.write(key, copy.rows(key))  # type: ignore[misc]
        yield self._paths.database.name, copy.as_file
        pictures = PictureFiles(self._paths.pictures)
        for name in sorted(pictures.names()):
            file = pictures.path(name)
            if not file.is_symlink():
                yield f"{self._paths.pictures.name}/{name}", file.read_bytes

    def _write_parts(self, file: Path, parts: list[Part], go_on: Progress) -> None:
        now = self._clock.now().astimezone(self._planner.zone())
        with zipfile.ZipFile(file, "w") as opened:
            for done, (name, read) in enumerate(parts):
                if not go_on(done, len(parts)):
                    raise UserError("export.stopped")
                with suppress(FileNotFoundError):  # a picture may be tidied away meanwhile
                    opened.writestr(_entry(name, now), read())


def _entry(name: str, now: datetime) -> zipfile.ZipInfo:
    """Return how a file stands in the export; pictures are small already, all else is packed."""
    entry = zipfile.ZipInfo(name, now.timetuple()[:6])
    is_picture = name.endswith((".jpg", ".png"))
    entry.compress_type = zipfile.ZIP_STORED if is_picture else zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


def _as_zip(wanted: Path) -> Path:
    """Return the file to write, which always ends in ``.zip``: no other file is ever replaced."""
    if wanted.suffix.lower() == ".zip":
        return wanted
    target = wanted.with_name(f"{wanted.name}.zip")
    if target.exists():
        raise UserError("export.exists", file=target.name)
    return target
