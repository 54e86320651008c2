"""Settings: remembered, and back to the usual where they are damaged."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from socialcoach.core.changes import Changes
from socialcoach.services.bundle import Services
from socialcoach.services.settings import TEXT_SIZES, Look, Settings

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=4,
)


def test_what_was_changed_is_in_force_and_the_rest_stays(services: Services):
    services.settings.change(look=Look.DARK)
    services.settings.change(text_size=150)
    assert services.settings.load() == Settings(look=Look.DARK, text_size=150)


def test_changing_nothing_is_no_change(services: Services):
    assert services.settings.change(look=Look.DARK) is Changes.SETTINGS
    assert services.settings.change(look=Look.DARK) is Changes.NOTHING


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("look", "mauve"),
        ("look", ["dark"]),
        ("text_size", 1000),
        ("text_size", "big"),
        ("open_page", None),
        ("open_draft", "7"),
    ],
)
def test_a_damaged_value_falls_back_and_the_others_stay(
    services: Services, database: Database, key: str, value: object
):
    usual = {"look": "dark", "text_size": 130, "open_page": "write", "open_draft": 3}
    row = {"key": "settings", "value": json.dumps({**usual, key: value})}
    database.table("setting").upsert(row, pk="key")
    found = services.settings.load()
    assert getattr(found, key) == getattr(Settings(), key)
    others = [name for name in usual if name != key]
    assert all(getattr(found, name) == usual[name] for name in others)


@given(anything)
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_in_the_file_the_settings_can_be_used(
    services: Services, database: Database, raw: object
):
    database.table("setting").upsert({"key": "settings", "value": json.dumps(raw)}, pk="key")
    found = services.settings.load()
    assert found.text_size in TEXT_SIZES
    assert found.look in list(Look)


def test_where_the_owner_was_is_not_worth_an_error(services: Services, database: Database):
    database.execute("PRAGMA query_only=on")
    services.settings.remember(open_page="write")
    database.execute("PRAGMA query_only=off")
    assert services.settings.load().open_page == "today"
    services.settings.remember(open_page="write")
    assert services.settings.load().open_page == "write"
