"""What the owner taught the meter can be listed, taken back and saved."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from socialcoach.app import open_services
from socialcoach.core.errors import UserError
from socialcoach.core.planning.post import Verdict
from socialcoach.core.text import as_cell
from socialcoach.paths import DataPaths
from socialcoach.services.bundle import Services
from tests.conftest import Clock


@pytest.fixture
def services(data_dir: Path, clock: Clock) -> Services:
    """All use cases over an empty database."""
    return open_services(DataPaths(data_dir), clock)


def judged(services: Services, text: str, verdict: Verdict) -> int:
    """Return the id of a draft the owner has judged."""
    draft = services.drafting.new(text)
    services.drafting.keep_verdict(draft.id, verdict)
    return draft.id


def test_a_judged_post_is_listed_until_it_is_taken_back(services: Services):
    post_id = judged(services, "Our rolls", Verdict.GIVING)
    assert [post.title for post in services.corrections.all()] == ["Our rolls"]
    services.corrections.take_back(post_id)
    assert services.corrections.all() == []


def test_a_post_thrown_away_is_not_listed(services: Services):
    services.drafting.throw_away(judged(services, "Our rolls", Verdict.GIVING))
    assert services.corrections.all() == []


def test_the_table_holds_what_was_said_and_works_nothing_out(services: Services, tmp_path: Path):
    judged(services, "=HYPERLINK(1)", Verdict.SELLING)
    services.corrections.export(tmp_path / "taught.csv")
    with (tmp_path / "taught.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows == [["you said", "post"], ["selling", "'=HYPERLINK(1)"]]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_cell_that_looks_like_a_formula_is_made_plain(start: str):
    assert as_cell(f"{start}1").startswith("'")


def test_a_folder_that_is_gone_is_said_in_words(services: Services, tmp_path: Path):
    with pytest.raises(UserError, match=r"file\.not_written"):
        services.corrections.export(tmp_path / "gone" / "taught.csv")
