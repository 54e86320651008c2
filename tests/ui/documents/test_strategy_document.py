"""The plan on paper: one page, nothing the owner wrote can break it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from socialcoach.core.errors import UserError
from socialcoach.core.strategy.brand import Brand
from socialcoach.core.strategy.business import Business
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.ui.documents.strategy_document import plan_as_pdf, save_plan, strategy_html

pytestmark = pytest.mark.usefixtures("qapp")


def pages(pdf: bytes) -> int:
    """Count the pages of a PDF."""
    return pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ")


def test_a_usual_plan_takes_one_page(bakery: Strategy, services: Services):
    assert pages(plan_as_pdf(bakery, services)) == 1


def test_a_full_plan_still_takes_one_page(bakery: Strategy, services: Services):
    brand = Brand(
        voice=("warm", "honest", "calm"),
        stands_for="Good bread takes its time, and so do the people who bake it. " * 4,
        expectations=tuple(f"Promise number {n}, which we always keep" for n in range(12)),
        never_words=tuple(f"word{n}" for n in range(60)),
    )
    assert pages(plan_as_pdf(replace(bakery, brand=brand), services)) == 1


def test_a_plan_far_too_long_goes_on_over_the_page(bakery: Strategy, services: Services):
    brand = Brand(stands_for="Good bread takes its time. " * 800)
    assert pages(plan_as_pdf(replace(bakery, brand=brand), services)) > 1


def test_what_the_owner_wrote_is_text_and_never_markup(bakery: Strategy, services: Services):
    odd = replace(bakery, business=Business(name="<b>Rosa & Sons</b>", town="<img src=x>"))
    html = strategy_html(odd, services)
    assert "&lt;b&gt;Rosa &amp; Sons&lt;/b&gt;" in html
    assert "<b>" not in html
    assert "<img" not in html


def test_it_is_written_where_it_shall_go(bakery: Strategy, services: Services, tmp_path: Path):
    save_plan(bakery, services, tmp_path / "plan.pdf")
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF")


def test_a_folder_that_is_gone_is_the_owners_to_mend(
    bakery: Strategy, services: Services, tmp_path: Path
):
    with pytest.raises(UserError) as problem:
        save_plan(bakery, services, tmp_path / "gone" / "plan.pdf")
    assert problem.value.code == "file.not_written"


def test_an_empty_plan_can_be_printed_too(qapp: QApplication, services: Services):
    assert pages(plan_as_pdf(Strategy(), services)) == 1
