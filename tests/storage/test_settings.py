"""Small settings: kept under a key, whatever JSON can hold."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from socialcoach.storage.settings import SettingStore


@pytest.fixture
def store(database: Database) -> SettingStore:
    """An empty store."""
    return SettingStore(database)


@pytest.mark.parametrize("value", [None, False, 0, "", "é 👩‍🍳", [1, "two"], {"a": {"b": None}}])
def test_what_is_kept_comes_back(store: SettingStore, value: object):
    store.put("key", value)
    assert store.get("key", "something else") == value


def test_a_key_never_kept_gives_the_usual_value(store: SettingStore):
    assert store.get("key", "usual") == "usual"


def test_keeping_again_replaces(store: SettingStore, database: Database):
    store.put("key", "old")
    store.put("key", "new")
    assert store.get("key") == "new"
    assert database.table("setting").count == 1


def test_a_value_that_cannot_be_read_counts_as_not_there(store: SettingStore, database: Database):
    database.table("setting").insert({"key": "key", "value": "{half of"})
    assert store.get("key", "usual") == "usual"
