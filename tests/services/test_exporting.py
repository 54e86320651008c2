"""Export everything: whole, readable, without a secret, and never a half file left behind."""

from __future__ import annotations

import csv
import io
import sqlite3
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlite_utils import Database

from socialcoach.core.errors import UserError
from socialcoach.core.planning.account import Account
from socialcoach.core.planning.outgoing import Choices, Visibility
from socialcoach.core.planning.publication import Publication, PublicationStatus, Source
from socialcoach.core.strategy.business import Business
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.services.export_tables import TableWriter, table_files
from socialcoach.services.exporting import Exporting
from socialcoach.services.words import exporting as exporting_words
from socialcoach.storage.planning.publications import Publications
from tests.conftest import Clock

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
SECRET = "abcd-efgh-ijkl-mnop"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where the owner wants the file."""
    return tmp_path / "all.zip"


def table(file: Path, name: str) -> list[dict[str, str]]:
    """Return a table of an export, its rows by the heads of the columns."""
    with zipfile.ZipFile(file) as opened:
        text = opened.read(name).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def post_out(database: Database, services: Services, text: str) -> int:
    """Leave a post behind that went out on Facebook on Friday noon; return its number."""
    post = services.drafting.new(text)
    Publications(database).add(
        Publication(
            0, post.id, "facebook", PublicationStatus.OUT, NOON, text, source=Source.COPY_AND_OPEN
        )
    )
    return post.id


def test_the_file_holds_the_data_the_tables_and_a_text_to_read_first(
    services: Services, target: Path
):
    assert services.exporting.write(target) == target
    with zipfile.ZipFile(target) as opened:
        assert opened.testzip() is None
        names = opened.namelist()
        words = opened.read("READ ME.txt").decode("utf-8-sig")
    tables = [one.name for one in table_files()]
    assert names == ["READ ME.txt", *tables, "socialcoach.db"]
    assert all(name in words for name in tables)
    assert "No passwords are in here." in words


def test_the_copy_holds_what_is_not_yet_in_the_file_itself(services: Services, target: Path):
    services.drafting.new("Still in the journal")
    services.exporting.write(target)
    copy = target.with_name("copy.db")
    with zipfile.ZipFile(target) as opened:
        copy.write_bytes(opened.read("socialcoach.db"))
    with closing(sqlite3.connect(copy)) as found:
        assert found.execute("select text from post").fetchall() == [("Still in the journal",)]


def test_a_post_says_where_and_when_it_went_out_in_the_business_s_time(
    services: Services, database: Database, target: Path
):
    services.planner.keep(Strategy(business=Business(name="Hill", zone="Pacific/Kiritimati")))
    post_out(database, services, "How to keep bread")
    draft = services.drafting.new("Only a draft", platforms=("instagram", "facebook"))
    services.exporting.write(target)
    out, waiting = table(target, "posts.csv")
    when = "When (Kiritimati time)"
    assert (out["Text"], out["Platform"]) == ("How to keep bread", "Facebook")
    assert (out[when], out["Went out or planned"]) == ("2026-11-21 02:00", "Went out")
    assert waiting["Post"] == str(draft.id)
    assert (waiting["Platform"], waiting[when]) == ("Instagram, Facebook", "")


def test_the_figures_of_a_post_stand_beside_it(
    services: Services, database: Database, target: Path
):
    post_out(database, services, "How to keep bread")
    row = {"publication_id": 1, "as_of": NOON.isoformat(), "likes": 7, "views": 90}
    database.table("numbers").insert(row)
    services.exporting.write(target)
    (out,) = table(target, "posts.csv")
    assert (out["Likes"], out["Views"], out["Shares"]) == ("7", "90", "")


def test_who_may_see_a_post_and_the_warning_before_it_come_along_in_words(
    services: Services, target: Path
):
    post = services.drafting.new("Liver for lunch", platforms=("mastodon",))
    choices = Choices(Visibility.FOLLOWERS, "=food")
    services.writing.readers.choose(post.id, "mastodon", choices)
    services.exporting.write(target)
    assert table(target, "who sees a post.csv") == [
        {
            "Post": str(post.id),
            "Platform": "Mastodon",
            "Who sees it": "Followers only",
            "A warning before the text": "'=food",
        }
    ]


def test_a_spreadsheet_works_nothing_out(services: Services, target: Path):
    services.drafting.new('=HYPERLINK("http://bad.example")')
    services.exporting.write(target)
    (draft,) = table(target, "posts.csv")
    assert draft["Text"] == '\'=HYPERLINK("http://bad.example")'


def test_a_translated_head_that_looks_like_a_formula_is_made_plain(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(exporting_words, "columns", lambda _key: {"id": "-Beitrag"})
    made = TableWriter(ZoneInfo("UTC"), {}).write("posts", [])
    assert made.decode("utf-8-sig") == "'-Beitrag\r\n"


def test_every_table_can_be_written_when_the_sample_fills_it(clock: Clock, tmp_path: Path):
    from socialcoach.window_app import make_application, sample_services

    make_application()
    with sample_services(clock, tmp_path / "sample") as services:
        file = services.exporting.write(tmp_path / "sample.zip")
    filled = {one.key: table(file, one.name) for one in table_files()}
    assert len(filled["messages"]) > 5
    assert filled["messages"][0]["Who"]
    assert filled["promoters"][0]["What you can offer"]
    assert filled["listening"][0]["What it holds"]
    with zipfile.ZipFile(file) as opened:
        assert any(name.startswith("pictures/") for name in opened.namelist())


def test_no_password_and_no_copy_of_the_store_comes_along(services: Services, target: Path):
    account = Account("bluesky:did:plc:x", "bluesky", "bsky.social", "hill.example", "Hill", NOON)
    services.publishing.accounts.connect(account, SECRET)
    services.exporting.write(target)
    with zipfile.ZipFile(target) as opened:
        everything = b"".join(opened.read(name) for name in opened.namelist())
    assert b"hill.example" in everything
    assert SECRET.encode() not in everything


def test_stopping_leaves_no_file(services: Services, target: Path):
    with pytest.raises(UserError, match=r"export\.stopped"):
        services.exporting.write(target, lambda done, _total: done < 3)
    assert list(target.parent.glob("all*")) == []


def test_an_older_export_stays_when_a_new_one_fails(services: Services, target: Path):
    target.write_text("the older one")
    with pytest.raises(UserError, match=r"export\.stopped"):
        services.exporting.write(target, lambda done, _total: done < 3)
    assert target.read_text() == "the older one"


def test_a_full_disk_is_said_and_leaves_no_file(
    services: Services, target: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(*_given: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    with pytest.raises(UserError, match=r"export\.failed"):
        services.exporting.write(target)
    assert list(target.parent.glob("all*")) == []


def test_a_folder_that_is_not_there_is_said(services: Services, tmp_path: Path):
    with pytest.raises(UserError, match=r"export\.failed"):
        services.exporting.write(tmp_path / "gone" / "all.zip")


def test_no_file_but_an_export_is_ever_replaced(services: Services, tmp_path: Path):
    database = services.paths.database
    assert services.exporting.write(database) == database.with_name("socialcoach.db.zip")
    with pytest.raises(UserError, match=r"export\.exists"):
        services.exporting.write(database)
    assert services.planner.strategy() == Strategy()


def test_how_far_it_is_is_told_up_to_the_last_file(services: Services, target: Path):
    told: list[tuple[int, int]] = []

    def note(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    services.exporting.write(target, note)
    total = len(table_files()) + 2
    assert told == [(done, total) for done in range(total)]


def test_a_picture_that_is_a_link_is_left_out(services: Services, target: Path, tmp_path: Path):
    private = tmp_path / "private.jpg"
    private.write_text("not ours")
    services.paths.pictures.mkdir()
    (services.paths.pictures / f"{'a' * 32}.jpg").symlink_to(private)
    (services.paths.pictures / f"{'b' * 32}.jpg").write_bytes(b"ours")
    services.exporting.write(target)
    with zipfile.ZipFile(target) as opened:
        pictures = [name for name in opened.namelist() if name.startswith("pictures/")]
    assert pictures == [f"pictures/{'b' * 32}.jpg"]


def test_damaged_data_is_said(services: Services, database: Database, target: Path):
    database.close()
    services.paths.database.write_bytes(b"scrambled" * 999)
    with pytest.raises(UserError, match=r"database\.damaged"):
        Exporting(services.paths, services.planner, services.platforms, services.clock).write(
            target
        )
    assert not target.exists()
