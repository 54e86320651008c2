"""A file of unknown layout, whose columns the owner names."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.services.progress.importing.importer import Importing
from socialcoach.services.progress.importing.preview import ImportAnswers, QuestionKind
from tests.services.progress.importing.exports import shortcode

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
    assert choice.guesses == {"date": "Publish time", "likes": "Likes", "link": "Where"}


def test_in_a_language_nobody_taught_date_link_and_text_are_guessed_from_the_cells(
    importing: Importing, tmp_path: Path
):
    file = tmp_path / "tool.csv"
    file.write_text(
        "Ref,Dátum,Hivatkozás,Leírás,Szám\n"
        "17,03/15/2026 09:00,https://www.facebook.com/a/posts/1,Fresh rolls from seven today,8\n"
        "18,03/16/2026 09:00,https://www.facebook.com/a/posts/2,Which bread do you like best?,9\n",
        "utf-8",
    )
    choice = importing.columns(file)
    assert choice.guesses == {"date": "Dátum", "link": "Hivatkozás", "text": "Leírás"}


FIGURES = "When;Seen;Hearts\n2026-03-05;100;8\n2026-03-06;200;9\nTotal;300;17\n"
ONLY_FIGURES = {"date": "When", "views": "Seen", "likes": "Hearts"}


def test_without_text_or_link_the_owner_is_asked_what_a_row_is(
    importing: Importing, tmp_path: Path
):
    file = tmp_path / "figures.csv"
    file.write_text(FIGURES, "utf-8")
    [question] = importing.preview(
        file, ImportAnswers(platform="mastodon", columns=ONLY_FIGURES)
    ).questions
    assert (question.kind, question.choices) == (QuestionKind.ROWS, ("post", "day"))


def test_rows_that_are_days_come_in_as_days_and_that_is_remembered(
    importing: Importing, database: Database, tmp_path: Path
):
    file = tmp_path / "figures.csv"
    file.write_text(FIGURES, "utf-8")
    answers = ImportAnswers(platform="mastodon", columns=ONLY_FIGURES, rows="day")
    result = importing.write(importing.preview(file, answers))
    assert (result.added, result.changes) == (4, Changes.NUMBERS)
    assert database["post"].count == 0
    again = importing.preview(file)
    assert (again.questions, again.days, again.new, again.unchanged) == ((), True, 0, 4)


def test_rows_that_are_posts_come_in_as_posts(
    importing: Importing, database: Database, tmp_path: Path
):
    file = tmp_path / "figures.csv"
    file.write_text(FIGURES, "utf-8")
    answers = ImportAnswers(platform="mastodon", columns=ONLY_FIGURES, rows="post")
    assert importing.write(importing.preview(file, answers)).added == 2
    assert database["post"].count == 2


def published(database: Database) -> list[str]:
    return [row["at"][:16] for row in database.query("select at from publication order by at")]


HUNGARIAN = "Idő;Szöveg;Link;Nézettség\n03/15/2026 09:00;Fresh rolls;{link};90\n"
NAMED = {"date": "Idő", "text": "Szöveg", "link": "Link", "views": "Nézettség"}


def test_metas_own_file_in_another_language_is_still_read_with_californias_clock(
    importing: Importing, database: Database, tmp_path: Path
):
    file = tmp_path / "2026-03-01_2026-03-31_1396269028466733.csv"
    file.write_text(HUNGARIAN.format(link="https://www.facebook.com/a/posts/1"), "utf-8")
    importing.write(importing.preview(file, ImportAnswers(platform="facebook", columns=NAMED)))
    assert published(database) == ["2026-03-15T16:00"]


def test_a_file_from_another_tool_is_read_with_the_owners_clock(
    importing: Importing, database: Database, tmp_path: Path
):
    file = tmp_path / "posts.csv"
    file.write_text(HUNGARIAN.format(link="https://www.facebook.com/a/posts/1"), "utf-8")
    importing.write(importing.preview(file, ImportAnswers(platform="facebook", columns=NAMED)))
    assert published(database) == ["2026-03-15T08:00"]


def test_instagram_links_show_that_the_clock_stands_in_california(
    importing: Importing, database: Database, tmp_path: Path
):
    file = tmp_path / "posts.csv"
    rows = "".join(
        f"03/{day}/2026 09:00;Roll {day};https://www.instagram.com/p/{shortcode(at(day))}/;9\n"
        for day in (15, 16, 17)
    )
    file.write_text("Idő;Szöveg;Link;Nézettség\n" + rows, "utf-8")
    importing.write(importing.preview(file, ImportAnswers(platform="instagram", columns=NAMED)))
    assert published(database)[0] == "2026-03-15T16:00"


def at(day: int) -> int:
    """Return 09:00 in California in March 2026, in milliseconds since 1970."""
    return int(datetime(2026, 3, day, 16, tzinfo=UTC).timestamp() * 1000)
