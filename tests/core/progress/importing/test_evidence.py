"""What a file itself says about its dates and its zone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from socialcoach.core.errors import UserError
from socialcoach.core.progress.importing.dates import DateOrder
from socialcoach.core.progress.importing.evidence import Decisions, Evidence
from socialcoach.core.progress.importing.layouts import Layout

PACIFIC = ZoneInfo("America/Los_Angeles")
SOFIA = ZoneInfo("Europe/Sofia")
TODAY = date(2026, 11, 22)
X = Layout("x", "X", "x", {}, (), date_order={"de": DateOrder.DAY_FIRST})


def decide(
    rows: Iterable[tuple[str, str]],
    span: tuple[date, date] | None = None,
    language: str = "en",
    answer: DateOrder | None = None,
) -> Decisions:
    evidence = Evidence("x", (PACIFIC, UTC, SOFIA), TODAY)
    for cell, post_id in rows:
        evidence.see(cell, "", post_id, span)
    return evidence.decide(X, language, answer)


def x_id(moment: datetime) -> str:
    return str((int(moment.timestamp() * 1000) - 1_288_834_974_657) << 22)


def test_a_date_in_the_future_cannot_be_meant():
    assert decide([("12/11/2026 09:00", "")]).order is DateOrder.DAY_FIRST


def test_dots_mean_that_the_day_comes_first():
    assert decide([("03.05.2026 09:00", "")]).order is DateOrder.DAY_FIRST


def test_the_language_of_the_header_settles_what_nothing_else_does():
    assert decide([("03/05/2026", "")]).order is None
    assert decide([("03/05/2026", "")], language="de").order is DateOrder.DAY_FIRST


def test_the_owners_answer_outranks_the_language_but_not_the_evidence():
    month_first = DateOrder.MONTH_FIRST
    assert decide([("03/05/2026", "")], language="de", answer=month_first).order is month_first
    clear = [("03/05/2026", ""), ("25/05/2026", "")]
    assert decide(clear, answer=month_first).order is DateOrder.DAY_FIRST


def test_dates_that_read_the_same_either_way_need_no_question():
    assert decide([("05/05/2026", ""), ("2026-03-04", ""), ("March 5, 2026", "")]).order is not None


def test_rows_that_contradict_each_other_are_refused():
    with pytest.raises(UserError) as caught:
        decide([("25/05/2026", ""), ("05/25/2026", "")])
    assert caught.value.code == "import.mixed_dates"


def test_ids_that_agree_on_another_zone_outrank_the_layouts():
    start = datetime(2026, 3, 15, 20, 10, tzinfo=UTC)
    moments = [start + timedelta(days=day) for day in range(4)]
    cells = [f"{moment.astimezone(SOFIA):%m/%d/%Y %H:%M}" for moment in moments]
    assert decide(zip(cells, map(x_id, moments), strict=True)).zone is SOFIA


def test_one_id_alone_does_not_move_the_zone():
    moment = datetime(2026, 3, 15, 20, 10, tzinfo=UTC)
    assert decide([(f"{moment.astimezone(SOFIA):%m/%d/%Y %H:%M}", x_id(moment))]).zone is PACIFIC


def test_ids_that_all_end_in_zeros_were_rounded_by_a_spreadsheet():
    rounded = [("03/25/2026", f"18000000000{n:04}00") for n in range(1001, 1005)]
    assert decide(rounded).ids_damaged
    assert not decide([*rounded, ("03/25/2026", "18000000000000011")]).ids_damaged
