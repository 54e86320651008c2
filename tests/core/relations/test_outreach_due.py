"""Who is due: the owner’s dates first, gentle rhythms after, never somebody who said no."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.relations.outreach_due import DueReason, due_promoters
from socialcoach.core.relations.promoter import Promoter, Stage

TODAY = date(2026, 11, 22)


def spoke(days_ago: int, stage: Stage) -> Promoter:
    moment = datetime(2026, 11, 22, 9, tzinfo=UTC) - timedelta(days=days_ago)
    return Promoter(1, "Kate", stage=stage, last_contact_at=moment)


def why(promoter: Promoter) -> DueReason | None:
    due = due_promoters([promoter], TODAY)
    return due[0].why if due else None


@pytest.mark.parametrize(
    ("days_ago", "stage", "reason"),
    [
        (9, Stage.OFFERED, None),
        (10, Stage.OFFERED, DueReason.ASK_ONCE),
        (30, Stage.OFFERED, DueReason.LET_REST),
        (20, Stage.WARMING_UP, None),
        (21, Stage.WARMING_UP, DueReason.KEEP_WARM),
        (45, Stage.WORKING_TOGETHER, DueReason.SAY_THANKS),
        (500, Stage.RESTING, None),
        (500, Stage.TO_LOOK_UP, None),
    ],
)
def test_silence_becomes_due_by_the_stage(days_ago: int, stage: Stage, reason: DueReason | None):
    assert why(spoke(days_ago, stage)) is reason


def test_the_owners_own_date_outranks_silence():
    asked = replace(spoke(60, Stage.OFFERED), id=2, next_on=TODAY)
    found = due_promoters([spoke(60, Stage.OFFERED), asked], TODAY)
    assert [(due.promoter.id, due.why) for due in found] == [
        (2, DueReason.YOUR_DATE),
        (1, DueReason.LET_REST),
    ]


def test_a_date_ahead_silences_everything_else():
    assert why(replace(spoke(60, Stage.OFFERED), next_on=TODAY + timedelta(days=1))) is None


def test_the_longest_wait_comes_first():
    late = [Promoter(days, "Kate", next_on=TODAY - timedelta(days=days)) for days in (1, 5, 3)]
    assert [due.days for due in due_promoters(late, TODAY)] == [5, 3, 1]


def test_an_offer_that_was_never_followed_by_a_word_counts_from_its_own_day():
    offered = Promoter(1, "Kate", stage=Stage.OFFERED, stage_on=TODAY - timedelta(days=12))
    assert why(offered) is DueReason.ASK_ONCE


@given(st.sampled_from(Stage), st.integers(0, 400), st.booleans())
def test_whoever_said_no_is_never_suggested(stage: Stage, days: int, has_date: bool):
    closed = replace(
        spoke(days, stage),
        do_not_contact=True,
        next_on=TODAY - timedelta(days=days) if has_date else None,
    )
    assert due_promoters([closed], TODAY) == ()
