"""Own words in the database: kept by platform, gone with the post."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from socialcoach.core.planning.post import Post, PostStatus
from socialcoach.storage.database import open_database
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.versions import VersionTexts
from tests.storage.old_files import write_file_of_version

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def post(database: Database) -> Post:
    """A draft in the database."""
    return Posts(database).add(Post(0, "", PostStatus.DRAFT, NOW, NOW))


def test_own_words_are_kept_by_platform(database: Database, post: Post):
    texts = VersionTexts(database)
    texts.save(post.id, "x", "Bread", NOW)
    texts.save(post.id, "instagram", "Bread 🥐", NOW)
    texts.save(post.id, "x", "Rolls", NOW)
    assert texts.of_post(post.id) == {"instagram": "Bread 🥐", "x": "Rolls"}


def test_taking_them_away_lets_the_others_be(database: Database, post: Post):
    texts = VersionTexts(database)
    texts.save(post.id, "x", "Bread", NOW)
    texts.save(post.id, "instagram", "Rolls", NOW)
    texts.remove(post.id, "x")
    assert texts.of_post(post.id) == {"instagram": "Rolls"}


def test_a_post_with_own_words_is_not_dropped_as_empty(database: Database, post: Post):
    VersionTexts(database).save(post.id, "x", "Only here", NOW)
    assert not Posts(database).remove(post.id)
    assert Posts(database).get(post.id) is not None


def test_empty_own_words_go_with_an_empty_post(database: Database, post: Post):
    VersionTexts(database).save(post.id, "x", " ", NOW)
    assert Posts(database).remove(post.id)
    assert VersionTexts(database).of_post(post.id) == {}


def test_an_older_file_gets_the_room_for_them(file: Path):
    write_file_of_version(file, "step_007_versions_and_pictures", ["From before"])
    database = open_database(file)
    VersionTexts(database).save(1, "x", "Bread", NOW)
    assert VersionTexts(database).of_post(1) == {"x": "Bread"}
    database.close()
