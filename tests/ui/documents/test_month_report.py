"""The monthly report as PDF."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from socialcoach.core.errors import UserError
from socialcoach.services.bundle import Services
from socialcoach.services.words.errors import explain
from socialcoach.ui.context import AppContext
from socialcoach.ui.documents.month_report import report_html, write_month_report
from socialcoach.ui.progress.loading import gather
from tests.ui.progress_helpers import six_months


@pytest.fixture
def months(context: AppContext) -> Services:
    """Services with six months of posts; the context brings the fonts of the window."""
    six_months(context.services)
    return context.services


def test_the_report_is_a_pdf_of_at_most_two_pages(months: Services, tmp_path: Path) -> None:
    file = tmp_path / "october.pdf"
    write_month_report(months, "2026-10", file)
    written = file.read_bytes()
    assert written.startswith(b"%PDF")
    assert 1 <= written.count(b"/Type /Page\n") <= 2


def test_the_report_says_what_the_page_says(months: Services) -> None:
    html = report_html(months, gather(months, "2026-10"))
    assert "What October 2026 did" in html
    assert "In October 46 of every 1,000 people who saw a post did something with it" in html
    assert "In October 2 of 12 posts were selling: within one in five" in html
    assert "In October it took 1 h 30 min. 1 new customer said they found you online." in html


def test_the_figures_stand_below_the_pictures(months: Services) -> None:
    html = report_html(months, gather(months, "2026-10"))
    assert html.count("<img") == 2
    assert "<td align='left'>Oct 2026</td><td align='right'>46</td>" in html


def test_what_the_owner_wrote_cannot_break_the_page(months: Services) -> None:
    planner = months.planner
    strategy = planner.strategy()
    named = replace(strategy, business=replace(strategy.business, name="<b>Pat & Sons"))
    planner.keep(named)
    assert "&lt;b&gt;Pat &amp; Sons." in report_html(months, gather(months, "2026-10"))


@pytest.mark.parametrize(
    ("month", "words"),
    [
        ("October", "“October” is no month. Write it as year and month, like 2026-10."),
        ("2031-01", "January 2031 has not begun yet, so there is nothing to report."),
        ("2025-01", "Nothing had gone out by January 2025, so there is nothing to report."),
    ],
)
def test_a_month_that_cannot_be_reported_is_refused_in_words(
    months: Services, tmp_path: Path, month: str, words: str
) -> None:
    with pytest.raises(UserError) as caught:
        write_month_report(months, month, tmp_path / "report.pdf")
    assert explain(caught.value) == words
    assert not (tmp_path / "report.pdf").exists()


def test_a_folder_that_is_gone_is_said_in_words(months: Services, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"file\.not_written"):
        write_month_report(months, "2026-10", tmp_path / "gone" / "report.pdf")
