"""Finding and ordering promoters."""

from __future__ import annotations

from datetime import date

import pytest

from socialcoach.core.relations.promoter import Promoter, PromoterKind, PromoterLine, Stage
from socialcoach.core.relations.promoter_list import (
    ListColumn,
    board_order,
    by_name,
    by_stage,
    matching_lines,
    neighbour_stage,
    sorted_lines,
)
from socialcoach.core.relations.promoter_stop import said_no_before


def line(id_: int, name: str, **more: object) -> PromoterLine:
    usual: dict[str, object] = {
        "kind": PromoterKind.GROUP,
        "who_follows": "",
        "stage": Stage.OFFERED,
        "next_step": "",
        "next_on": None,
        "last_contact_at": None,
        "do_not_contact": False,
        "visits": 0,
        "customers": 0,
        "haystack": name.casefold(),
    }
    return PromoterLine(id=id_, name=name, **(usual | more))  # type: ignore[arg-type]


def names(lines: list[PromoterLine]) -> list[str]:
    return [one.name for one in lines]


def test_every_typed_word_must_occur():
    lines = [line(1, "Running club"), line(2, "Reading club")]
    assert names(matching_lines(lines, "club run")) == ["Running club"]
    assert matching_lines(lines, "  ") == lines


def test_days_not_set_come_last():
    lines = [line(1, "Ann"), line(2, "Zoe", next_on=date(2026, 12, 1))]
    assert names(sorted_lines(by_name(lines), ListColumn.NEXT)) == ["Zoe", "Ann"]


def test_those_who_sent_most_customers_come_first_when_falling():
    lines = [line(1, "Ann", visits=9), line(2, "Zoe", customers=1)]
    assert names(sorted_lines(lines, ListColumn.SENT_US, descending=True)) == ["Zoe", "Ann"]


@pytest.mark.parametrize("column", ListColumn)
def test_equal_ones_stand_by_name(column: ListColumn):
    lines = [line(2, "zoe"), line(1, "Ann")]
    assert names(sorted_lines(by_name(lines), column)) == ["Ann", "zoe"]


def test_on_the_board_those_who_said_no_stand_at_the_end():
    lines = [
        line(1, "Ann", do_not_contact=True),
        line(2, "Zoe"),
        line(3, "Bo", stage=Stage.RESTING),
    ]
    board = by_stage(board_order(by_name(lines)))
    assert names(board[Stage.OFFERED]) == ["Zoe", "Ann"]
    assert names(board[Stage.RESTING]) == ["Bo"]
    assert set(board) == set(Stage)


def test_there_is_nothing_beyond_the_first_and_the_last_stage():
    assert neighbour_stage(Stage.TO_LOOK_UP, -1) is None
    assert neighbour_stage(Stage.RESTING, 1) is None
    assert neighbour_stage(Stage.TO_LOOK_UP, 1) is Stage.WARMING_UP


def test_a_name_that_said_no_is_known_again_however_it_is_typed():
    closed = Promoter(1, "Big Bites reviews", email="Bites@example.org", do_not_contact=True)
    cards = [closed, Promoter(2, "Kate", email="kate@example.org")]
    assert said_no_before("  @big bites  Reviews", "", cards) == closed
    assert said_no_before("Somebody", " bites@example.ORG", cards) == closed
    assert said_no_before("Kate", "kate@example.org", cards) is None
    assert said_no_before("", "", cards) is None
