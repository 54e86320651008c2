"""English or not, by small words and scripts."""

from __future__ import annotations

import tomllib

import pytest

from socialcoach.core.meter import Band, Meter
from socialcoach.core.meter.model import model_path


@pytest.fixture(scope="module")
def meter() -> Meter:
    """One meter for the whole file."""
    return Meter.load()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We bake our bread from scratch every morning.", "en"),
        ("Fresh bread for your weekend", "en"),
        ("Brioche!", "unknown"),
        ("", "unknown"),
        ("Heute backen wir für euch das Brot mit Roggen", "other"),
        ("Hoy tenemos el pan de la abuela", "other"),
        ("Ce matin nous avons du pain pour vous", "other"),
        ("Vandaag bakken we brood met het graan van onze boer", "other"),
        ("今日は新しいパンがあります", "other"),
        ("Сегодня у нас свежий хлеб", "other"),
    ],
)
def test_language(meter: Meter, text: str, language: str) -> None:
    assert meter.read(text).language == language


def test_a_foreign_text_is_judged_by_its_plain_signs_alone(meter: Meter) -> None:
    text = "Heute backen wir für euch das Brot mit Roggen"
    assert meter.read(text).band is Band.GIVING
    loud = meter.read(text + " 20% 4,50 € https://example.org !!!")
    assert loud.selling
    assert all(cue.reason.sells for cue in loud.cues)


def test_no_word_stands_in_both_lists() -> None:
    lists = tomllib.loads((model_path() / "languages.toml").read_text("utf-8"))
    assert not set(lists["english"]) & set(lists["other"])
