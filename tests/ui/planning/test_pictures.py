"""Pictures of a draft: dropped, pasted, picked, described, moved and taken out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from sqlite_utils import Database

from socialcoach.core.planning.picture import Picture
from socialcoach.core.planning.post import Post
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from socialcoach.ui.pages.write import WritePage
from socialcoach.ui.planning.paper import Paper
from socialcoach.ui.planning.picture_row import PictureRow
from tests.drawn_pictures import as_bytes, drawn, jpeg_file
from tests.ui.pages_helpers import click, field, find_button, says, visible_text

TEXT = "Fresh bread."
WORDS = "Description of the picture"


@pytest.fixture
def post(services: Services, bakery: Strategy) -> Post:
    """A draft for Facebook and Instagram."""
    return services.drafting.new(TEXT, platforms=("facebook", "instagram"))


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, post: Post) -> WritePage:
    """Write with the draft open."""
    made = WritePage(context)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


def kept(services: Services, post: Post) -> tuple[Picture, ...]:
    """Return the pictures of the draft."""
    return services.writing.pictures.of_post(post.id)


def pictures(page: WritePage) -> PictureRow:
    """Return the row of pictures."""
    return page.findChildren(PictureRow)[0]


def drop(page: WritePage, *files: Path) -> bool:
    """Drop files on the page; return whether it took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    action, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        (Qt.KeyboardModifier.NoModifier),
    )
    over = QDragEnterEvent(QPointF(50, 400).toPoint(), action, data, left, none)
    QApplication.sendEvent(page, over)
    if over.isAccepted():
        QApplication.sendEvent(page, QDropEvent(QPointF(50, 400), action, data, left, none))
    return over.isAccepted()


def paste(page: WritePage, data: QMimeData) -> None:
    """Put something on the clipboard and paste it into the paper."""
    QApplication.clipboard().setMimeData(data)
    page.findChildren(Paper)[0].paste()


def wait_for(qtbot: QtBot, page: WritePage, count: int) -> None:
    """Wait until so many pictures stand in the row."""
    qtbot.waitUntil(lambda: pictures(page).count() == count)


def with_three(qtbot: QtBot, page: WritePage, services: Services, post: Post) -> list[int]:
    """Put three pictures to the draft and return their ids."""
    for width in (640, 641, 642):
        services.writing.pictures.add(post.id, as_bytes(drawn((width, 480))), "bread.jpg")
    page.refresh()
    wait_for(qtbot, page, 3)
    return [picture.id for picture in kept(services, post)]


def test_dropped_pictures_stand_in_the_row_in_their_order(
    qtbot: QtBot, page: WritePage, services: Services, post: Post, tmp_path: Path
):
    files = [jpeg_file(tmp_path, f"{n}.jpg", (640 + n, 480)) for n in range(3)]
    assert drop(page, *files)
    wait_for(qtbot, page, 3)
    assert [picture.width for picture in kept(services, post)] == [640, 641, 642]


def test_a_table_is_not_for_the_paper(page: WritePage, tmp_path: Path):
    assert not drop(page, tmp_path / "numbers.csv")


def test_a_pasted_picture_is_taken(qtbot: QtBot, page: WritePage, services: Services, post: Post):
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    data = QMimeData()
    data.setImageData(image)
    paste(page, data)
    wait_for(qtbot, page, 1)
    assert (kept(services, post)[0].width, kept(services, post)[0].mime) == (300, "image/png")


def test_words_win_over_the_picture_office_programs_add(
    qtbot: QtBot, page: WritePage, services: Services, post: Post
):
    data = QMimeData()
    data.setText(" Open till six.")
    data.setImageData(QImage(30, 20, QImage.Format.Format_RGB32))
    paste(page, data)
    assert page.findChildren(Paper)[0].text() == TEXT + " Open till six."
    assert kept(services, post) == ()


def test_a_copied_file_is_a_picture_not_its_name(
    qtbot: QtBot, page: WritePage, services: Services, post: Post, tmp_path: Path
):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(jpeg_file(tmp_path)))])
    paste(page, data)
    wait_for(qtbot, page, 1)
    assert page.findChildren(Paper)[0].text() == TEXT


def test_pictures_are_picked_in_a_dialog(
    qtbot: QtBot, page: WritePage, services: Services, post: Post, tmp_path: Path
):
    file = jpeg_file(tmp_path)
    click(qtbot, page, "Add a picture")
    (dialog,) = page.findChildren(QFileDialog)
    dialog.filesSelected.emit([str(file)])
    dialog.close()
    wait_for(qtbot, page, 1)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("film.mp4", b"\0\0\0\x18ftypmp42" + b"\0" * 99, "is a video"),
        ("empty.jpg", b"", "is empty"),
        ("IMG_7.heic", b"\0\0\0\x18ftypheic" + b"\0" * 99, "save it as JPEG"),
        ("note.txt", b"Buy flour", "not a picture"),
        ("gone.jpg", None, "not there any more"),
    ],
)
def test_what_cannot_be_used_is_said_kindly_and_the_draft_is_unharmed(
    qtbot: QtBot,
    page: WritePage,
    post: Post,
    notices: list,
    tmp_path: Path,
    name: str,
    data: bytes | None,
    words: str,
):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    good = jpeg_file(tmp_path)
    drop(page, tmp_path / name, good)
    wait_for(qtbot, page, 1)
    qtbot.waitUntil(lambda: bool(notices))
    assert words in notices[-1].text
    assert name in notices[-1].text
    assert page.findChildren(Paper)[0].text() == TEXT


def test_adding_can_be_stopped(
    qtbot: QtBot, page: WritePage, services: Services, post: Post, tmp_path: Path
):
    drop(page, *[jpeg_file(tmp_path, f"{n}.jpg", (3000, 2000)) for n in range(12)])
    says(qtbot, page, "of 12")
    click(qtbot, page, "Stop")
    qtbot.waitUntil(lambda: find_button(page, "Stop") is None)
    assert len(kept(services, post)) < 12


def test_the_description_of_a_picture_is_kept_as_it_is_typed(
    qtbot: QtBot, page: WritePage, services: Services, post: Post, tmp_path: Path
):
    drop(page, jpeg_file(tmp_path))
    wait_for(qtbot, page, 1)
    says(qtbot, page, "1 picture has no description yet.")
    qtbot.keyClicks(field(page, WORDS), "A loaf on a board")
    qtbot.waitUntil(lambda: kept(services, post)[0].alt == "A loaf on a board", timeout=1500)
    qtbot.waitUntil(lambda: "no description" not in visible_text(page))


def test_leaving_right_after_a_key_loses_no_letter_of_a_description(
    qtbot: QtBot, page: WritePage, services: Services, post: Post, tmp_path: Path
):
    drop(page, jpeg_file(tmp_path))
    wait_for(qtbot, page, 1)
    qtbot.keyClicks(field(page, WORDS), "Loaf")
    page.leave()
    assert kept(services, post)[0].alt == "Loaf"


def test_turning_to_another_picture_keeps_the_words_of_the_first(
    qtbot: QtBot, page: WritePage, services: Services, post: Post
):
    with_three(qtbot, page, services, post)
    pictures(page).setCurrentRow(0)
    qtbot.keyClicks(field(page, WORDS), "First")
    pictures(page).setCurrentRow(1)
    assert field(page, WORDS).text() == ""
    qtbot.keyClicks(field(page, WORDS), "Second")
    page.leave()
    assert [picture.alt for picture in kept(services, post)] == ["First", "Second", ""]


def test_ctrl_and_an_arrow_move_a_picture(
    qtbot: QtBot, page: WritePage, services: Services, post: Post
):
    first, second, third = with_three(qtbot, page, services, post)
    pictures(page).setCurrentRow(0)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(pictures(page), Qt.Key.Key_Right, control)
    qtbot.keyClick(pictures(page), Qt.Key.Key_Right, control)
    assert [picture.id for picture in kept(services, post)] == [second, third, first]
    qtbot.keyClick(pictures(page), Qt.Key.Key_Right, control)
    qtbot.keyClick(pictures(page), Qt.Key.Key_Left, control)
    assert [picture.id for picture in kept(services, post)] == [second, first, third]


def drag(page: WritePage, start: int, x: int) -> None:
    """Let the picture in a place go where ``x`` is, as the mouse would."""
    row = pictures(page)
    data = row.model().mimeData([row.model().index(start, 0)])
    action, left, none = (
        Qt.DropAction.MoveAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    over = QDragEnterEvent(QPoint(x, 20), action, data, left, none)
    QApplication.sendEvent(row.viewport(), over)
    assert over.isAccepted()
    QApplication.sendEvent(row.viewport(), QDropEvent(QPointF(x, 20), action, data, left, none))


def test_a_picture_is_dragged_to_another_place(
    qtbot: QtBot, page: WritePage, services: Services, post: Post
):
    first, second, third = with_three(qtbot, page, services, post)
    drag(page, 0, 500)
    assert [picture.id for picture in kept(services, post)] == [second, third, first]
    drag(page, 2, 2)
    assert [picture.id for picture in kept(services, post)] == [first, second, third]
    between = pictures(page).visualItemRect(pictures(page).item(1)).right() + 2
    drag(page, 0, between)
    assert [picture.id for picture in kept(services, post)] == [second, first, third]


def test_picking_a_picture_leaves_the_squares_so_that_one_can_be_held(
    qtbot: QtBot, page: WritePage, services: Services, post: Post
):
    with_three(qtbot, page, services, post)
    held = pictures(page).item(1)
    pictures(page).setCurrentRow(1)
    says(qtbot, page, "3 pictures have no description yet.")
    assert pictures(page).item(1) is held


def test_a_picture_taken_out_can_come_back(
    qtbot: QtBot, page: WritePage, services: Services, post: Post, notices: list
):
    ids = with_three(qtbot, page, services, post)
    pictures(page).setCurrentRow(1)
    qtbot.keyClick(pictures(page), Qt.Key.Key_Delete)
    assert [picture.id for picture in kept(services, post)] == [ids[0], ids[2]]
    notices[-1].action()
    assert [picture.id for picture in kept(services, post)] == ids
    click(qtbot, page, "Take this picture out")
    assert len(kept(services, post)) == 2


def test_the_check_says_what_platforms_make_of_the_pictures(
    qtbot: QtBot, page: WritePage, services: Services, post: Post
):
    says(qtbot, page, "Instagram needs a picture or a video.")
    services.writing.pictures.add(post.id, as_bytes(drawn((1800, 600))), "wide.jpg")
    page.refresh()
    says(qtbot, page, "Picture 1 is too wide for Instagram.")


def test_a_screen_reader_hears_which_picture_it_is(
    qtbot: QtBot, page: WritePage, services: Services, post: Post
):
    ids = with_three(qtbot, page, services, post)
    services.writing.pictures.describe(ids[1], "A loaf")
    page.refresh()
    spoken = [pictures(page).item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert spoken[:2] == ["Picture 1 of 3: no description yet", "Picture 2 of 3: A loaf"]


def test_a_picture_for_a_new_draft_that_is_left_at_once_is_not_lost(
    qtbot: QtBot, page: WritePage, services: Services, post: Post, tmp_path: Path
):
    click(qtbot, page, "New post")
    empty = services.drafting.drafts()[0]
    drop(page, jpeg_file(tmp_path))
    page.open_item(post.id)
    qtbot.waitUntil(lambda: len(services.writing.pictures.of_post(empty.id)) == 1)
    assert kept(services, post) == ()


def test_a_post_that_is_out_keeps_its_pictures(
    qtbot: QtBot, page: WritePage, services: Services, post: Post, tmp_path: Path, notices: list
):
    ids = with_three(qtbot, page, services, post)
    step = services.handing_over.start(post, "facebook")
    services.handing_over.went_out(step.publication.id)
    page.refresh()
    drop(page, jpeg_file(tmp_path))
    qtbot.keyClick(pictures(page), Qt.Key.Key_Delete)
    assert [picture.id for picture in kept(services, post)] == ids
    assert "stay as they are" in notices[-1].text


def test_a_description_that_cannot_be_kept_keeps_the_draft_on_the_desk(
    qtbot: QtBot, page: WritePage, services: Services, post: Post, database: Database
):
    other = services.drafting.new("Another")
    with_three(qtbot, page, services, post)
    pictures(page).setCurrentRow(0)
    database.execute("PRAGMA max_page_count=1")
    field(page, WORDS).insertPlainText("x" * 100_000)
    page.open_item(other.id)
    assert page.has_unsaved()
    assert page.findChildren(Paper)[0].text() == TEXT
    database.execute("PRAGMA max_page_count=100000")
    page.open_item(other.id)
    assert len(kept(services, post)[0].alt) == 100_000
    assert page.findChildren(Paper)[0].text() == "Another"
