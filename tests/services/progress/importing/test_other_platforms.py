"""Exports of the other platforms."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from socialcoach.core.errors import UserError
from socialcoach.core.progress.importing.records import Reason
from socialcoach.services.progress.importing.importer import Importing
from socialcoach.services.progress.importing.preview import ImportPreview, QuestionKind, Warned
from tests.services.progress.importing.exports import as_csv
from tests.services.progress.importing.workbooks import (
    sheet,
    write_old_workbook,
    write_workbook,
)

X_2023 = ("Tweet id", "Tweet permalink", "Tweet text", "time", "impressions", "engagements",
          "engagement rate", "retweets", "replies", "likes", "url clicks", "follows",
          "promoted impressions")  # fmt: skip
X_NEW = ("Post id", "Date", "Post text", "Post Link", "Impressions", "Likes", "Engagements",
         "Bookmarks", "Shares", "New follows", "Replies", "Reposts", "Profile visits",
         "Detail Expands", "URL Clicks")  # fmt: skip
TIKTOK_STUDIO = ("Time", "Video title", "Video link", "Post time", "Total likes",
                 "Total comments", "Total shares", "Total views")  # fmt: skip
TIKTOK_BUSINESS = ("Video title", "Video link", "Post time", "Video views", "Likes", "Comments",
                   "Shares", "Add to Favorites")  # fmt: skip
YOUTUBE = ("Content", "Video title", "Video publish time", "Duration", "Views", "Likes",
           "Comments added", "Shares", "Subscribers", "Average view duration")  # fmt: skip
LINKEDIN = ("Post title", "Post link", "Post type", "Campaign name", "Posted by", "Created date",
            "Impressions", "Clicks", "Click through rate (CTR)", "Likes", "Comments", "Reposts",
            "Follows", "Engagement rate", "Content Type")  # fmt: skip
MADE = datetime(2026, 3, 5, 17, 4, 5, tzinfo=UTC)


def bring_in(importing: Importing, path: Path, text: str) -> ImportPreview:
    path.write_text(text, "utf-8-sig")
    preview = importing.preview(path)
    importing.write(preview)
    return preview


def rows(database: Database) -> list[dict[str, Any]]:
    query = """
        select publication.*, views, reach, likes, comments, shares, saves, clicks, follows
        from publication left join numbers on publication_id = id order by at, id
    """
    return list(database.query(query))


def at(row: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(row["at"])


def x_id(moment: datetime) -> str:
    return str((int(moment.timestamp() * 1000) - 1_288_834_974_657) << 22)


def tiktok_id(moment: datetime) -> str:
    return str((int(moment.timestamp()) << 32) + 5)


def test_old_x_exports_come_in_without_replies_to_others(
    importing: Importing, database: Database, tmp_path: Path
):
    post = {"Tweet id": "123", "Tweet text": "Rye &amp; spelt", "time": "2022-03-05 17:04 +0000",
            "impressions": "376.0", "likes": "9.0", "promoted impressions": "-"}  # fmt: skip
    reply = {**post, "Tweet id": "124", "Tweet text": "@friend thank you"}
    preview = bring_in(importing, tmp_path / "x.csv", as_csv(X_2023, [post, reply]))
    assert [(one.reason, one.rows) for one in preview.ignored] == [(Reason.REPLY, (3,))]
    (row,) = rows(database)
    assert (row["platform"], row["text"]) == ("x", "Rye & spelt")
    assert (row["views"], row["likes"], row["shares"]) == (376, 9, None)
    assert at(row) == datetime(2022, 3, 5, 17, 4, tzinfo=UTC)


def test_new_x_exports_get_the_time_of_day_from_the_id(
    importing: Importing, database: Database, tmp_path: Path
):
    number = x_id(MADE)
    post = {"Post id": number, "Date": "Thu, Mar 5, 2026", "Post text": "Open till six",
            "Post Link": f"https://x.com/crumb/status/{number}", "Impressions": "1,204",
            "Bookmarks": "3", "Reposts": "2", "Shares": "8"}  # fmt: skip
    bring_in(importing, tmp_path / "x.csv", as_csv(X_NEW, [post]))
    (row,) = rows(database)
    assert (at(row), row["time_known"]) == (MADE, 1)
    assert (row["views"], row["saves"], row["shares"]) == (1204, 3, 2)


def test_tiktok_videos_without_a_year_get_it_from_the_link(
    importing: Importing, database: Database, tmp_path: Path
):
    old = datetime(2024, 3, 5, 17, tzinfo=UTC)
    video = {"Video link": f"https://www.tiktok.com/@crumb/video/{tiktok_id(old)}",
             "Post time": "March 5", "Total views": "900", "Total likes": "undefined"}  # fmt: skip
    bring_in(importing, tmp_path / "Content.csv", as_csv(TIKTOK_STUDIO, [video]))
    (row,) = rows(database)
    assert at(row) == old
    assert (row["text"], row["views"], row["likes"]) == ("", 900, None)


def test_a_tiktok_day_in_a_language_nobody_taught_is_known_from_the_link(
    importing: Importing, database: Database, tmp_path: Path
):
    made = datetime(2024, 3, 5, 17, tzinfo=UTC)
    video = {"Video link": f"https://www.tiktok.com/@crumb/video/{tiktok_id(made)}",
             "Post time": "5 มีนาคม", "Total views": "900"}  # fmt: skip
    bring_in(importing, tmp_path / "Content.csv", as_csv(TIKTOK_STUDIO, [video]))
    assert [at(row) for row in rows(database)] == [made]


def test_tiktok_videos_of_a_business_account_come_in_with_favourites(
    importing: Importing, database: Database, tmp_path: Path
):
    video = {"Video title": "Kneading", "Video link": "https://www.tiktok.com/@crumb/video/7",
             "Post time": "2025/10/31 18:19:10", "Video views": "900", "Likes": "NAN",
             "Add to Favorites": "4"}  # fmt: skip
    bring_in(importing, tmp_path / "tiktok.csv", as_csv(TIKTOK_BUSINESS, [video]))
    (row,) = rows(database)
    assert at(row) == datetime(2025, 10, 31, 18, 19, 10, tzinfo=UTC)
    assert (row["views"], row["likes"], row["saves"]) == (900, None, 4)


def test_youtube_videos_come_in_without_the_row_that_adds_up(
    importing: Importing, database: Database, tmp_path: Path
):
    total = {"Content": "Total", "Views": "99"}
    video = {"Content": "aB3_x-9kLmN", "Video title": "How we shape rolls", "Views": "98",
             "Video publish time": "Sep 27, 2024", "Average view duration": "0:04:23",
             "Subscribers": "2"}  # fmt: skip
    unlisted = {"Content": "zzzzzzzzzzz", "Video title": "Test", "Views": "1"}
    text = as_csv(YOUTUBE, [total, video, unlisted])
    preview = bring_in(importing, tmp_path / "Table data.csv", text)
    assert {one.reason: one.rows for one in preview.ignored} == {
        Reason.TOTAL: (2,),
        Reason.NO_DATE: (4,),
    }
    assert Warned.DAY_ONLY in preview.warnings
    (row,) = rows(database)
    assert row["permalink"] == "https://www.youtube.com/watch?v=aB3_x-9kLmN"
    assert (row["views"], row["follows"], row["time_known"]) == (98, 2, 0)


def test_youtubes_zip_is_opened(importing: Importing, tmp_path: Path):
    video = {"Content": "aB3_x-9kLmN", "Video publish time": "Sep 27, 2024", "Views": "98"}
    path = tmp_path / "Content 2024-09-01_2024-10-01.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Chart data.csv", "Date,Content,Views\n2024-09-27,aB3_x-9kLmN,98\n")
        archive.writestr("Table data.csv", as_csv(YOUTUBE, [video]))
        archive.writestr("Totals.csv", "Date,Views\n2024-09-27,98\n")
    preview = importing.preview(path)
    assert (preview.platform, preview.found) == ("youtube", 1)


LINKEDIN_POST = {
    "Post title": "We bake for the school fair",
    "Post link": "https://www.linkedin.com/feed/update/urn:li:activity:1000000000000001",
    "Created date": "03/25/2026",
    "Impressions": "540",
    "Clicks": "12",
    "Likes": "31",
    "Reposts": "2",
    "Engagement rate": "0.09",
}
LINKEDIN_CELLS = [
    ["Figures of your page"],
    LINKEDIN,
    [LINKEDIN_POST.get(name, "") for name in LINKEDIN],
]


@pytest.mark.parametrize("ending", [".xls", ".xlsx"])
def test_linkedin_workbooks_old_and_new_are_read_below_their_explaining_line(
    importing: Importing, database: Database, tmp_path: Path, ending: str
):
    path = tmp_path / f"crumb_content_1{ending}"
    if ending == ".xls":
        write_old_workbook(path, LINKEDIN_CELLS)
    else:
        write_workbook(path, sheet(LINKEDIN_CELLS))
    importing.write(importing.preview(path))
    (row,) = rows(database)
    assert (row["platform"], row["external_key"]) == ("linkedin", "1000000000000001")
    assert (row["views"], row["clicks"], row["shares"]) == (540, 12, 2)


def test_a_german_instagram_export_is_understood(
    importing: Importing, database: Database, tmp_path: Path
):
    header = ("Beitrags-ID", "Konto-ID", "Konto-Benutzername", "Kontoname", "Beschreibung",
              "Dauer (Sek.)", "Veröffentlichungszeitpunkt", "Permalink", "Beitragstyp",
              "Datenkommentar", "Datum", "Aufrufe", "Reichweite", "„Gefällt mir“-Angaben",
              "Geteilte Inhalte", "Follows", "Kommentare", "Gespeicherte Beiträge")  # fmt: skip
    post = {"Beitrags-ID": "18000000000000011", "Beschreibung": "Frisches Roggenbrot",
            "Veröffentlichungszeitpunkt": "01.09.2026 09:00", "Datum": "Gesamte Laufzeit",
            "Permalink": "https://www.instagram.com/p/abc%/", "Aufrufe": "1.234",
            "„Gefällt mir“-Angaben": "56", "Gespeicherte Beiträge": "7"}  # fmt: skip
    preview = bring_in(importing, tmp_path / "insta.csv", as_csv(header, [post]))
    assert str(preview.first_day) == "2026-09-01"
    (row,) = rows(database)
    assert (row["platform"], row["views"], row["likes"], row["saves"]) == ("instagram", 1234, 56, 7)


PORTUGUESE = (
    "Identificação do post", "Identificação da conta", "Nome de usuário da conta",
    "Nome da conta", "Descrição", "Duração (s)", "Horário de publicação", "Link permanente",
    "Tipo de post", "Comentário de dados", "Data", "Visualizações", "Alcance", "Curtidas",
    "Compartilhamentos", "Seguimentos", "Comentários", "Salvamentos",
)  # fmt: skip


def portuguese(number: int, published: str, kind: str = "Reel do Instagram") -> dict[str, str]:
    """One post in a Portuguese export; its link does not tell a time."""
    return {
        "Identificação do post": f"1800000000000001{number}",
        "Horário de publicação": published,
        "Link permanente": f"https://www.instagram.com/p/abc{number}%/",
        "Tipo de post": kind,
        "Data": "Total",
        "Alcance": "1.234",
        "Curtidas": "56",
    }


def test_a_portuguese_instagram_export_has_the_month_first_and_no_stories(
    importing: Importing, database: Database, tmp_path: Path
):
    posts = [
        portuguese(1, "03/04/2026 09:00"),
        portuguese(2, "03/25/2026 09:00"),
        portuguese(3, "03/26/2026 09:00", "Story do Instagram"),
    ]
    preview = bring_in(importing, tmp_path / "insta.csv", as_csv(PORTUGUESE, posts))
    assert (str(preview.first_day), str(preview.last_day)) == ("2026-03-04", "2026-03-25")
    assert [one.reason for one in preview.ignored] == [Reason.STORY]
    assert {row["reach"] for row in rows(database)} == {1234}


def test_the_language_alone_does_not_settle_day_and_month(importing: Importing, tmp_path: Path):
    file = tmp_path / "insta.csv"
    file.write_text(as_csv(PORTUGUESE, [portuguese(1, "03/04/2026 09:00")]), "utf-8-sig")
    [question] = importing.preview(file).questions
    assert question.kind is QuestionKind.DATE_ORDER


def test_a_time_learnt_later_replaces_a_day_and_not_the_other_way_round(
    importing: Importing, database: Database, tmp_path: Path
):
    day_only = {"Post id": "77", "Date": "Thu, Mar 5, 2026", "Post text": "Rye", "Impressions": "1"}
    exact = {"Tweet id": "77", "Tweet text": "Rye", "time": "2026-03-05 17:04 +0000",
             "impressions": "1"}  # fmt: skip
    bring_in(importing, tmp_path / "new.csv", as_csv(X_NEW, [day_only]))
    assert rows(database)[0]["time_known"] == 0
    bring_in(importing, tmp_path / "old.csv", as_csv(X_2023, [exact]))
    bring_in(importing, tmp_path / "new.csv", as_csv(X_NEW, [day_only]))
    (row,) = rows(database)
    assert (at(row), row["time_known"]) == (datetime(2026, 3, 5, 17, 4, tzinfo=UTC), 1)


def test_metas_export_of_videos_alone_is_not_needed_because_posts_would_come_twice(
    importing: Importing, tmp_path: Path
):
    path = tmp_path / "videos.csv"
    path.write_text("Video asset ID,Title,Publish time,Reach\n1,Rye,03/25/2026 09:00,7\n", "utf-8")
    with pytest.raises(UserError) as caught:
        importing.preview(path)
    assert caught.value.code == "import.not_needed"


def test_a_german_youtube_export_is_understood_in_its_own_names(
    importing: Importing, database: Database, tmp_path: Path
):
    head = (
        'Videos,Videotitel,Veröffentlichungszeitpunkt des Videos,Aufrufe,"""Mag ich""-Bewertungen",'
        "Kommentare hinzugefügt,Geteilte Inhalte"
    )
    text = f'{head}\nGesamt,,,90,9,9,9\nabcdefghijk,Brot,"Sep 27, 2026",50,4,2,1\n'
    bring_in(importing, tmp_path / "Tabellendaten.csv", text)
    (row,) = rows(database)
    assert [row[name] for name in ("views", "likes", "comments", "shares")] == [50, 4, 2, 1]


@pytest.mark.parametrize(
    ("header", "figures", "views"),
    [
        ("Views,Engaged views", "50,20", 50),
        ("Engaged views", "20", 20),
        ("Engaged views,Views", "20,", 20),
    ],
)
def test_youtubes_engaged_views_stand_in_where_there_are_no_others(
    importing: Importing, database: Database, tmp_path: Path, header: str, figures: str, views: int
):
    head = f"Content,Video title,Video publish time,{header}"
    text = f'{head}\nabcdefghijk,Rolls,"Sep 27, 2026",{figures}\n'
    bring_in(importing, tmp_path / "Table data.csv", text)
    assert [row["views"] for row in rows(database)] == [views]


def test_youtubes_figures_of_each_day_and_video_are_not_taken_for_videos(
    importing: Importing, tmp_path: Path
):
    path = tmp_path / "Chart data.csv"
    path.write_text("Date,Content,Video title,Views\n2026-03-01,abcdefghijk,Rolls,3\n", "utf-8")
    with pytest.raises(UserError) as caught:
        importing.preview(path)
    assert caught.value.code == "import.not_needed"
