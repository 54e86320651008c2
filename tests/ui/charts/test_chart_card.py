"""The card that shows a chart, as an owner and a screen reader use it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QTableView
from pytestqt.qtbot import QtBot

from socialcoach.core.progress.overview import EVERYWHERE, Overview
from socialcoach.services.settings import Look
from socialcoach.ui.charts.chart import Chart
from socialcoach.ui.charts.chart_card import ChartCard
from socialcoach.ui.charts.library import ChartLibrary
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
    qtbot.waitUntil(lambda: picture(made) is not None)
    yield made
    qtbot.waitUntil(lambda: context.tasks.is_idle)


def picture(card: ChartCard) -> FigureCanvasQTAgg | None:
    """Return the chart on the card, if it is showing."""
    found = [one for one in card.findChildren(FigureCanvasQTAgg) if one.isVisible()]
    return found[0] if found else None


def shown(card: ChartCard) -> FigureCanvasQTAgg:
    """Return the chart on the card."""
    found = picture(card)
    assert found is not None
    return found


def show(qtbot: QtBot, card: ChartCard, chart: Chart) -> None:
    """Show a chart and wait for its turn to be drawn."""
    turns: list[bool] = []
    card.show_chart(chart)
    QTimer.singleShot(0, lambda: turns.append(True))
    qtbot.waitUntil(lambda: bool(turns))


def test_the_sentence_stands_above_the_picture(card: ChartCard) -> None:
    assert "In October 3 of 15 posts were selling" in visible_text(card)


def test_a_screen_reader_hears_the_figures(card: ChartCard) -> None:
    assert shown(card).accessibleName() == "What you gave and what you sold"
    assert "October: 12 giving, 3 selling" in shown(card).accessibleDescription()


def test_the_picture_becomes_a_table_and_back(card: ChartCard, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(card, "As a table"), Qt.MouseButton.LeftButton)
    [table] = card.findChildren(QTableView)
    assert table.isVisible()
    assert picture(card) is None
    model = table.model()
    assert [model.index(2, place).data() for place in range(5)] == [
        *("Oct 2026", "15", "12", "3", "20%")
    ]
    qtbot.mouseClick(button(card, "As a picture"), Qt.MouseButton.LeftButton)
    assert picture(card) is not None


def test_a_table_cell_is_read_with_its_month_and_column(card: ChartCard) -> None:
    [table] = card.findChildren(QTableView)
    cell = table.model().index(2, 3)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Oct 2026, Selling: 3"


def test_the_same_figures_are_not_drawn_again(
    card: ChartCard, overview: Overview, qtbot: QtBot
) -> None:
    before = shown(card)
    show(qtbot, card, MixChart(overview, EVERYWHERE))
    assert shown(card) is before


def test_other_figures_are_drawn(card: ChartCard, overview: Overview, qtbot: QtBot) -> None:
    before = shown(card)
    show(qtbot, card, ResponseChart(overview, EVERYWHERE, NAMES))
    assert shown(card) is not before
    assert "41 of every 1,000 people" in visible_text(card)


def test_another_theme_is_drawn_in_its_colours(
    card: ChartCard, context: AppContext, overview: Overview, qtbot: QtBot
) -> None:
    context.theme.put_on(Look.DARK, 100)
    show(qtbot, card, MixChart(overview, EVERYWHERE))
    red, green, blue, _alpha = shown(card).figure.get_facecolor()
    assert (round(red * 255), round(green * 255), round(blue * 255)) == (
        context.theme.colour("card").getRgb()[:3]
    )


def test_the_table_stays_when_the_theme_changes(
    card: ChartCard, context: AppContext, overview: Overview, qtbot: QtBot
) -> None:
    qtbot.mouseClick(button(card, "As a table"), Qt.MouseButton.LeftButton)
    context.theme.put_on(Look.CONTRAST, 150)
    show(qtbot, card, MixChart(overview, EVERYWHERE))
    assert card.findChildren(QTableView)[0].isVisible()


def test_the_mouse_wheel_is_left_to_the_page(card: ChartCard) -> None:
    wheel = QWheelEvent(
        *(QPointF(9, 9), QPointF(9, 9), QPoint(0, 0), QPoint(0, -120)),
        *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(shown(card), wheel)
    assert not wheel.isAccepted()


def test_nothing_to_draw_is_said_and_cannot_be_saved(
    card: ChartCard, overview: Overview, qtbot: QtBot
) -> None:
    show(qtbot, card, ResponseChart(overview, "instagram", NAMES))
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
