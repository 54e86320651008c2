"""Every rule about people, the day and the plan says which principle it serves."""

from __future__ import annotations

import inspect
from collections.abc import Callable

import pytest

from socialcoach.core.planning.today import suggest
from socialcoach.core.progress.answering import answering
from socialcoach.core.relations.care import calm_answers, concerns, concerns_of
from socialcoach.core.relations.letter_links import social_links
from socialcoach.core.relations.letters import fitting_templates, gaps_in
from socialcoach.core.relations.listening import card_from_talk, ordered_pages, words_to_listen_for
from socialcoach.core.relations.mood import guess_mood, is_praise
from socialcoach.core.relations.outreach_due import due_promoters
from socialcoach.core.relations.outreach_whom import whom_to_ask
from socialcoach.core.relations.promoter_stop import said_no_before
from socialcoach.core.relations.readiness import ready_notes
from socialcoach.core.relations.similar import groups
from socialcoach.core.relations.waiting import wait_of
from socialcoach.core.strategy.lesson import lesson_of_day
from socialcoach.core.strategy.review import month_to_review, plan_changes, revision_is_due
from socialcoach.core.strategy.signs import signs_of
from socialcoach.core.strategy.voice import listen

PEOPLE: tuple[Callable[..., object], ...] = (
    *(wait_of, concerns, concerns_of, calm_answers, guess_mood, is_praise, groups, answering),
    *(words_to_listen_for, ordered_pages, card_from_talk),
    *(whom_to_ask, due_promoters, ready_notes, said_no_before),
    *(fitting_templates, gaps_in, social_links),
)
DAY_AND_PLAN: tuple[Callable[..., object], ...] = (
    *(suggest, lesson_of_day, signs_of, listen),
    *(month_to_review, revision_is_due, plan_changes),
)


@pytest.mark.parametrize("rule", [*PEOPLE, *DAY_AND_PLAN], ids=lambda rule: rule.__name__)
def test_a_rule_says_which_principle_it_serves(rule: Callable[..., object]):
    said = inspect.getdoc(rule) or ""
    assert "Serves" in said.split()
    assert "principle" in said or "the outside approach" in said
