"""Saved endings: kept, changed, thrown away with a way back."""

from __future__ import annotations

import pytest

from socialcoach.core.errors import UserError
from socialcoach.core.planning.ending import LONGEST_TEXT, Ending
from socialcoach.services.bundle import Services


def test_an_ending_without_a_name_gets_its_first_words(services: Services):
    services.writing.endings.keep(Ending(0, "  ", " See you soon \n"))
    assert services.writing.endings.all() == [Ending(1, "See you soon", "See you soon")]


def test_an_ending_is_changed_and_thrown_away_and_comes_back(services: Services):
    endings = services.writing.endings
    endings.keep(Ending(0, "Tags", "#bread", "instagram"))
    endings.keep(Ending(1, "Tags", "#bread #loaf", "instagram"))
    endings.throw_away(1)
    assert endings.all() == []
    endings.bring_back(1)
    assert endings.for_platform("instagram") == [Ending(1, "Tags", "#bread #loaf", "instagram")]
    assert endings.for_platform("facebook") == []


@pytest.mark.parametrize(("text", "code"), [(" ", "ending.empty"), ("x" * 2001, "ending.long")])
def test_nothing_and_a_novel_are_no_endings(services: Services, text: str, code: str):
    assert LONGEST_TEXT == 2000
    with pytest.raises(UserError) as caught:
        services.writing.endings.keep(Ending(0, "", text))
    assert caught.value.code == code
