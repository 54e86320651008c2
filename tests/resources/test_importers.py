"""Every layout of an export is whole and known."""

from __future__ import annotations

import tomllib
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from socialcoach.core.progress.importing.dates import DateOrder
from socialcoach.core.progress.importing.layouts import (
    BUSINESS_ZONE,
    DAY_METRICS,
    FIELDS,
    Layout,
    header_name,
    recognise,
)
from socialcoach.paths import resource_dir
from socialcoach.services.progress.importing.catalogue import load_layouts

FOLDER = resource_dir() / "importers"
FILES = sorted(FOLDER.glob("*.toml"))
LAYOUTS = load_layouts(FOLDER)
KNOWN_KEYS = {
    *("title", "platform", "required", "zone", "year_missing", "other_columns", "total_words"),
    *("skipped_types", "skips_replies", "html_text", "link_template", "days", "not_needed"),
    *("date_order", "columns", "titles", "above", "until"),
}
by_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
by_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.key)


@by_file
def test_a_layout_file_has_no_misspelt_settings(file: Path):
    assert set(tomllib.loads(file.read_text("utf-8"))) <= KNOWN_KEYS


@by_file
def test_a_layout_file_says_where_its_names_come_from_and_when_that_was_checked(file: Path):
    comment = [line for line in file.read_text("utf-8").splitlines() if line.startswith("#")]
    assert "checked 20" in " ".join(comment)


@by_layout
def test_a_layout_names_only_fields_that_exist(layout: Layout):
    if layout.not_needed:
        return
    known = {"date", "primary", *DAY_METRICS} if layout.days else set(FIELDS)
    assert set(layout.names) <= known
    assert set(layout.titles.values()) <= set(DAY_METRICS)


@by_layout
def test_what_a_layout_requires_has_names(layout: Layout):
    for need in layout.required:
        assert set(need.split("|")) <= set(layout.names)
    assert layout.not_needed or "date" in layout.required


@by_layout
def test_a_layouts_platform_zone_and_orders_exist(layout: Layout):
    platforms = {file.stem for file in (resource_dir() / "platforms").glob("*.toml")}
    assert layout.platform in platforms or layout.days or layout.not_needed
    if layout.zone != BUSINESS_ZONE:
        ZoneInfo(layout.zone)
    languages = {name for found in layout.names.values() for name in found}
    assert set(layout.date_order) <= languages
    assert set(layout.date_order.values()) <= set(DateOrder)


@by_layout
def test_one_name_never_stands_for_two_fields_in_a_language(layout: Layout):
    seen: dict[tuple[str, str], str] = {}
    for field, languages in layout.names.items():
        for language, names in languages.items():
            for name in names:
                assert seen.setdefault((language, name), field) == field


@by_layout
def test_a_layout_recognises_its_own_header_in_every_language_it_claims(layout: Layout):
    for language in {name for found in layout.names.values() for name in found}:
        header = [found[language][0] for found in layout.names.values() if language in found]
        assert layout in [fit.layout for fit in recognise(header, [layout])] or len(header) < 2


def test_names_are_compared_without_case_hard_blanks_and_quotes():
    assert header_name("\ufeff Phone\u00a0number  clicks ") == "phone number clicks"
    assert header_name("„Gefällt mir“-Angaben") == header_name("„gefällt mir“-angaben")
