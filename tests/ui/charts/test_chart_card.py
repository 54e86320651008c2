"""The card that shows a chart, as an owner and a screen reader use it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from matplotlib.figure import Figure
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QTableView
from pytestqt.qtbot import QtBot

from socialcoach.core.progress.overview import EVERYWHERE, Overview
from socialcoach.services.settings import Look
from socialcoach.ui.charts.canvas import ChartCanvas
from socialcoach.ui.charts.chart import Chart
from socialcoach.ui.charts.chart_card import ChartCard
from socialcoach.ui.charts.library import ChartLibrary
from socialcoach.ui.charts.look import ChartLook
from socialcoach.ui.charts.mix_chart import MixChart
from socialcoach.ui.charts.response_chart import ResponseChart
from socialcoach.ui.context import AppContext
from tests.ui.charts.conftest import NAMES
from tests.ui.pages_helpers import button, visible_text


@pytest.fixture
def card(context: AppContext, overview: Overview, qtbot: QtBot) -> Iterator[ChartCard]:
    """A card that shows October's mix."""
    made = ChartCard(context, ChartLibrary(context.tasks))
    qtbot.addWidget(made)
    made.resize(520, 420)
    made.show_chart(MixChart(overview, EVERYWHERE))
    made.show()
    settle(qtbot, made, context)
    yield made
    qtbot.waitUntil(lambda: context.tasks.is_idle)


def canvas(card: ChartCard) -> ChartCanvas | None:
    """Return the chart on the card, if it is showing."""
    found = [one for one in card.findChildren(ChartCanvas) if one.isVisible()]
    return found[0] if found else None


def shown(card: ChartCard) -> ChartCanvas:
    """Return the chart on the card."""
    found = canvas(card)
    assert found is not None
    return found


def settle(qtbot: QtBot, card: ChartCard, context: AppContext) -> QImage:
    """Wait until the picture has the size there is for it, and return it."""

    def is_drawn() -> bool:
        drawn = shown(card).drawn
        fits = drawn is not None and (drawn.wide, drawn.high) == shown(card).size().toTuple()
        return fits and context.tasks.is_idle

    qtbot.waitUntil(is_drawn, timeout=20_000)
    return shown(card).picture


def show(qtbot: QtBot, card: ChartCard, context: AppContext, chart: Chart) -> QImage:
    """Show a chart and wait until it is drawn."""
    card.show_chart(chart)
    shown(card).repaint()
    return settle(qtbot, card, context)


def test_the_sentence_stands_above_the_picture(card: ChartCard) -> None:
    assert "In October 3 of 15 posts were selling" in visible_text(card)


def test_a_screen_reader_hears_the_figures(card: ChartCard) -> None:
    assert shown(card).accessibleName() == "What you gave and what you sold"
    assert "October: 12 giving, 3 selling" in shown(card).accessibleDescription()


def test_the_picture_becomes_a_table_and_back(card: ChartCard, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(card, "As a table"), Qt.MouseButton.LeftButton)
    [table] = card.findChildren(QTableView)
    assert table.isVisible()
    assert canvas(card) is None
    model = table.model()
    assert [model.index(2, place).data() for place in range(5)] == [
        *("Oct 2026", "15", "12", "3", "20%")
    ]
    qtbot.mouseClick(button(card, "As a picture"), Qt.MouseButton.LeftButton)
    assert canvas(card) is not None


def test_a_table_cell_is_read_with_its_month_and_column(card: ChartCard, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(card, "As a table"), Qt.MouseButton.LeftButton)
    [table] = card.findChildren(QTableView)
    cell = table.model().index(2, 3)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Oct 2026, Selling: 3"


def test_the_same_figures_are_not_drawn_again(
    card: ChartCard, context: AppContext, overview: Overview, qtbot: QtBot
) -> None:
    before = shown(card).picture
    assert show(qtbot, card, context, MixChart(overview, EVERYWHERE)) is before


def test_other_figures_are_drawn(
    card: ChartCard, context: AppContext, overview: Overview, qtbot: QtBot
) -> None:
    before = shown(card).picture
    chart = ResponseChart(overview, EVERYWHERE, NAMES)
    card.show_chart(chart)
    assert shown(card).picture is before  # the last picture stays until the next one is there
    qtbot.waitUntil(lambda: shown(card).picture is not before)
    assert "41 of every 1,000 people" in visible_text(card)


def test_a_chart_that_cannot_be_drawn_does_not_keep_the_next_one_from_being_drawn(
    card: ChartCard, context: AppContext, overview: Overview, qtbot: QtBot
) -> None:
    class Broken(MixChart):
        def draw(self, figure: Figure, look: ChartLook) -> None:
            raise ZeroDivisionError

    with qtbot.capture_exceptions() as caught:
        card.show_chart(Broken(overview, EVERYWHERE))
        qtbot.waitUntil(lambda: bool(caught), timeout=20_000)
        shown(card).repaint()
    assert shown(card).picture.isNull()  # another chart's picture would tell a lie
    assert context.tasks.is_idle  # what failed is not asked for again at each repaint
    chart = ResponseChart(overview, EVERYWHERE, NAMES)
    before = shown(card).picture
    card.show_chart(chart)
    qtbot.waitUntil(lambda: shown(card).picture is not before, timeout=20_000)


def test_another_size_is_drawn_anew(card: ChartCard, context: AppContext, qtbot: QtBot) -> None:
    before = shown(card).picture
    card.resize(760, 520)
    qtbot.waitUntil(lambda: shown(card).picture is not before)
    drawn = settle(qtbot, card, context)
    assert drawn.deviceIndependentSize().toSize() == shown(card).size()


def test_another_theme_is_drawn_in_its_colours(
    card: ChartCard, context: AppContext, overview: Overview, qtbot: QtBot
) -> None:
    context.theme.put_on(Look.DARK, 100)
    drawn = show(qtbot, card, context, MixChart(overview, EVERYWHERE))
    corner = QColor(drawn.pixel(1, 1)).getRgb()[:3]
    assert corner == context.theme.colour("card").getRgb()[:3]


def test_there_is_something_in_the_picture(card: ChartCard) -> None:
    picture = shown(card).picture
    places = range(0, picture.width(), 3)
    seen = {picture.pixel(x, picture.height() // 2) for x in places}
    assert len(seen) > 3


def test_the_table_stays_when_the_theme_changes(
    card: ChartCard, context: AppContext, overview: Overview, qtbot: QtBot
) -> None:
    qtbot.mouseClick(button(card, "As a table"), Qt.MouseButton.LeftButton)
    context.theme.put_on(Look.CONTRAST, 150)
    card.show_chart(MixChart(overview, EVERYWHERE))
    assert card.findChildren(QTableView)[0].isVisible()


def test_the_table_follows_the_chart(card: ChartCard, overview: Overview, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(card, "As a table"), Qt.MouseButton.LeftButton)
    card.show_chart(ResponseChart(overview, EVERYWHERE, NAMES))
    [table] = card.findChildren(QTableView)
    assert table.accessibleName() == "How many respond"


def test_the_mouse_wheel_is_left_to_the_page(card: ChartCard) -> None:
    wheel = QWheelEvent(
        *(QPointF(9, 9), QPointF(9, 9), QPoint(0, 0), QPoint(0, -120)),
        *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(shown(card), wheel)
    assert not wheel.isAccepted()


def test_nothing_to_draw_is_said_and_cannot_be_saved(card: ChartCard, overview: Overview) -> None:
    card.show_chart(ResponseChart(overview, "instagram", NAMES))
    assert "Nothing to draw yet." in visible_text(card)
    assert not button(card, "Save “How many respond”").isEnabled()


def test_saving_asks_where_and_writes_the_picture(
    card: ChartCard, context: AppContext, qtbot: QtBot
) -> None:
    notices: list[str] = []
    context.hub.noticed.connect(lambda notice: notices.append(notice.text))
    qtbot.mouseClick(
        button(card, "Save “What you gave and what you sold”"), Qt.MouseButton.LeftButton
    )
    [dialog] = card.findChildren(QFileDialog)
    file = context.services.paths.folder / "october.png"
    dialog.selectFile(str(file))
    dialog.accept()
    qtbot.waitUntil(lambda: bool(notices))
    assert notices == ["Saved: october.png"]
    assert file.stat().st_size > 10_000


def test_all_words_on_the_card_stay_whole_at_double_size(
    card: ChartCard, context: AppContext, overview: Overview
) -> None:
    context.theme.put_on(Look.LIGHT, 200)
    card.show_chart(MixChart(overview, EVERYWHERE))
    card.resize(700, card.sizeHint().height() + 200)
    for words in card.findChildren(QLabel):
        if words.isVisible() and words.text():
            assert words.height() >= words.heightForWidth(words.width()) or not words.wordWrap()
