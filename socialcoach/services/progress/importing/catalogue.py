"""Loads the export layouts that are kept as data in ``resources/importers``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from socialcoach.core.progress.importing.dates import DateOrder
from socialcoach.core.progress.importing.layouts import BUSINESS_ZONE, Layout, header_name

Names = dict[str, dict[str, tuple[str, ...]]]


def load_layouts(folder: Path) -> tuple[Layout, ...]:
    """Return all layouts in a folder, in the order of their file names."""
    files = sorted(folder.glob("*.toml"))
    return tuple(_layout(file.stem, tomllib.loads(file.read_text("utf-8"))) for file in files)


def _layout(key: str, raw: Mapping[str, Any]) -> Layout:
    return Layout(
        key=key,
        title=raw["title"],
        platform=raw["platform"],
        names=_names(raw["columns"]),
        required=tuple(raw["required"]),
        zone=raw.get("zone", BUSINESS_ZONE),
        date_order={name: DateOrder(order) for name, order in raw.get("date_order", {}).items()},
        year_missing=raw.get("year_missing", False),
        other_columns=_lower(raw.get("other_columns", ())),
        total_words=_lower(raw.get("total_words", ())),
        skipped_types=_lower(raw.get("skipped_types", ())),
        skips_replies=raw.get("skips_replies", False),
        link_template=raw.get("link_template", ""),
        html_text=raw.get("html_text", False),
        days=raw.get("days", False),
        titles=_titles(raw.get("titles", {})),
        above=_lower(raw.get("above", ())),
        until=_lower(raw.get("until", ())),
        not_needed=raw.get("not_needed", False),
    )


def _names(columns: Mapping[str, Mapping[str, list[str]]]) -> Names:
    """Turn ``language -> field -> names`` of the file into ``field -> language -> names``."""
    names: Names = {}
    for language, fields in columns.items():
        for field, aliases in fields.items():
            names.setdefault(field, {})[language] = tuple(header_name(name) for name in aliases)
    return names


def _titles(titles: Mapping[str, Mapping[str, list[str]]]) -> dict[str, str]:
    return {
        header_name(name): metric
        for metrics in titles.values()
        for metric, names in metrics.items()
        for name in names
    }


def _lower(words: list[str]) -> tuple[str, ...]:
    return tuple(header_name(word) for word in words)
