"""What is known of an export: whose it is, what its columns are called, how dates are meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from socialcoach.core.progress.importing.cells import clean
from socialcoach.core.progress.importing.dates import DateOrder
from socialcoach.core.progress.numbers import Numbers

COUNTS = tuple(Numbers.__dataclass_fields__)
"""The figures a post can have, in the order records carry them."""

FIELDS = ("id", "link", "page", "account", "text", "text_more", "date", "type", "period", *COUNTS)
"""What a column can stand for. ``period`` says whether figures are for life or for one day."""

DAY_METRICS = (
    "views",
    "reach",
    "visits",
    "interactions",
    "likes",
    "comments",
    "shares",
    "saves",
    "clicks",
    "follows",
    "paid_follows",
    "unfollows",
    "followers",
)
"""Figures a whole account can have on one day. ``primary`` in a layout is named by a title."""

BUSINESS_ZONE = "business"
"""Stands in a layout for the zone the business lives in."""

Columns = Mapping[str, tuple[int, ...]]
"""Where each field is found: positions in the row, the best first."""


@dataclass(frozen=True)
class Layout:
    """One kind of export. ``names`` holds, per field, the column names it goes by, by language.

    ``required`` lists fields that must be there, ``a|b`` meaning one of the two. ``days`` marks
    figures per day; ``titles`` then maps a line above the header to the metric, and a line that
    begins with one of ``until`` ends them. ``above`` lists how lines above the header begin, one of
    which must be there where the columns alone could be anybody's. A row whose type holds one of
    ``skipped_types`` is a story. ``not_needed`` marks files that platforms offer and SocialCoach
    has no use for. ``exact_header`` is the whole
    header of a file whose columns the owner has named; nothing else may fit.
    """

    key: str
    title: str
    platform: str
    names: Mapping[str, Mapping[str, tuple[str, ...]]]
    required: tuple[str, ...]
    zone: str = BUSINESS_ZONE
    date_order: Mapping[str, DateOrder] = field(default_factory=dict)
    year_missing: bool = False
    other_columns: tuple[str, ...] = ()
    total_words: tuple[str, ...] = ()
    skipped_types: tuple[str, ...] = ()
    skips_replies: bool = False
    link_template: str = ""
    html_text: bool = False
    days: bool = False
    titles: Mapping[str, str] = field(default_factory=dict)
    above: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    not_needed: bool = False
    exact_header: tuple[str, ...] = ()


@dataclass(frozen=True)
class Recognised:
    """A header that fits a layout; ``score`` counts the columns known."""

    layout: Layout
    columns: Columns
    language: str
    score: int


def header_name(cell: str) -> str:
    """Return a column name in the shape in which names are compared."""
    return re.sub(r"\s+", " ", clean(cell).replace("’", "'").casefold()).strip(" \"'„“”*:")


def recognise(header: Sequence[str], layouts: Iterable[Layout]) -> list[Recognised]:
    """Return the layouts whose required columns the header has."""
    names = [header_name(cell) for cell in header]
    if len({name for name in names if name}) < 2:
        return []
    return [found for layout in layouts if (found := _fit(names, layout)) is not None]


def _fit(names: Sequence[str], layout: Layout) -> Recognised | None:
    if layout.exact_header and tuple(names) != layout.exact_header:
        return None
    columns: dict[str, tuple[int, ...]] = {}
    languages: dict[str, int] = {}
    for name, by_language in layout.names.items():
        places: list[int] = []
        for language, aliases in by_language.items():
            found = [at for alias in aliases for at, cell in enumerate(names) if cell == alias]
            places += [at for at in found if at not in places]
            languages[language] = languages.get(language, 0) + bool(found)
        if places:
            columns[name] = tuple(places)
    if any(not any(option in columns for option in need.split("|")) for need in layout.required):
        return None
    others = sum(other in names for other in layout.other_columns)
    best = max(languages, key=lambda language: languages[language])
    score = len(columns) + others + 2 * len(layout.exact_header)
    return Recognised(layout, columns, best, score)
