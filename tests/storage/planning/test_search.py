"""Finding posts by their words, whatever is typed and whatever became of the index."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from socialcoach.core.planning.found import FoundIn, wanted_words
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.search import PostSearch

AT = "2026-11-01T09:00:00.000+00:00"


def add(database: Database, text: str, status: str = "draft", notes: str = "") -> int:
    """Add a post and return its id."""
    row = {"text": text, "status": status, "created_at": AT, "updated_at": AT}
    table = database.table("post").insert({**row, "platforms": "[]", "notes": notes, "idea": ""})
    return int(str(table.last_pk))


def found(database: Database, words: str, *, with_out: bool = False) -> list[int]:
    """Return the ids of the posts with these words."""
    search = PostSearch(database)
    search.catch_up()
    return [one.post_id for one in search.find(wanted_words(words), with_out=with_out, limit=50)]


def test_text_notes_and_own_words_are_looked_through(database: Database):
    one, two = add(database, "Fresh Brötchen"), add(database, "Hello", notes="the brotkasten")
    three = add(database, "Nothing here")
    row = {"post_id": three, "platform": "x", "text": "Brot for X", "updated_at": AT}
    database.table("version").insert(row)
    assert set(found(database, "brot")) == {one, two, three}
    places = PostSearch(database).find(wanted_words("brot"), with_out=False, limit=9)
    assert {one.place for one in places} == set(FoundIn)


def test_what_changes_is_found_as_it_is_now(database: Database):
    one = add(database, "oven")
    assert found(database, "oven") == [one]
    database.table("post").update(one, {"text": "linen"})
    assert found(database, "oven") == []
    assert found(database, "linen") == [one]
    Posts(database).remove(one)
    assert found(database, "linen") == []


def test_thrown_away_posts_are_not_found_and_posts_that_are_out_only_on_request(
    database: Database,
):
    add(database, "oven one", "deleted")
    out, draft = add(database, "oven two", "out"), add(database, "oven three")
    assert found(database, "oven") == [draft]
    assert found(database, "oven", with_out=True) == [draft, out]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(st.text(max_size=30))
def test_odd_signs_are_never_an_error(database: Database, words: str):
    found(database, words, with_out=True)


@pytest.mark.parametrize(
    "damage",
    [
        "update post_search_data set block = x'00ff00ff'",
        "delete from post_search_data",
        "drop table post_search_data",
    ],
)
def test_a_damaged_index_is_made_anew(database: Database, damage: str):
    one = add(database, "oven")
    assert found(database, "oven") == [one]
    with database.atomic():
        database.execute(damage)
    two = add(database, "oven too")
    assert set(found(database, "oven")) == {one, two}


def test_saving_a_post_never_needs_the_index(database: Database):
    one = add(database, "oven")
    database.execute("drop table post_search_data")
    database.table("post").update(one, {"text": "oven and linen"})
    assert found(database, "linen") == [one]
