"""Reads posts from JSON lines and answers each with what the meter says, for scripts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

from socialcoach.core.meter import Context, Reading
from socialcoach.services.meter.reader import MeterReader


def check_lines(lines: Iterable[bytes], reader: MeterReader) -> Iterator[dict[str, Any]]:
    """Yield one answer for each line such as ``{"id": 7, "text": "…"}``, in their order.

    An answer has ``id``, ``pitch`` (0 to 1), ``band``, ``pressure`` (0 to 3), ``kind`` and
    ``cues``, each with ``start`` and ``end`` (characters of the text), ``reason`` and ``weight``
    (log-odds). A line that cannot be read gives an answer with ``error``. Empty lines are no lines.
    """
    for line in lines:
        if line.strip():
            yield _answer(line, reader)


def _answer(line: bytes, reader: MeterReader) -> dict[str, Any]:
    asked: Any = None
    try:
        asked = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse)
        return {"id": asked["id"], **_said(reader.read(_text(asked), Context()))}
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        found = asked.get("id") if isinstance(asked, dict) else None
        return {"id": found, "error": _why(error)}


def _text(asked: dict[str, Any]) -> str:
    text = asked["text"]
    if not isinstance(text, str):
        raise TypeError("“text” is not a text")
    return text


def _said(reading: Reading) -> dict[str, Any]:
    cues = [
        {"start": cue.start, "end": cue.end, "reason": str(cue.reason), "weight": cue.weight}
        for cue in reading.cues
    ]
    return {
        "pitch": reading.pitch,
        "band": str(reading.band),
        "pressure": reading.pressure,
        "kind": str(reading.kind),
        "cues": cues,
    }


def _refuse(word: str) -> NoReturn:
    raise ValueError(f"{word} is not JSON")


def _why(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"“{error.args[0]}” is missing"
    return f'not a line of JSON such as {{"id": 1, "text": "…"}}: {error}'
