"""What one cell of an export says: nothing, a count, or something damaged."""

from __future__ import annotations

import re

UNKNOWN = frozenset(
    {"", "-", "--", "---", "–", "—", "nan", "n/a", "na", "#n/a", "undefined", "null", "none"}
)
"""Ways in which platforms write "not measured" (seen in real files, 2026-11); never zero."""

LONGEST_UNKNOWN = max(map(len, UNKNOWN))

LARGEST = 10**15
"""A count above this is no count of people or views."""

_GROUPED = re.compile(r"([1-9]\d{0,2}(?:[.,'’ ]\d{2,3})*[.,'’ ]\d{3})(?:[.,](\d+))?")
_WHOLE = re.compile(r"(\d+)(?:[.,]0+)?")
_SHORTENED = re.compile(r"(\d+(?:[.,]\d+)?) ?([^\W\d_]+)\.?")
_E_NOTATION = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d+")
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2212": "-"})
_TIMES = {
    **dict.fromkeys(("k", "mil", "tsd", "tys", "mila", "тыс", "хил"), 1_000),
    **dict.fromkeys(("m", "mio", "mill", "mln", "mi", "млн"), 1_000_000),
    **dict.fromkeys(("b", "bn", "mrd", "mld", "млрд"), 1_000_000_000),
}


class NotACountError(ValueError):
    """The cell holds something that cannot be a count, such as a date that Excel made of it."""


def clean(cell: str) -> str:
    """Return the cell without blanks at its ends (hard ones too) and without NULs."""
    if "\0" in cell:
        cell = cell.replace("\0", "")
    if cell.isascii():
        return cell.strip()
    return cell.translate(_SPACES).strip().strip("\ufeff\u200b")


def is_unknown(cell: str) -> bool:
    """Tell whether the cell says "not measured"."""
    return clean(cell).casefold() in UNKNOWN


def is_e_notation(cell: str) -> bool:
    """Tell whether a spreadsheet has shortened a long id to something like ``1.8E+16``."""
    return not cell.isdigit() and _E_NOTATION.fullmatch(clean(cell)) is not None


def count(cell: str) -> int | None:
    """Return the count a cell holds, or None when it says "not measured" or is below zero.

    Reads ``1234``, ``376.0``, ``1,234``, ``1.234``, ``1.234,5`` (rounded), ``1 234``, ``2,3 mil``
    and ``1.2K``. A platform that takes back spam may report less than nothing for a day; that is
    not known for a post. Raises ``NotACountError`` for anything else: ``3.july``, ``12.5%``,
    ``1.8E+16``, and ``0.034`` or ``3.7``, which are a share or an average and no count.
    """
    if cell.isascii() and cell.isdigit() and len(cell) <= 15:
        return int(cell)
    text = clean(cell)
    if text.casefold() in UNKNOWN:
        return None
    if text.startswith("-"):
        _read(text[1:].lstrip())
        return None
    return _read(text)


def signed_count(cell: str) -> int | None:
    """Return a count that may be below zero, as followers gained on one day may be."""
    text = clean(cell)
    if text.startswith("-") and text.casefold() not in UNKNOWN:
        return -_read(text[1:].lstrip())
    return count(text)


def _read(text: str) -> int:
    grouped = _GROUPED.fullmatch(text)
    if grouped:
        rounds_up = grouped[2] is not None and int(grouped[2][0]) >= 5
        return _small(re.sub(r"\D", "", grouped[1])) + rounds_up
    whole = _WHOLE.fullmatch(text)
    if whole:
        return _small(whole[1])
    shortened = _SHORTENED.fullmatch(text)
    if shortened and shortened[2].casefold() in _TIMES:
        amount = float(shortened[1].replace(",", ".")) * _TIMES[shortened[2].casefold()]
        return _small(str(round(amount)))
    raise NotACountError(text)


def _small(digits: str) -> int:
    if len(digits) > 18 or int(digits) > LARGEST:
        raise NotACountError(digits)
    return int(digits)
