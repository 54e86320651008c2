"""Reading a TOML file into the core's types, strictly, with errors a non-programmer understands."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from cattrs import Converter, transform_error
from cattrs.errors import BaseValidationError

T = TypeVar("T")

_PLAIN = (str, int, bool, date)


class BundledDataError(Exception):
    """A data file that comes with SocialCoach is wrong; the message names file and place."""


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file; raises ``BundledDataError`` when it is missing or not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BundledDataError(f"{path.name} cannot be read: {error}") from error


def structure(data: Mapping[str, Any], kind: type[T], where: str) -> T:
    """Turn a table into ``kind``; unknown names, missing ones and wrong types are refused.

    ``where`` names the file, and the entry in it, for the error message.
    """
    try:
        return _CONVERTER.structure(data, kind)
    except BaseValidationError as error:
        problems = "; ".join(transform_error(error, path=where))
        raise BundledDataError(problems) from error


def _exactly(value: object, kind: type[T]) -> T:
    """Take a value only when it has just the type wanted: no "5" for 5, no true for 1."""
    if type(value) is not kind:
        raise TypeError(f"{value!r} should be of type {kind.__name__}")
    return value


def _strict_converter() -> Converter:
    """Build a converter that refuses unknown names and changes no value to fit."""
    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook_func(lambda kind: kind in _PLAIN, _exactly)
    return converter


_CONVERTER = _strict_converter()
