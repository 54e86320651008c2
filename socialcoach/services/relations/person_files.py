"""Everything kept about one person, as a file for them: readable by people and by programs."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from socialcoach.core.errors import UserError
from socialcoach.core.relations.message import Message
from socialcoach.core.relations.person import PersonRecord
from socialcoach.services.clock import Clock
from socialcoach.services.relations.persons import People
from socialcoach.services.strategy.planner import Planner
from socialcoach.services.words.people import record_text


class PersonFiles:
    """Writes two files side by side into ``folder``: a text to read and the same as data."""

    def __init__(self, people: People, planner: Planner, clock: Clock, folder: Path) -> None:
        self._people = people
        self._planner = planner
        self._clock = clock
        self._folder = folder

    def write(self, person_id: int) -> Path:
        """Write a person's data and return the file to read.

        Raises ``UserError``: ``person.gone``, or ``file.not_written`` when the folder is full.
        """
        record = self._people.record(person_id)
        now = self._clock.now()
        name = f"{_as_file_name(record.person.name)}-{now:%Y-%m-%d-%H%M%S}"
        readable = self._folder / f"{name}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            data = json.dumps(record_data(record, now), ensure_ascii=False, indent=2)
            readable.with_suffix(".json").write_text(data, encoding="utf-8")
            zone = self._planner.zone()
            readable.write_text(record_text(record, now, zone), encoding="utf-8-sig")
        except OSError as error:
            raise UserError("file.not_written", file=readable.name, why=str(error)) from error
        return readable


def record_data(record: PersonRecord, now: datetime) -> dict[str, object]:
    """Return everything about a person as plain data; times as ISO text in UTC."""
    return {
        "written_at": now.isoformat(),
        "person": {**_plain(asdict(record.person)), "notes": record.person.notes},
        "goes_by": [
            {"platform": one.platform, "name": one.name, "address": one.address}
            for one in record.handles
        ],
        "messages": [_message(one) for one in record.messages],
    }


def _message(message: Message) -> dict[str, object]:
    left_out = ("id", "handle_id", "post_id")
    return {key: value for key, value in _plain(asdict(message)).items() if key not in left_out}


def _plain(values: dict[str, object]) -> dict[str, object]:
    return {
        key: value.isoformat() if hasattr(value, "isoformat") else value
        for key, value in values.items()
    }


def _as_file_name(name: str) -> str:
    """Return a name as part of a file name that every system takes."""
    kept = re.sub(r"[^\w -]", "", name).strip()[:60]
    return kept or "person"
