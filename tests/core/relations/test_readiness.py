"""Ready to be recommended? Kind, honest, and never a barrier."""

from __future__ import annotations

from datetime import date, timedelta

from socialcoach.core.relations.readiness import (
    Readiness,
    ReadyAnswer,
    ReadyCode,
    ReadyFigures,
    ready_notes,
)

TODAY = date(2026, 11, 22)
YES, NOT_YET = ReadyAnswer.YES, ReadyAnswer.NOT_YET
GOOD = Readiness(YES, YES, "fresh bread for their readers", TODAY)


def test_nothing_is_said_before_the_owner_has_answered():
    assert ready_notes(Readiness(), ReadyFigures(waiting=9, late=9), TODAY) == ()


def test_all_well_means_ready():
    assert ready_notes(GOOD, ReadyFigures(), TODAY) == (ReadyCode.READY,)


def test_people_who_wait_too_long_come_before_new_ones():
    assert ready_notes(GOOD, ReadyFigures(late=1), TODAY) == (ReadyCode.ANSWER_FIRST,)


def test_the_product_comes_first_of_all():
    notes = ready_notes(Readiness(NOT_YET, NOT_YET, "", TODAY), ReadyFigures(late=1), TODAY)
    assert notes[0] is ReadyCode.PRODUCT_FIRST
    assert ReadyCode.THINK_OF_THEM in notes


def test_figures_may_contradict_the_owner_once_there_are_enough():
    few, many = ReadyFigures(wrote=4, in_time=0), ReadyFigures(wrote=10, in_time=7)
    assert ready_notes(GOOD, few, TODAY) == (ReadyCode.READY,)
    assert ready_notes(GOOD, many, TODAY) == (ReadyCode.PROMISE_FIRST,)


def test_after_a_quarter_it_is_worth_another_look():
    later = TODAY + timedelta(days=90)
    assert ready_notes(GOOD, ReadyFigures(), later) == (ReadyCode.LOOK_AGAIN,)


def test_half_answered_is_not_called_ready():
    half = Readiness(product=YES, gain="bread", on=TODAY)
    assert ready_notes(half, ReadyFigures(), TODAY) == ()
