"""Reading a TOML file into the core's types, strictly, with errors a non-programmer understands."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from cattrs import Converter, transform_error
from cattrs.errors import BaseValidationError

from socialcoach.core.errors import UserError

T = TypeVar("T")

_PLAIN = (str, int, bool, date)


class BundledDataError(UserError):
    """A data file that comes with SocialCoach is wrong.

    ``file`` names it and ``problem`` says what is wrong and where, for whoever edits it; the owner
    is asked to install again.
    """

    def __init__(self, file: str, problem: str) -> None:
        super().__init__("resources.broken", file=file, problem=problem)


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file; raises ``BundledDataError`` when it is missing or not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BundledDataError(path.name, f"cannot be read: {error}") from error


def structure(data: Mapping[str, Any], kind: type[T], file: str, entry: str = "") -> T:
    """Turn a table into ``kind``; unknown names, missing ones and wrong types are refused.

    ``file`` and ``entry`` tell where the table stands, for the error message.
    """
    try:
        return _CONVERTER.structure(data, kind)
    except BaseValidationError as error:
        problems = "; ".join(transform_error(error, path=entry or "file"))
        raise BundledDataError(file, problems) from error


def _exactly(value: object, kind: type[T]) -> T:
    """Take a value only when it has just the type wanted: no "5" for 5, no true for 1.

    An enumeration takes the text of one of its members.
    """
    if issubclass(kind, Enum) and isinstance(value, str):
        return kind(value)
    if type(value) is not kind:
        raise TypeError(f"{value!r} should be of type {kind.__name__}")
    return value


def _strict_converter() -> Converter:
    """Build a converter that refuses unknown names and changes no value to fit."""
    converter = Converter(forbid_extra_keys=True)
    for plain in _PLAIN:
        converter.register_structure_hook(plain, _exactly)
    return converter


_CONVERTER = _strict_converter()
