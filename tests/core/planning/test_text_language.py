"""Telling the language of a post by its small words."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialcoach.core.planning.text_language import language_of
from socialcoach.storage.bundled.spelling import load_languages

LANGUAGES = load_languages(Path(__file__).parents[3] / "resources")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("What do you do with the crusts that are left?", "en"),
        ("Heute gibt es frische Brötchen und wir freuen uns auf euch.", "de"),
        ("Nous avons du pain frais pour vous ce matin, et des croissants.", "fr"),
        ("Hoy tenemos pan recién hecho para los que vienen con los niños.", "es"),
        ("Hoje temos pão fresco para você e uma receita da nossa avó.", "pt"),
        ("Oggi abbiamo il pane fresco, con una ricetta della nonna.", "it"),
        ("Wij hebben vandaag verse broodjes voor jullie en een verhaal van de bakker.", "nl"),
        ("Сегодня у нас свежий хлеб, и мы ждём вас на чай.", "ru"),
        ("Dzisiaj nie ma chleba, ale jutro jest dla was świeży.", "pl"),
        ("Idag har vi färskt bröd till er och det är gott.", "sv"),
        ("Σήμερα έχουμε φρέσκο ψωμί για σας και το καφέ μας.", "el"),
    ],
)
def test_the_language_is_told_by_small_words(text: str, code: str):
    assert language_of(text, LANGUAGES) == code


def test_a_text_too_short_to_tell_is_in_the_language_of_the_country():
    assert language_of("Brot!", LANGUAGES, "AT") == "de"
    assert language_of("Brot!", LANGUAGES) == "en"
    assert language_of("", LANGUAGES, "XX") == "en"
