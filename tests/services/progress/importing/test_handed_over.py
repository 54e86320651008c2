"""An imported post that the owner handed over is the same post."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from socialcoach.core.planning.post import Post, PostStatus, Verdict
from socialcoach.core.planning.publication import Publication, PublicationStatus
from socialcoach.services.progress.importing.importer import Importing
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.publications import Publications
from tests.services.progress.importing.exports import facebook_row, write_facebook

# 13 March 2026, 09:00 in California
OUT_AT = datetime(2026, 3, 13, 16, tzinfo=UTC)
TEXT = "Fresh rye today, friends! https://crumb.example/rye"


def hand_over(database: Database, at: datetime, text: str = TEXT, link: str = "") -> Publication:
    post = Posts(database).add(
        Post(0, text, PostStatus.DRAFT, at, at, ("facebook",), verdict=Verdict.GIVING)
    )
    entry = Publication(0, post.id, "facebook", PublicationStatus.HANDED_OVER, at, text, link)
    return Publications(database).add(entry)


def bring_in(importing: Importing, tmp_path: Path, text: str) -> None:
    path = write_facebook(tmp_path / "page.csv", [facebook_row(13, Title=text)])
    importing.write(importing.preview(path))


def test_a_post_handed_over_and_then_imported_is_one_post(
    importing: Importing, database: Database, tmp_path: Path
):
    entry = hand_over(database, datetime(2026, 3, 12, 8, tzinfo=UTC))
    bring_in(importing, tmp_path, "Fresh rye today,\nfriends!  https://l.example/short")
    (only,) = Publications(database).of_post(entry.post_id)
    assert database["post"].count == database["publication"].count == 1
    assert (only.status, only.at) == (PublicationStatus.OUT, OUT_AT)
    assert only.permalink == facebook_row(13)["Permalink"]
    assert only.external_key == facebook_row(13)["Post ID"]
    assert next(database.query("select views from numbers"))["views"] == 120


def test_the_owners_own_words_and_verdict_stay(
    importing: Importing, database: Database, tmp_path: Path
):
    entry = hand_over(database, OUT_AT)
    bring_in(importing, tmp_path, "Fresh rye today, friends!")
    post = Posts(database).get(entry.post_id)
    assert post is not None
    assert (post.text, post.verdict, post.status) == (TEXT, Verdict.GIVING, PostStatus.OUT)


def test_the_link_alone_is_enough_to_know_a_post_again(
    importing: Importing, database: Database, tmp_path: Path
):
    link = facebook_row(13)["Permalink"].replace("www.", "m.") + "/?ref=share"
    hand_over(database, datetime(2026, 1, 2, tzinfo=UTC), "Other words", link)
    bring_in(importing, tmp_path, "Quite different")
    assert database["publication"].count == 1


def test_the_same_words_a_week_apart_are_two_posts(
    importing: Importing, database: Database, tmp_path: Path
):
    hand_over(database, datetime(2026, 3, 6, 16, tzinfo=UTC))
    bring_in(importing, tmp_path, TEXT)
    assert database["publication"].count == 2


def test_bringing_the_same_file_in_again_leaves_the_joined_post_alone(
    importing: Importing, database: Database, tmp_path: Path
):
    hand_over(database, OUT_AT)
    bring_in(importing, tmp_path, TEXT + "\n")
    before = list(database.conn.iterdump())
    bring_in(importing, tmp_path, TEXT + "\n")
    assert list(database.conn.iterdump()) == before


def test_two_imported_posts_with_the_same_words_do_not_share_one_entry(
    importing: Importing, database: Database, tmp_path: Path
):
    hand_over(database, OUT_AT)
    rows = [facebook_row(13, Title=TEXT), facebook_row(14, Title=TEXT)]
    importing.write(importing.preview(write_facebook(tmp_path / "page.csv", rows)))
    assert database["publication"].count == 2
