"""The bars of giving and selling."""

from __future__ import annotations

from dataclasses import replace

import pytest
from matplotlib.figure import Figure

from socialcoach.core.progress.month_mix import MonthMix
from socialcoach.core.progress.overview import EVERYWHERE, Overview
from socialcoach.ui.charts.look import paper_look
from socialcoach.ui.charts.mix_chart import MixChart


@pytest.fixture
def chart(overview: Overview) -> MixChart:
    return MixChart(overview, EVERYWHERE)


def test_selling_stands_striped_on_top_of_giving(chart: MixChart, figure: Figure) -> None:
    chart.draw(figure, paper_look())
    bars = figure.axes[0].patches
    plain, striped = bars[:3], bars[3:6]
    assert [bar.get_height() for bar in plain] == [6, 1, 12]
    assert [(bar.get_y(), bar.get_height()) for bar in striped] == [(6, 6), (1, 2), (12, 3)]
    assert all(bar.get_hatch() for bar in striped)
    assert not any(bar.get_hatch() for bar in plain)


def test_the_selling_share_stands_over_each_bar(chart: MixChart, figure: Figure) -> None:
    chart.draw(figure, paper_look())
    assert [text.get_text() for text in figure.axes[0].texts] == ["50%", "67%", "20%"]


def test_a_line_in_each_bar_marks_one_in_five(chart: MixChart, figure: Figure) -> None:
    chart.draw(figure, paper_look())
    lines = [line for one in figure.axes[0].collections for line in one.get_segments()]
    assert [line[0][1] for line in lines] == pytest.approx([9.6, 2.4, 12])


def test_the_words_for_listeners_carry_the_figures(chart: MixChart) -> None:
    assert "October: 12 giving, 3 selling, 20% selling." in chart.spoken()


def test_the_table_has_the_same_figures(chart: MixChart) -> None:
    assert chart.table().rows[-1] == ("Oct 2026", "15", "12", "3", "20%")


def test_posts_still_to_be_read_have_a_part_and_a_column_of_their_own(
    overview: Overview, figure: Figure
) -> None:
    mixes = {**overview.overall_mix, "2026-10": MonthMix("2026-10", 10, 2, unread=4)}
    chart = MixChart(replace(overview, overall_mix=mixes), EVERYWHERE)
    chart.draw(figure, paper_look())
    assert figure.axes[0].patches[-1].get_height() == 4
    assert chart.table().head[-1] == "To be read"
    assert chart.table().rows[-1][-1] == "4"
    assert chart.note().endswith("Pale: still to be read.")
    assert chart.spoken().endswith("October: 4 giving, 2 selling, 33% selling, 4 still to be read.")


def test_a_month_of_which_nothing_is_read_yet_is_not_called_empty(overview: Overview) -> None:
    mixes = {**overview.overall_mix, "2026-10": MonthMix("2026-10", 10, unread=10)}
    chart = MixChart(replace(overview, overall_mix=mixes), EVERYWHERE)
    assert chart.spoken().endswith("October: 10 still to be read.")
