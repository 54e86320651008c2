"""Meta Business Suite: posts of Facebook and Instagram."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from socialcoach.core.errors import UserError
from socialcoach.core.progress.importing.records import Reason
from socialcoach.services.progress.importing.importer import Importing
from socialcoach.services.progress.importing.preview import ImportAnswers, QuestionKind, Warned
from tests.services.progress.importing.exports import (
    FACEBOOK,
    as_csv,
    facebook_row,
    instagram_row,
    shortcode,
    write_facebook,
    write_instagram,
)


def run(importing: Importing, path: Path) -> None:
    importing.write(importing.preview(path))


def publications(database: Database) -> list[dict[str, object]]:
    return list(database.query("select * from publication order by at, id"))


def error_of(importing: Importing, path: Path) -> UserError:
    with pytest.raises(UserError) as caught:
        importing.preview(path)
    return caught.value


def test_a_preview_says_what_the_file_holds_and_writes_nothing(
    importing: Importing, database: Database, tmp_path: Path
):
    rows = [facebook_row(day) for day in (13, 14, 20)]
    preview = importing.preview(write_facebook(tmp_path / "page.csv", rows))
    assert (preview.platform, preview.found, preview.new) == ("facebook", 3, 3)
    assert (str(preview.first_day), str(preview.last_day)) == ("2026-03-13", "2026-03-20")
    assert database["publication"].count == database["post"].count == 0


def test_facebook_posts_come_in_with_text_from_the_title_and_their_figures(
    importing: Importing, database: Database, tmp_path: Path
):
    run(importing, write_facebook(tmp_path / "page.csv", [facebook_row(13, Total_clicks="7")]))
    post = next(database.query("select * from post"))
    assert post["text"] == "Loaf number 13 is out of the oven"
    assert (post["status"], post["verdict"], post["band"]) == ("out", None, None)
    assert publications(database)[0]["source"] == "import"
    figures = next(database.query("select * from numbers"))
    assert (figures["views"], figures["reach"], figures["likes"]) == (120, 80, 12)
    assert (figures["comments"], figures["shares"], figures["clicks"]) == (3, 1, 7)


def test_metas_clock_stands_in_california_in_summer_and_in_winter(
    importing: Importing, database: Database, tmp_path: Path
):
    rows = [
        facebook_row(1, Publish_time="01/20/2026 10:00"),
        facebook_row(2, Publish_time="07/20/2026 10:00"),
    ]
    run(importing, write_facebook(tmp_path / "page.csv", rows))
    moments = [datetime.fromisoformat(str(row["at"])) for row in publications(database)]
    assert moments == [
        datetime(2026, 1, 20, 18, tzinfo=UTC),
        datetime(2026, 7, 20, 17, tzinfo=UTC),
    ]


def test_an_instagram_link_tells_the_exact_second(
    importing: Importing, database: Database, tmp_path: Path
):
    made = datetime(2026, 3, 5, 17, 3, 21, tzinfo=UTC)
    link = f"https://www.instagram.com/reel/{shortcode(int(made.timestamp() * 1000))}/"
    row = instagram_row(5, Publish_time="03/05/2026 09:04", Permalink=link)
    run(importing, write_instagram(tmp_path / "insta.csv", [row]))
    assert datetime.fromisoformat(str(publications(database)[0]["at"])) == made


def test_an_instagram_link_settles_which_number_is_the_day(importing: Importing, tmp_path: Path):
    made = datetime(2026, 3, 5, 17, 3, tzinfo=UTC)
    link = f"https://www.instagram.com/p/{shortcode(int(made.timestamp() * 1000))}/"
    row = instagram_row(5, Publish_time="05/03/2026 09:03", Permalink=link)
    preview = importing.preview(write_instagram(tmp_path / "insta.csv", [row]))
    assert preview.questions == ()
    assert str(preview.first_day) == "2026-03-05"


def test_the_importer_asks_when_day_and_month_could_be_swapped(
    importing: Importing, tmp_path: Path
):
    path = write_facebook(tmp_path / "page.csv", [facebook_row(5), facebook_row(6)])
    preview = importing.preview(path)
    assert [question.kind for question in preview.questions] == [QuestionKind.DATE_ORDER]
    assert preview.questions[0].examples[0] == "03/05/2026 09:00"
    choice = preview.questions[0].choices[0]
    answered = importing.preview(path, ImportAnswers(date_order=choice))
    assert answered.questions == ()
    assert str(answered.first_day) == "2026-05-03"


def test_the_dates_in_metas_file_name_settle_which_number_is_the_day(
    importing: Importing, tmp_path: Path
):
    path = tmp_path / "Mar-01-2026_Mar-31-2026_123456.csv"
    preview = importing.preview(write_facebook(path, [facebook_row(5)]))
    assert str(preview.first_day) == "2026-03-05"


def test_one_day_beyond_the_twelfth_settles_the_whole_file(importing: Importing, tmp_path: Path):
    path = write_facebook(tmp_path / "page.csv", [facebook_row(5), facebook_row(28)])
    assert str(importing.preview(path).first_day) == "2026-03-05"


def test_an_empty_figure_is_unknown_and_not_zero(
    importing: Importing, database: Database, tmp_path: Path
):
    row = facebook_row(13, Views="", Reach="--", Comments="0")
    run(importing, write_facebook(tmp_path / "page.csv", [row]))
    figures = next(database.query("select * from numbers"))
    assert (figures["views"], figures["reach"], figures["comments"]) == (None, None, 0)


def test_of_two_columns_with_one_name_the_first_that_says_something_counts(
    importing: Importing, database: Database, tmp_path: Path
):
    header = (*FACEBOOK, "Views")
    body = as_csv(FACEBOOK, [facebook_row(13, Views=""), facebook_row(14, Views="50")])
    lines = body.splitlines()
    text = "\n".join([lines[0] + ",Views", lines[1] + ",77", lines[2] + ",99"])
    path = tmp_path / "page.csv"
    path.write_text(text, "utf-8-sig")
    assert header.count("Views") == 2
    run(importing, path)
    assert [row["views"] for row in database.query("select views from numbers")] == [77, 50]


def test_captions_keep_their_lines_quotes_and_emoji(
    importing: Importing, database: Database, tmp_path: Path
):
    caption = 'Rye, spelt; "wholegrain"\n\nOut now 🥖'
    row = instagram_row(13, Description=caption)
    run(importing, write_instagram(tmp_path / "insta.csv", [row]))
    assert next(database.query("select text from post"))["text"] == caption


def test_a_file_saved_again_with_semicolons_is_read(importing: Importing, tmp_path: Path):
    path = tmp_path / "page.csv"
    path.write_text(as_csv(FACEBOOK, [facebook_row(13), facebook_row(14)], ";"), "utf-8")
    assert importing.preview(path).found == 2


def test_whole_rows_in_one_cell_are_repaired(
    importing: Importing, database: Database, tmp_path: Path
):
    rows = [facebook_row(13, Title="Two lines,\nboth good"), facebook_row(14)]
    lines = as_csv(FACEBOOK, rows).splitlines()
    wrapped = "\n".join('"' + line.replace('"', '""') + '";;' for line in lines)
    path = tmp_path / "page.csv"
    path.write_text(wrapped, "utf-8")
    preview = importing.preview(path)
    assert Warned.ROWS_REPAIRED in preview.warnings
    importing.write(preview)
    texts = [row["text"] for row in database.query("select text from post order by created_at")]
    assert texts == ["Two lines,\nboth good", "Loaf number 14 is out of the oven"]


def test_a_figure_that_a_spreadsheet_turned_into_a_date_is_refused_with_its_place(
    importing: Importing, database: Database, tmp_path: Path
):
    rows = [facebook_row(13), facebook_row(14, Reach="3.july")]
    error = error_of(importing, write_facebook(tmp_path / "page.csv", rows))
    assert error.code == "import.damaged_cell"
    assert error.facts == {"row": 3, "column": "Reach", "cell": "3.july"}
    assert database["publication"].count == 0


def test_ids_shortened_by_a_spreadsheet_do_not_melt_posts_together(
    importing: Importing, database: Database, tmp_path: Path
):
    rows = [facebook_row(day, Post_ID="9E+14") for day in (13, 14, 15)]
    preview = importing.preview(write_facebook(tmp_path / "page.csv", rows))
    assert Warned.IDS_DAMAGED in preview.warnings
    importing.write(preview)
    assert len({row["external_key"] for row in publications(database)}) == 3


def test_the_same_posts_with_and_without_damaged_ids_come_in_once(
    importing: Importing, database: Database, tmp_path: Path
):
    whole = [instagram_row(day) for day in (13, 14, 15)]
    damaged = [{**row, "Post ID": "1.8E+16"} for row in whole]
    run(importing, write_instagram(tmp_path / "damaged.csv", damaged))
    run(importing, write_instagram(tmp_path / "whole.csv", whole))
    run(importing, write_instagram(tmp_path / "damaged.csv", damaged))
    assert {row["external_key"] for row in publications(database)} == {
        row["Post ID"] for row in whole
    }


def test_the_same_file_again_changes_nothing(
    importing: Importing, database: Database, tmp_path: Path
):
    path = write_facebook(tmp_path / "page.csv", [facebook_row(13), facebook_row(14)])
    run(importing, path)
    before = list(database.conn.iterdump())
    result = importing.write(importing.preview(path))
    assert (result.added, result.updated, result.unchanged) == (0, 0, 2)
    assert not result.changes
    assert list(database.conn.iterdump()) == before


def test_newer_figures_replace_older_ones_and_unknown_ones_do_not(
    importing: Importing, database: Database, tmp_path: Path
):
    run(importing, write_facebook(tmp_path / "old.csv", [facebook_row(13)]))
    newer = write_facebook(tmp_path / "new.csv", [facebook_row(13, Views="500", Reach="")])
    result = importing.write(importing.preview(newer))
    figures = next(database.query("select * from numbers"))
    assert (result.added, result.updated) == (0, 1)
    assert (figures["views"], figures["reach"]) == (500, 80)


def test_a_caption_edited_on_the_platform_is_taken_over_and_read_again(
    importing: Importing, database: Database, tmp_path: Path
):
    run(importing, write_facebook(tmp_path / "old.csv", [facebook_row(13)]))
    database.execute("update post set band = 'selling', pitch = 0.9, meter_version = '1'")
    database.conn.commit()
    run(importing, write_facebook(tmp_path / "new.csv", [facebook_row(13, Title="A new text")]))
    post = next(database.query("select * from post"))
    assert (post["text"], post["band"], post["meter_version"]) == ("A new text", None, None)
    assert publications(database)[0]["text"] == "A new text"


def test_a_post_that_comes_twice_in_one_file_is_taken_once(importing: Importing, tmp_path: Path):
    rows = [facebook_row(13), facebook_row(14), facebook_row(13)]
    preview = importing.preview(write_facebook(tmp_path / "page.csv", rows))
    assert preview.found == 2
    assert [(one.reason, one.rows) for one in preview.ignored] == [(Reason.TWICE, (4,))]


def test_stories_and_rows_without_a_date_are_left_out_and_named(
    importing: Importing, tmp_path: Path
):
    rows = [
        instagram_row(13),
        instagram_row(14, Post_type="IG story"),
        instagram_row(15, Publish_time=""),
    ]
    preview = importing.preview(write_instagram(tmp_path / "insta.csv", rows))
    assert preview.found == 1
    assert {one.reason: one.rows for one in preview.ignored} == {
        Reason.STORY: (3,),
        Reason.NO_DATE: (4,),
    }


def test_figures_per_day_and_post_are_refused(importing: Importing, tmp_path: Path):
    rows = [facebook_row(13, Date="03/14/2026"), facebook_row(13, Date="03/15/2026")]
    error = error_of(importing, write_facebook(tmp_path / "page.csv", rows))
    assert error.code == "import.daily_rows"


def test_dates_half_turned_round_by_a_spreadsheet_are_refused(importing: Importing, tmp_path: Path):
    rows = [
        facebook_row(1, Publish_time="03/25/2026 09:00"),
        facebook_row(2, Publish_time="25/03/2026 09:00"),
    ]
    error = error_of(importing, write_facebook(tmp_path / "page.csv", rows))
    assert error.code == "import.mixed_dates"


def test_an_import_can_be_taken_back(importing: Importing, database: Database, tmp_path: Path):
    run(importing, write_facebook(tmp_path / "one.csv", [facebook_row(13)]))
    path = write_facebook(tmp_path / "two.csv", [facebook_row(14), facebook_row(15)])
    result = importing.write(importing.preview(path))
    assert result.import_id is not None
    assert importing.undo(result.import_id)
    assert [row["text"] for row in database.query("select text from post")] == [
        "Loaf number 13 is out of the oven"
    ]
    assert database["numbers"].count == database["publication"].count == 1
    assert not importing.undo(result.import_id)


def test_a_write_that_fails_half_way_leaves_nothing_behind(
    importing: Importing, database: Database, tmp_path: Path
):
    preview = importing.preview(write_facebook(tmp_path / "page.csv", [facebook_row(13)]))
    database.execute(
        "create trigger full before insert on numbers begin select raise(abort, 'no room'); end"
    )
    with pytest.raises(UserError) as caught:
        importing.write(preview)
    assert caught.value.code.startswith("database.")
    assert database["post"].count == database["publication"].count == 0
    assert database["import_run"].count == 0
