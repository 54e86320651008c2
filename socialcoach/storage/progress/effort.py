"""Keeps minutes spent and the tally of customers who said where they found the business."""

from __future__ import annotations

from datetime import date

from sqlite_utils import Database

from socialcoach.core.progress.minutes_note import NOTED, WHILE_WRITING, MinutesNote


class Effort:
    """Reads and writes minutes and the found-us tally."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add_minutes(self, day: date, platform: str, minutes: int, what: str) -> None:
        """Note ``minutes`` spent on a platform on the business's local ``day``."""
        row = {"day": day.isoformat(), "platform": platform, "minutes": minutes, "what": what}
        self._database.table("minutes").insert(row)

    def remove_minutes(self, day: date, platform: str, minutes: int) -> None:
        """Forget the latest note of so many minutes on a day, if there is one."""
        query = (
            "delete from minutes where id = (select max(id) from minutes "
            "where day = ? and platform = ? and minutes = ?)"
        )
        with self._database.atomic():
            self._database.execute(query, [day.isoformat(), platform, minutes])

    def notes(self, first: date, last: date) -> list[MinutesNote]:
        """Return the minutes of each day and platform, the latest day first."""
        query = (
            "select day, platform, what = ? as measured, sum(minutes) from minutes "
            "where day between ? and ? group by 1, 2, 3 order by 1 desc, 2, 3"
        )
        values = [WHILE_WRITING, first.isoformat(), last.isoformat()]
        rows = self._database.execute(query, values).fetchall()
        return [
            MinutesNote(date.fromisoformat(day), platform, bool(measured), minutes)
            for day, platform, measured, minutes in rows
        ]

    def replace(self, note: MinutesNote, minutes: int) -> None:
        """Put one figure in the place of all that a note adds up; none for less than one."""
        query = "delete from minutes where day = ? and platform = ? and (what = ?) = ?"
        values = [note.day.isoformat(), note.platform, WHILE_WRITING, note.was_measured]
        what = WHILE_WRITING if note.was_measured else NOTED
        with self._database.atomic():
            self._database.execute(query, values)
            if minutes > 0:
                self.add_minutes(note.day, note.platform, minutes, what)

    def minutes_between(self, first: date, last: date) -> int:
        """Return the minutes spent from ``first`` to ``last``, both counted in."""
        query = "select coalesce(sum(minutes), 0) as total from minutes where day between ? and ?"
        rows = self._database.query(query, [first.isoformat(), last.isoformat()])
        return int(next(iter(rows))["total"])

    def minutes_of(self, what: str, first: date, last: date) -> int:
        """Return the minutes spent on one thing from ``first`` to ``last``, both counted in."""
        query = (
            "select coalesce(sum(minutes), 0) as total from minutes "
            "where what = ? and day between ? and ?"
        )
        rows = self._database.query(query, [what, first.isoformat(), last.isoformat()])
        return int(next(iter(rows))["total"])

    def add_found_us(self, day: date, platform: str) -> None:
        """Note that a new customer said they found the business through a platform."""
        self._database.table("found_us").insert({"day": day.isoformat(), "platform": platform})

    def remove_found_us(self, day: date, platform: str) -> None:
        """Forget the latest such note of a day, if there is one."""
        query = (
            "delete from found_us where id = "
            "(select max(id) from found_us where day = ? and platform = ?)"
        )
        with self._database.atomic():
            self._database.execute(query, [day.isoformat(), platform])

    def found_us_by_month(self) -> dict[str, int]:
        """Return how many new customers said they found the business online, by ``YYYY-MM``."""
        query = "select substr(day, 1, 7) as month, count(*) as n from found_us group by month"
        return {row["month"]: row["n"] for row in self._database.query(query)}

    def minutes_by_month(self) -> dict[tuple[str, str], int]:
        """Return the minutes spent, by ``YYYY-MM`` and platform."""
        return self._by_month("select substr(day, 1, 7), platform, sum(minutes) from minutes")

    def found_us_by_platform(self) -> dict[tuple[str, str], int]:
        """Return how many new customers named each platform, by ``YYYY-MM`` and platform."""
        return self._by_month("select substr(day, 1, 7), platform, count(*) from found_us")

    def _by_month(self, query: str) -> dict[tuple[str, str], int]:
        rows = self._database.execute(query + " group by 1, 2").fetchall()
        return {(month, platform): total for month, platform, total in rows}
