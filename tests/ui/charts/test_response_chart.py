"""The line of responses with its band."""

from __future__ import annotations

import pytest
from matplotlib.figure import Figure

from socialcoach.core.progress.overview import EVERYWHERE, Overview
from socialcoach.ui.charts.look import paper_look
from socialcoach.ui.charts.response_chart import ResponseChart
from tests.ui.charts.conftest import NAMES


@pytest.fixture
def chart(overview: Overview) -> ResponseChart:
    return ResponseChart(overview, EVERYWHERE, NAMES)


def test_each_month_is_drawn_at_its_rate(chart: ResponseChart, figure: Figure) -> None:
    chart.draw(figure, paper_look())
    [axes] = figure.axes
    drawn = [point for line in axes.lines for point in line.get_xydata()]
    assert [tuple(point) for point in drawn] == [(0, pytest.approx(24)), (2, pytest.approx(41))]


def test_a_month_with_too_few_posts_stays_a_gap(chart: ResponseChart, figure: Figure) -> None:
    chart.draw(figure, paper_look())
    assert len(figure.axes[0].lines) == 2


def test_the_months_are_named_below_and_the_last_rate_beside_its_point(
    chart: ResponseChart, figure: Figure
) -> None:
    chart.draw(figure, paper_look())
    [axes] = figure.axes
    assert [text.get_text() for text in axes.get_xticklabels()] == ["Aug", "Sep", "Oct"]
    assert [text.get_text() for text in axes.texts] == ["41"]


def test_the_words_for_listeners_carry_the_figures(chart: ResponseChart) -> None:
    spoken = chart.spoken()
    assert "August: 24, probably" in spoken
    assert "September: not enough posts to say." in spoken
    assert "October: 41, probably" in spoken


def test_the_table_has_the_same_figures(chart: ResponseChart) -> None:
    table = chart.table()
    assert [row[0] for row in table.rows] == ["Aug 2026", "Sep 2026", "Oct 2026"]
    assert [row[1] for row in table.rows] == ["24", "not enough posts", "41"]
    assert all(len(row) == len(table.head) for row in table.rows)


def test_without_a_month_to_speak_of_there_is_no_picture(overview: Overview) -> None:
    assert not ResponseChart(overview, "instagram", NAMES).has_picture()


def test_two_charts_of_the_same_figures_are_equal(overview: Overview) -> None:
    one, other = (ResponseChart(overview, EVERYWHERE, NAMES) for _ in range(2))
    assert one == other
