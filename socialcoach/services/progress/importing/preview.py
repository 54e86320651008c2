"""What an import would do, said before anything is written; and what it did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from socialcoach.core.changes import Changes
from socialcoach.core.progress.importing.dates import DateOrder
from socialcoach.core.progress.importing.day_rows import DayFigure
from socialcoach.core.progress.importing.records import Reason
from socialcoach.services.progress.importing.shelf import Shelf

META_PLATFORMS = ("facebook", "instagram")
"""The platforms whose files can look the same."""

ROWS_NAMED = 20
"""How many row numbers are kept for each reason; more would not be read."""


class RowMeaning(StrEnum):
    """What one row of a file stands for."""

    POST = "post"
    DAY = "day"


@dataclass(frozen=True)
class ImportAnswers:
    """What the owner has said about a file.

    ``columns`` maps a field (``date``, ``text``, ``likes``...) to the name of the file's column,
    for a file whose layout is not known; ``platform`` goes with it, and ``rows`` where the columns
    do not tell what a row is.
    """

    date_order: DateOrder | str | None = None
    platform: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    rows: RowMeaning | str | None = None


class QuestionKind(StrEnum):
    """Things a file can leave open."""

    DATE_ORDER = "date_order"
    PLATFORM = "platform"
    ROWS = "rows"


@dataclass(frozen=True)
class Question:
    """Something only the owner can say; ``examples`` are cells of the file."""

    kind: QuestionKind
    choices: tuple[str, ...]
    examples: tuple[str, ...] = ()


class Warned(StrEnum):
    """Things worth knowing that do not stop an import."""

    ENCODING_GUESSED = "encoding_guessed"
    CHARACTERS_LOST = "characters_lost"
    ROWS_REPAIRED = "rows_repaired"
    IDS_DAMAGED = "ids_damaged"
    DAY_ONLY = "day_only"


@dataclass(frozen=True)
class Ignored:
    """Rows left out for one reason; ``rows`` are the first of them, as a spreadsheet counts."""

    reason: Reason
    count: int
    rows: tuple[int, ...]


@dataclass(frozen=True)
class ImportPreview:
    """What would be written. With open ``questions`` the counts are not yet known and are 0.

    ``title`` names the layout; it is empty for a table whose columns the owner named.
    ``days`` says that the file holds figures per day and no posts.
    """

    path: Path
    answers: ImportAnswers
    layout: str
    title: str
    platform: str
    days: bool = False
    found: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    first_day: date | None = None
    last_day: date | None = None
    ignored: tuple[Ignored, ...] = ()
    warnings: tuple[Warned, ...] = ()
    questions: tuple[Question, ...] = ()
    examples: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    posts: Shelf | None = None
    figures: tuple[DayFigure, ...] = ()


@dataclass(frozen=True)
class ImportResult:
    """What was written; ``import_id`` is None when nothing was new."""

    added: int
    updated: int
    unchanged: int
    changes: Changes
    import_id: int | None
