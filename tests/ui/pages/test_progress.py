"""The Progress page, as an owner uses it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QProgressBar
from pytestqt.qtbot import QtBot

from socialcoach.services.settings import Look
from socialcoach.ui.charts.canvas import ChartCanvas
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Notice
from socialcoach.ui.pages.progress import ProgressPage
from tests.ui.pages_helpers import click, says, visible_buttons, visible_text
from tests.ui.progress_helpers import instagram_export, six_months, unclear_export

PROJECT = Path(__file__).resolve().parents[3]
Opened = Callable[[], ProgressPage]


@pytest.fixture
def opened(context: AppContext, qtbot: QtBot) -> Opened:
    """Open the page and wait until it stands still."""

    def open_page() -> ProgressPage:
        page = ProgressPage(context)
        qtbot.addWidget(page)
        page.resize(1072, 820)
        page.show()
        settle(context, qtbot)
        return page

    return open_page


def settle(context: AppContext, qtbot: QtBot) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: context.tasks.is_idle, timeout=20_000)


def press(page: ProgressPage, words: str, qtbot: QtBot) -> None:
    """Click a button, as soon as it shows, and wait for what follows."""
    click(qtbot, page, words)
    settle(page.context, qtbot)


def choose(page: ProgressPage, name: str, words: str, qtbot: QtBot) -> None:
    """Choose from a list by keyboard."""
    [combo] = [one for one in page.findChildren(QComboBox) if one.accessibleName() == name]
    place = combo.findText(words)
    assert place >= 0, [combo.itemText(n) for n in range(combo.count())]
    combo.setFocus()
    key = Qt.Key.Key_Down if place > combo.currentIndex() else Qt.Key.Key_Up
    for _step in range(abs(place - combo.currentIndex())):
        qtbot.keyClick(combo, key)
    settle(page.context, qtbot)


PICTURES = ["How many respond", "What you gave and what you sold", "What people respond to"]


def charts(page: ProgressPage) -> list[str]:
    """Return the names of the charts showing."""
    return [one.accessibleName() for one in page.findChildren(ChartCanvas) if one.isVisible()]


def start(page: ProgressPage, file: Path, qtbot: QtBot) -> None:
    """Begin to bring a file in."""
    page.open_item(file)
    settle(page.context, qtbot)


def test_an_empty_page_says_what_will_stand_there_and_how_to_get_it(opened: Opened) -> None:
    page = opened()
    assert "how many people respond" in visible_text(page)
    assert "Meta Business Suite" in visible_text(page)
    assert visible_buttons(page) == ["Type in numbers", "Bring in numbers"]


def test_the_page_opens_with_the_last_full_month(context: AppContext, opened: Opened) -> None:
    six_months(context.services)
    words = visible_text(opened())
    assert "In October 46 of every 1,000 people who saw a post did something with it" in words
    assert "In October 2 of 12 posts were selling: within one in five" in words


def test_the_charts_are_drawn(context: AppContext, opened: Opened, qtbot: QtBot) -> None:
    six_months(context.services)
    page = opened()
    qtbot.waitUntil(lambda: charts(page) == PICTURES)


def test_time_and_new_customers_stand_below(context: AppContext, opened: Opened) -> None:
    six_months(context.services)
    assert "In October it took 1 h 30 min. 1 new customer said they" in visible_text(opened())


def test_a_new_customer_is_noted_and_taken_back(
    context: AppContext, opened: Opened, qtbot: QtBot
) -> None:
    six_months(context.services)
    notices: list[Notice] = []
    context.hub.noticed.connect(notices.append)
    page = opened()
    choose(page, "Month", "November 2026 so far", qtbot)
    press(page, "Note a new customer", qtbot)
    press(page, "Facebook", qtbot)
    says(qtbot, page, "1 new customer said they found you online")
    assert notices[0].text == "Noted: a new customer found you through Facebook."
    assert notices[0].action is not None
    notices[0].action()
    says(qtbot, page, "No new customer is noted")


def test_another_month_is_chosen_by_keyboard(
    context: AppContext, opened: Opened, qtbot: QtBot
) -> None:
    six_months(context.services)
    page = opened()
    choose(page, "Month", "August 2026", qtbot)
    assert "In August 4 of 12 posts were selling" in visible_text(page)
    assert "August report" in visible_buttons(page)


def test_a_change_elsewhere_is_shown_at_once(
    context: AppContext, opened: Opened, qtbot: QtBot
) -> None:
    six_months(context.services)
    page = opened()
    changes = context.services.effort.note_found_us(
        context.services.planner.today().replace(month=10), "facebook"
    )
    context.hub.tell(changes)
    settle(context, qtbot)
    assert "2 new customers said they found you online" in visible_text(page)


@pytest.mark.parametrize("look", [Look.DARK, Look.CONTRAST])
def test_another_look_keeps_the_charts(
    context: AppContext, opened: Opened, qtbot: QtBot, look: Look
) -> None:
    six_months(context.services)
    page = opened()
    context.theme.put_on(look, 200)
    settle(context, qtbot)
    assert charts(page) == PICTURES


def test_the_report_is_saved_where_the_owner_says(
    context: AppContext, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    six_months(context.services)
    page = opened()
    press(page, "October report", qtbot)
    [dialog] = page.findChildren(QFileDialog)
    dialog.selectFile(str(tmp_path / "october.pdf"))
    dialog.accept()
    settle(context, qtbot)
    assert (tmp_path / "october.pdf").read_bytes().startswith(b"%PDF")


def test_a_file_is_looked_at_before_anything_is_written(
    context: AppContext, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened()
    start(page, instagram_export(tmp_path / "export.csv"), qtbot)
    says(qtbot, page, "Instagram: export.csv")
    says(qtbot, page, "24 posts. New: 24")
    assert context.services.feed.latest(1) == []


def test_not_now_leaves_everything_as_it_was(
    context: AppContext, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened()
    start(page, instagram_export(tmp_path / "export.csv"), qtbot)
    press(page, "Not now", qtbot)
    assert visible_buttons(page) == ["Type in numbers", "Bring in numbers"]
    assert context.services.feed.latest(1) == []


def test_bringing_in_shows_how_much_of_the_feed_was_selling(
    context: AppContext, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened()
    start(page, instagram_export(tmp_path / "export.csv"), qtbot)
    press(page, "Bring them in", qtbot)
    says(qtbot, page, "Of your last 24 posts, 8 were selling.")
    qtbot.waitUntil(lambda: "What you gave and what you sold" in charts(page))
    assert len(context.services.feed.latest(50)) == 24


def test_what_was_brought_in_can_be_taken_back(
    context: AppContext, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened()
    start(page, instagram_export(tmp_path / "export.csv"), qtbot)
    press(page, "Bring them in", qtbot)
    press(page, "Take it back", qtbot)
    says(qtbot, page, "are gone again")
    assert context.services.feed.latest(1) == []
    press(page, "Close", qtbot)
    assert visible_buttons(page) == ["Type in numbers", "Bring in numbers"]


def test_the_same_file_again_has_nothing_to_bring_in(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened()
    file = instagram_export(tmp_path / "export.csv")
    start(page, file, qtbot)
    press(page, "Bring them in", qtbot)
    press(page, "Close", qtbot)
    start(page, file, qtbot)
    says(qtbot, page, "already here: 24")
    assert "Bring them in" not in visible_buttons(page)


def test_a_photo_is_refused_in_plain_words_with_a_way_on(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    photo = tmp_path / "cake.csv"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 400)
    page = opened()
    start(page, photo, qtbot)
    says(qtbot, page, "cake.csv is a picture")
    assert visible_buttons(page) == ["Choose another file", "Close"]


def test_a_file_dropped_on_the_page_is_looked_at(
    context: AppContext, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    file = instagram_export(tmp_path / "export.csv")
    page = opened()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    buttons = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, *buttons)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, *buttons)
    QApplication.sendEvent(page, drop)
    settle(context, qtbot)
    says(qtbot, page, "24 posts. New: 24")


def test_the_button_asks_for_a_file(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    file = instagram_export(tmp_path / "export.csv")
    page = opened()
    press(page, "Bring in numbers", qtbot)
    [dialog] = page.findChildren(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(file))
    dialog.accept()
    says(qtbot, page, "24 posts")


def test_an_unclear_order_of_day_and_month_is_asked(
    context: AppContext, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened()
    start(page, unclear_export(tmp_path / "posts.csv"), qtbot)
    says(qtbot, page, "How are the dates meant?")
    press(page, "First the day, then the month", qtbot)
    press(page, "Bring them in", qtbot)
    says(qtbot, page, "Your numbers are in")
    months = sorted(post.at.month for post in context.services.feed.latest(10))
    assert months == [3, 4, 5, 6, 7]


def test_a_file_of_unknown_layout_is_brought_in_with_the_owners_help(
    context: AppContext, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "planner.csv"
    file.write_text("When;What;Seen;Hearts\n2026-03-05 10:00;Buns at ten;100;8\n", "utf-8")
    page = opened()
    start(page, file, qtbot)
    says(qtbot, page, "Which column is which?")
    choose(page, "Which platform is this file from?", "Instagram", qtbot)
    for question, column in {
        "Which column holds the date?": "When, such as “2026-03-05 10:00”",
        "Which one holds the text?": "What, such as “Buns at ten”",
        "Which one says how often it was seen?": "Seen, such as “100”",
    }.items():
        choose(page, question, column, qtbot)
    press(page, "Go on", qtbot)
    press(page, "Bring them in", qtbot)
    says(qtbot, page, "Your numbers are in")
    [post] = context.services.feed.latest(10)
    assert (post.platform, post.text) == ("instagram", "Buns at ten")


def test_rows_that_could_be_posts_or_days_are_asked_about(
    context: AppContext, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "figures.csv"
    file.write_text("When;Seen\n2026-03-05;100\n2026-03-06;80\n", "utf-8")
    page = opened()
    start(page, file, qtbot)
    choose(page, "Which platform is this file from?", "Instagram", qtbot)
    choose(page, "Which one says how often it was seen?", "Seen, such as “100”", qtbot)
    press(page, "Go on", qtbot)
    says(qtbot, page, "What is one row of this file?")
    press(page, "One day, all posts together", qtbot)
    says(qtbot, page, "2 figures for days.")
    press(page, "Bring them in", qtbot)
    says(qtbot, page, "Your numbers are in")
    assert context.services.feed.latest(1) == []


def test_columns_without_a_date_are_asked_for_again(
    context: AppContext, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "planner.csv"
    file.write_text("When;What;Seen;Hearts\n2026-03-05 10:00;Buns at ten;100;8\n", "utf-8")
    notices: list[Notice] = []
    context.hub.noticed.connect(notices.append)
    page = opened()
    start(page, file, qtbot)
    press(page, "Go on", qtbot)
    assert [notice.text for notice in notices] == [
        "Please choose the platform, the column with the date and at least one more."
    ]


def test_stopping_leaves_nothing_behind(
    context: AppContext, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened()
    page.open_item(instagram_export(tmp_path / "export.csv", posts=20_000))
    [bar] = page.findChildren(QProgressBar)
    qtbot.waitUntil(bar.isVisible)
    click(qtbot, page, "Stop")
    settle(context, qtbot)
    says(qtbot, page, "The import was stopped. Nothing was changed.")
    assert context.services.feed.latest(1) == []


def test_matplotlib_is_not_brought_in_before_the_page_is_shown() -> None:
    code = (
        "import sys; import socialcoach.ui.main_window; import socialcoach.ui.pages.progress; "
        "sys.exit('matplotlib' in sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, check=False, timeout=60)
    assert result.returncode == 0
