"""Files that are no exports, damaged ones and huge ones."""

from __future__ import annotations

import errno
import zipfile
from multiprocessing.context import SpawnProcess
from pathlib import Path

import pytest
from sqlite_utils import Database

from socialcoach.core.errors import UserError
from socialcoach.services.progress.importing.importer import Importing
from socialcoach.services.progress.importing.preview import Warned
from tests.services.progress.importing.exports import (
    FACEBOOK,
    as_csv,
    facebook_row,
    write_facebook,
)
from tests.services.progress.importing.workbooks import (
    sheet,
    write_old_workbook,
    write_workbook,
)


def code_of(importing: Importing, path: Path) -> str:
    with pytest.raises(UserError) as caught:
        importing.preview(path)
    return caught.value.code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "import.empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "import.picture"),
        (b"\xff\xd8\xff\xe0" + bytes(range(256)) * 9, "import.picture"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "import.picture"),
        (b"\0\0\0\x18ftypheic" + bytes(99), "import.picture"),
        (b"\x7fELF" + bytes(range(256)) * 9, "import.not_an_export"),
        (b"\n \n\n", "import.not_an_export"),
        (b"Dear customer,\nyour bread is ready.\n", "import.not_an_export"),
        (b"PK\x03\x04" + b"x" * 500, "import.spreadsheet_unreadable"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 500, "import.spreadsheet_unreadable"),
        (b"a," * 2_000_000, "import.not_an_export"),
    ],
)
def test_what_is_no_export_is_refused_by_name(
    importing: Importing, tmp_path: Path, content: bytes, code: str
):
    path = tmp_path / "holiday.csv"
    path.write_bytes(content)
    assert code_of(importing, path) == code


def test_a_file_that_is_gone_is_named(importing: Importing, tmp_path: Path):
    assert code_of(importing, tmp_path / "gone.csv") == "import.unreadable"


def test_a_folder_is_not_read(importing: Importing, tmp_path: Path):
    assert code_of(importing, tmp_path) in ("import.unreadable", "import.not_an_export")


def test_half_a_gigabyte_is_refused_without_reading_it(importing: Importing, tmp_path: Path):
    path = tmp_path / "huge.csv"
    with path.open("wb") as stream:
        stream.truncate(500_000_000)
    assert code_of(importing, path) == "import.too_large"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_unicode_encoding_is_recognised(importing: Importing, tmp_path: Path, encoding: str):
    path = tmp_path / "page.csv"
    path.write_text(as_csv(FACEBOOK, [facebook_row(13, Title="Brötchen 🥐")]), encoding)
    preview = importing.preview(path)
    assert preview.examples == ("Brötchen 🥐",)
    assert preview.warnings == ()


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Süße Brötchen für Zoë"),
        ("cp1252", "¿Qué pan os gusta más? 3 m³ de masa, ¡niño!"),
        ("cp1252", "Rugbrød på lørdag, æbler og kærnemælk"),
        ("cp1252", "Pães e bolos: não são só três opções"),
        ("cp1252", "La crème brûlée est prête, où êtes-vous ?"),
        ("cp1251", "Топъл хляб от днес"),
        ("cp1250", "Świeże bułki z masłem, pachnące ciasto"),
        ("cp1250", "Čerstvé pečivo, těšíme se na vás, přijďte"),
        ("cp1250", "Friss kenyér, sütőből, gyűjtse a pecsétet"),
    ],
)
def test_an_old_encoding_is_guessed_and_the_owner_told(
    importing: Importing, tmp_path: Path, encoding: str, text: str
):
    path = tmp_path / "page.csv"
    path.write_text(as_csv(FACEBOOK, [facebook_row(13, Title=text)], ";"), encoding)
    preview = importing.preview(path)
    assert preview.examples == (text,)
    assert preview.warnings == (Warned.ENCODING_GUESSED,)


def test_one_damaged_sign_does_not_turn_the_whole_file_into_gibberish(
    importing: Importing, tmp_path: Path
):
    text = as_csv(FACEBOOK, [facebook_row(13, Title="Brötchen, Öfen, Körner, süß")])
    path = tmp_path / "page.csv"
    path.write_bytes(text.encode().replace("ü".encode(), b"\xff"))
    preview = importing.preview(path)
    assert preview.examples == ("Brötchen, Öfen, Körner, s�ß",)
    assert preview.warnings == (Warned.CHARACTERS_LOST,)


def test_a_file_cut_off_in_its_last_row_gives_the_whole_rows(importing: Importing, tmp_path: Path):
    text = as_csv(FACEBOOK, [facebook_row(13), facebook_row(14)])
    path = tmp_path / "page.csv"
    path.write_text(text[: text.rindex("Photos")], "utf-8-sig")
    preview = importing.preview(path)
    assert preview.found == 1
    assert [str(one.reason) for one in preview.ignored] == ["cut_off"]


def test_a_quotation_mark_that_never_ends_is_named(importing: Importing, tmp_path: Path):
    rows = [facebook_row(13, Title="x" * 5_000) for _ in range(60)]
    text = as_csv(FACEBOOK, rows).replace("x" * 5_000, '"' + "x" * 5_000, 1)
    path = tmp_path / "page.csv"
    path.write_text(text, "utf-8-sig")
    assert code_of(importing, path) == "import.damaged_row"


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_quotation_mark_left_open_does_not_swallow_the_posts_below_it(
    importing: Importing, tmp_path: Path, wrapped: bool
):
    text = as_csv(FACEBOOK, [facebook_row(day) for day in range(11, 17)])
    lines = text.splitlines()
    lines.insert(3, '1234,"Open 24 hours')
    if wrapped:
        lines = ['"' + line.replace('"', '""') + '"' for line in lines]
    path = tmp_path / "page.csv"
    path.write_text("\n".join(lines), "utf-8-sig")
    assert code_of(importing, path) == "import.damaged_row"


def test_a_header_without_rows_says_that_there_are_no_posts(importing: Importing, tmp_path: Path):
    path = write_facebook(tmp_path / "page.csv", [])
    assert code_of(importing, path) == "import.no_posts"


def test_rows_without_any_date_say_so(importing: Importing, tmp_path: Path):
    path = write_facebook(tmp_path / "page.csv", [facebook_row(13, Publish_time="")])
    assert code_of(importing, path) == "import.no_dates"


def test_nuls_and_formulas_in_a_caption_do_no_harm(
    importing: Importing, database: Database, tmp_path: Path
):
    title = "=HYPERLINK(1)\0 and {braces} and 'quotes'; drop table post"
    path = write_facebook(tmp_path / "page.csv", [facebook_row(13, Title=title)])
    importing.write(importing.preview(path))
    text = next(database.query("select text from post"))["text"]
    assert text == title.replace("\0", "")


def test_a_zip_bomb_is_refused(importing: Importing, tmp_path: Path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as member:
            for _ in range(310):
                member.write(b"\0" * 1_000_000)
    assert code_of(importing, path) == "import.spreadsheet_unreadable"


def test_a_sheet_that_spans_billions_of_cells_is_refused(importing: Importing, tmp_path: Path):
    wide = sheet([["Post link"]]).replace(
        "</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )
    path = write_workbook(tmp_path / "wide.xlsx", wide)
    assert code_of(importing, path) == "import.spreadsheet_unreadable"


def test_an_old_workbook_that_goes_in_a_circle_is_refused(importing: Importing, tmp_path: Path):
    path = write_old_workbook(tmp_path / "circle.xls", [["Post link", "Created date"]], 0)
    assert code_of(importing, path) == "import.spreadsheet_unreadable"


def test_a_workbook_that_asks_for_terabytes_ends_only_its_own_reader(
    importing: Importing, tmp_path: Path
):
    cells = [["Post link", "Created date"]]
    path = write_old_workbook(tmp_path / "wide.xls", cells, claimed=0x60000000)
    assert code_of(importing, path) == "import.spreadsheet_unreadable"


def test_without_room_for_one_more_process_a_workbook_is_refused_in_words(
    importing: Importing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def no_room(_process: SpawnProcess) -> None:
        raise OSError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(SpawnProcess, "start", no_room)
    path = write_old_workbook(tmp_path / "posts.xls", [["Post link"], ["x"]])
    assert code_of(importing, path) == "import.spreadsheet_unreadable"


def test_a_stopped_import_leaves_nothing_behind(
    importing: Importing, database: Database, tmp_path: Path
):
    rows = [facebook_row(13, Post_ID=f"9{n:05}", Permalink="") for n in range(3_000)]
    path = write_facebook(tmp_path / "page.csv", rows)
    preview = importing.preview(path)
    asked = iter([False, False, False])
    with pytest.raises(UserError) as caught:
        importing.write(preview, cancelled=lambda: next(asked, True))
    assert caught.value.code == "import.cancelled"
    assert database["post"].count == database["import_run"].count == 0


def test_progress_runs_from_start_to_end(importing: Importing, tmp_path: Path):
    rows = [facebook_row(13, Post_ID=f"9{n:05}", Permalink="") for n in range(3_000)]
    path = write_facebook(tmp_path / "page.csv", rows)
    seen: list[tuple[int, int]] = []
    importing.preview(path, progress=lambda done, total: seen.append((done, total)))
    shares = [done / total for done, total in seen]
    assert shares == sorted(shares)
    assert len(shares) > 5
    assert shares[-1] == 1.0


def test_what_was_looked_at_is_written_even_when_the_stick_is_gone(
    importing: Importing, database: Database, tmp_path: Path
):
    path = write_facebook(tmp_path / "page.csv", [facebook_row(13)])
    preview = importing.preview(path)
    path.unlink()
    importing.write(preview)
    assert database["post"].count == 1


def test_a_preview_with_an_open_question_cannot_be_written(importing: Importing, tmp_path: Path):
    preview = importing.preview(write_facebook(tmp_path / "page.csv", [facebook_row(5)]))
    with pytest.raises(ValueError, match="open questions"):
        importing.write(preview)
