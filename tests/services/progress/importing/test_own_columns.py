"""A file of unknown layout, whose columns the owner names."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlite_utils import Database

from socialcoach.core.errors import UserError
from socialcoach.services.progress.importing.importer import Importing
from socialcoach.services.progress.importing.preview import ImportAnswers

TABLE = """When;What;Seen;Hearts
2026-03-05 10:00;Buns at ten;100;8
2026-03-06 11:00;Rye at eleven;200;9
"""
COLUMNS = {"date": "When", "text": "What", "views": "Seen", "likes": "Hearts"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "planner.csv"
    file.write_text(TABLE, "utf-8")
    return file


def test_a_table_with_unknown_columns_leads_to_the_question_which_is_which(
    importing: Importing, path: Path
):
    with pytest.raises(UserError) as caught:
        importing.preview(path)
    assert caught.value.code == "import.unknown_columns"
    choice = importing.columns(path)
    assert choice.headers == ("When", "What", "Seen", "Hearts")
    assert choice.rows[0] == ("2026-03-05 10:00", "Buns at ten", "100", "8")


def test_the_owners_answer_brings_the_posts_in(
    importing: Importing, database: Database, path: Path
):
    answers = ImportAnswers(platform="mastodon", columns=COLUMNS)
    result = importing.write(importing.preview(path, answers))
    assert result.added == 2
    row = next(database.query("select platform, text, at from publication order by at"))
    assert (row["platform"], row["text"]) == ("mastodon", "Buns at ten")
    assert row["at"].startswith("2026-03-05T09:00")


def test_the_answer_is_remembered_for_the_next_such_file(
    importing: Importing, path: Path, tmp_path: Path
):
    importing.write(importing.preview(path, ImportAnswers(platform="mastodon", columns=COLUMNS)))
    later = tmp_path / "later.csv"
    later.write_text(TABLE + "2026-03-07 12:00;Spelt at noon;300;7\n", "utf-8")
    preview = importing.preview(later)
    assert (preview.platform, preview.new, preview.unchanged) == ("mastodon", 1, 2)


def test_the_answer_is_not_used_for_a_file_with_other_columns(
    importing: Importing, path: Path, tmp_path: Path
):
    importing.write(importing.preview(path, ImportAnswers(platform="mastodon", columns=COLUMNS)))
    other = tmp_path / "other.csv"
    other.write_text("When;What;Seen;Hearts;Boosts\n2026-03-05;Buns;1;2;3\n", "utf-8")
    with pytest.raises(UserError) as caught:
        importing.preview(other)
    assert caught.value.code == "import.unknown_columns"


def test_a_column_that_is_not_there_is_named(importing: Importing, path: Path):
    answers = ImportAnswers(platform="mastodon", columns={**COLUMNS, "text": "Words"})
    with pytest.raises(UserError) as caught:
        importing.preview(path, answers)
    assert caught.value.facts["column"] == "Words"


def test_known_names_and_links_are_guessed(importing: Importing, tmp_path: Path):
    file = tmp_path / "tool.csv"
    file.write_text(
        "Publish time,Caption text,Likes,Where\n"
        "2026-03-05,Buns,8,https://www.instagram.com/p/abcdefgh/\n",
        "utf-8",
    )
    choice = importing.columns(file)
    assert choice.platform == "instagram"
    assert choice.guesses == {"date": "Publish time", "likes": "Likes"}
