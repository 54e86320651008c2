"""Exports with the figures of each day."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlite_utils import Database

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.services.progress.importing.importer import Importing
from socialcoach.services.progress.importing.preview import ImportAnswers, QuestionKind


def chart(title: str, *values: int) -> str:
    lines = [f'"2026-03-{day:02}T01:00:00","{value}"' for day, value in enumerate(values, start=1)]
    return "\n".join(["sep=,", f'"{title}"', '"Date","Primary"', *lines, ""])


def write_chart(path: Path, text: str) -> Path:
    path.write_text(text, "utf-16")
    return path


def stored(database: Database) -> list[tuple[str, str, str, int]]:
    query = "select platform, day, metric, value from daily_number order by platform, metric, day"
    return list(database.conn.execute(query))


def test_metas_chart_of_followers_comes_in_day_by_day(
    importing: Importing, database: Database, tmp_path: Path
):
    path = write_chart(tmp_path / "Follows.csv", chart("Instagram follows", 4, 1))
    result = importing.write(importing.preview(path))
    assert result.changes == Changes.NUMBERS
    assert stored(database) == [
        ("instagram", "2026-03-01", "follows", 4),
        ("instagram", "2026-03-02", "follows", 1),
    ]


def test_the_owner_is_asked_whose_chart_it_is_when_it_does_not_say(
    importing: Importing, database: Database, tmp_path: Path
):
    path = write_chart(tmp_path / "Views.csv", chart("Views", 40))
    preview = importing.preview(path)
    assert [question.kind for question in preview.questions] == [QuestionKind.PLATFORM]
    importing.write(importing.preview(path, ImportAnswers(platform="facebook")))
    assert stored(database) == [("facebook", "2026-03-01", "views", 40)]


def test_several_charts_in_one_file_are_kept_apart(
    importing: Importing, database: Database, tmp_path: Path
):
    second = '\n"Instagram reach"\n"Date","Primary"\n"2026-03-01T00:00:00","9"\n'
    path = write_chart(tmp_path / "Reach.csv", chart("Facebook reach", 5) + second)
    importing.write(importing.preview(path))
    assert stored(database) == [
        ("facebook", "2026-03-01", "reach", 5),
        ("instagram", "2026-03-01", "reach", 9),
    ]


def test_a_chart_again_changes_nothing_and_can_be_taken_back(
    importing: Importing, database: Database, tmp_path: Path
):
    path = write_chart(tmp_path / "Follows.csv", chart("Facebook follows", 4, 1))
    first = importing.write(importing.preview(path))
    again = importing.preview(path)
    assert (again.new, again.changed, again.unchanged) == (0, 0, 2)
    assert importing.write(again).import_id is None
    assert first.import_id is not None
    assert importing.undo(first.import_id)
    assert stored(database) == []


def test_tiktoks_days_without_a_year_span_the_turn_of_the_year(
    importing: Importing, database: Database, tmp_path: Path
):
    days = ["December 30", "December 31", "January 1"]
    lines = [f'"{day}","10","2","1","0","0"' for day in days]
    header = '"Date","Video Views","Profile Views","Likes","Comments","Shares"'
    path = tmp_path / "Overview.csv"
    path.write_text("\n".join([header, *lines]), "utf-8-sig")
    preview = importing.preview(path)
    assert (str(preview.first_day), str(preview.last_day)) == ("2025-12-30", "2026-01-01")


def test_a_page_may_lose_more_than_it_gains_on_a_day(
    importing: Importing, database: Database, tmp_path: Path
):
    path = write_chart(tmp_path / "Follows.csv", chart("Facebook follows", -3))
    importing.write(importing.preview(path))
    assert stored(database) == [("facebook", "2026-03-01", "follows", -3)]


def test_a_file_about_who_the_followers_are_is_not_needed(importing: Importing, tmp_path: Path):
    path = tmp_path / "FollowerGender.csv"
    path.write_text('"Gender","Distribution"\n"Female","0.6"\n"Male","0.4"\n', "utf-8-sig")
    with pytest.raises(UserError) as caught:
        importing.preview(path)
    assert caught.value.code == "import.not_needed"


PINTEREST = """Analytics overview
2026-03-01 - 2026-03-03
Content type,All
Claimed accounts,All Pins
Device,All
Source,All
Format,All
Curated content,Not included
Conversion window,30 days

Date,Impressions
2026-03-01,100
2026-03-02,
2026-03-03,12
Data starting from 2026-03-02 is an estimate, and will be verified.

Top Boards 2026-03-01 - 2026-03-03
Pinterest Link,Impressions,Engagement,Pin clicks,Outbound clicks,Saves
https://www.pinterest.com/crumbandco/bread/,50,4,3,1,0

Top Pins 2026-03-01 - 2026-03-03
Pinterest Link,Content Type,Source,Canonical,Impressions
https://www.pinterest.com/pin/900000000000000001/,Organic,Your Pins,,50
"""


def test_pinterests_overview_comes_in_up_to_its_lists_of_boards_and_pins(
    importing: Importing, database: Database, tmp_path: Path
):
    path = tmp_path / "Pinterest Analytics overview 20260301-20260303.csv"
    path.write_text(PINTEREST, "utf-8")
    importing.write(importing.preview(path))
    assert stored(database) == [
        ("pinterest", "2026-03-01", "views", 100),
        ("pinterest", "2026-03-03", "views", 12),
    ]


def test_a_damaged_date_in_pinterests_overview_is_not_passed_over(
    importing: Importing, tmp_path: Path
):
    path = tmp_path / "overview.csv"
    path.write_text(PINTEREST.replace("2026-03-03,12", "3.march,12"), "utf-8")
    with pytest.raises(UserError) as caught:
        importing.preview(path)
    assert caught.value.code == "import.damaged_cell"
    assert caught.value.facts["row"] == 14


def test_a_date_and_impressions_alone_are_nobodys_export(importing: Importing, tmp_path: Path):
    path = tmp_path / "tool.csv"
    path.write_text("Date,Impressions\n2026-03-01,100\n", "utf-8")
    with pytest.raises(UserError) as caught:
        importing.preview(path)
    assert caught.value.code == "import.unknown_columns"


def test_visits_of_a_linkedin_page_come_in_day_by_day(
    importing: Importing, database: Database, tmp_path: Path
):
    head = "Date,Overview page views (total),Total page views (total),Total unique visitors (total)"
    path = tmp_path / "visitors.csv"
    path.write_text(f"{head}\n03/01/2026,3,7,5\n03/14/2026,0,1,1\n", "utf-8")
    importing.write(importing.preview(path))
    assert stored(database) == [
        ("linkedin", "2026-03-01", "visits", 7),
        ("linkedin", "2026-03-14", "visits", 1),
    ]


def test_a_portuguese_chart_is_understood_by_its_title(
    importing: Importing, database: Database, tmp_path: Path
):
    text = chart("Visitas ao perfil do Instagram", 7).replace('"Date"', '"Data"')
    importing.write(importing.preview(write_chart(tmp_path / "Visitas.csv", text)))
    assert stored(database) == [("instagram", "2026-03-01", "visits", 7)]


def test_tiktoks_viewers_count_as_people_reached_and_undefined_as_unknown(
    importing: Importing, database: Database, tmp_path: Path
):
    head = '"Date","Total Viewers","New Viewers","Returning Viewers"'
    path = tmp_path / "Viewers.csv"
    path.write_text(f'{head}\n"28 August","undefined","0","0"\n"29 August","7","5","2"\n', "utf-8")
    importing.write(importing.preview(path))
    assert stored(database) == [("tiktok", "2026-08-29", "reach", 7)]
