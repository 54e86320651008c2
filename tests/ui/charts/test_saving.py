"""Charts as files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from socialcoach.core.errors import UserError
from socialcoach.core.progress.overview import EVERYWHERE, Overview
from socialcoach.ui.charts.mix_chart import MixChart
from socialcoach.ui.charts.saving import save_chart


@pytest.fixture
def chart(overview: Overview) -> MixChart:
    return MixChart(overview, EVERYWHERE)


def test_a_chart_is_saved_as_a_picture(chart: MixChart, tmp_path: Path) -> None:
    file = save_chart(chart, tmp_path / "mix.png")
    assert QImage(str(file)).width() > 1000


def test_a_chart_is_saved_as_a_pdf(chart: MixChart, tmp_path: Path) -> None:
    file = save_chart(chart, tmp_path / "mix.pdf")
    assert file.read_bytes().startswith(b"%PDF")


def test_a_folder_that_is_gone_is_said_in_words(chart: MixChart, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"file\.not_written"):
        save_chart(chart, tmp_path / "gone" / "mix.png")


def test_a_chart_is_saved_as_a_table(chart: MixChart, tmp_path: Path) -> None:
    file = save_chart(chart, tmp_path / "mix.csv")
    assert "Oct 2026,15,12,3,20%" in file.read_text(encoding="utf-8-sig")
