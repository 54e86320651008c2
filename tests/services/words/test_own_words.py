"""SocialCoach keeps its own rule: what it says on the screen gives, and never pushes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from socialcoach.core.meter import Context
from tests.test_words import FORMS
from tests.worlds import bundled, reader

WORTH_READING = 6
"""Fewer words are a label, not a sentence; the meter is made for posts."""

HARDEST = 3
"""The most pressure the meter knows. The meter is made for posts, so that plain instructions on a
screen ("please choose…") may read as asking people to act; none may push."""


def own_sentences() -> Iterator[tuple[str, str]]:
    """Everything on the screen that is long enough to be read as a post, with its place."""
    yield from FORMS
    for lesson in bundled().lessons:
        yield f"lesson {lesson.id}", f"{lesson.thought} {lesson.why}"


def worth_reading(form: str) -> bool:
    """Tell a sentence from a label; what is filled in is not counted."""
    return len(re.sub(r"\{\w*\}", "", form).split()) > WORTH_READING


def test_nothing_socialcoach_says_pushes_hard():
    sentences = [one for one in own_sentences() if worth_reading(one[1])]
    assert len(sentences) > 100
    context = Context()
    pushing = [
        f"{place}: {form}"
        for place, form in sentences
        if reader().read(form, context).pressure == HARDEST
    ]
    assert not pushing, "\n".join(pushing)


def test_socialcoach_keeps_its_own_rule_of_thumb():
    sentences = [form for _place, form in own_sentences() if worth_reading(form)]
    context = Context()
    selling = [form for form in sentences if reader().read(form, context).selling]
    assert len(selling) <= len(sentences) / 5
