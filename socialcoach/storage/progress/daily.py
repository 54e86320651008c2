"""Keeps figures per day that belong to no post."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from socialcoach.core.progress.importing.day_rows import DayFigure
from socialcoach.storage.progress.imports import ImportRun, note_import

DayKey = tuple[str, str, str]

_PUT = """
    insert into daily_number (platform, day, metric, value, import_id) values (?, ?, ?, ?, ?)
    on conflict (platform, day, metric) do update set value = excluded.value
"""


def day_key(figure: DayFigure) -> DayKey:
    """Return platform, day and metric as they are kept."""
    return figure.platform, figure.day.isoformat(), figure.metric


class DailyNumbers:
    """Reads and writes figures per day."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_platform(self, platform: str) -> dict[DayKey, int]:
        """Return all figures of a platform by platform, day (``YYYY-MM-DD``) and metric."""
        query = "select platform, day, metric, value from daily_number where platform = ?"
        rows = self._database.conn.execute(query, [platform])
        return {(row[0], row[1], row[2]): row[3] for row in rows}

    def month_sums(
        self, metrics: Sequence[str], first: str, last: str
    ) -> list[tuple[str, str, str, int]]:
        """Return month, platform, metric and sum, from the first month (``2026-10``) to the last.

        The key of the table begins with the platform, so it is read platform by platform.
        """
        marks = ", ".join("?" for _ in metrics)
        query = f"""
            select substr(day, 1, 7) as month, platform, metric, sum(value) from daily_number
            where platform in (select distinct platform from daily_number)
                  and day >= ? and day < ? and metric in ({marks})
            group by month, platform, metric
        """
        values = [f"{first}-01", f"{last}-99", *metrics]
        return list(self._database.execute(query, values).fetchall())

    def put(self, figures: Iterable[DayFigure]) -> None:
        """Write figures that come from no import, within the caller's transaction."""
        rows = ((*day_key(figure), figure.value, None) for figure in figures)
        for row in rows:
            self._database.execute(_PUT, row)

    def write(self, figures: Iterable[DayFigure], run: ImportRun) -> int:
        """Write figures in one transaction and return the number of this import."""
        cursor = self._database.conn.cursor()
        cursor.execute("begin immediate")
        try:
            import_id = note_import(cursor, run)
            rows = ((*day_key(figure), figure.value, import_id) for figure in figures)
            cursor.executemany(_PUT, rows)
            cursor.execute("commit")
        except BaseException:
            self._database.conn.rollback()
            raise
        return import_id
