"""The word lists, answers and addresses that come along are whole, kind and of the right shape."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest

from socialcoach.core.relations.care import Concern, calm_answers
from socialcoach.paths import resource_dir
from socialcoach.storage.bundled.platforms import load_platforms
from socialcoach.storage.bundled.reading import BundledDataError
from socialcoach.storage.bundled.relations import load_columns, load_relation_texts

TEXTS = load_relation_texts(resource_dir())


def test_words_are_small_letters_without_signs_and_stand_once_in_their_list():
    lists = {name: words for name, words in asdict(TEXTS.words).items() if name != "same"}
    lists |= {words[0]: words for words in TEXTS.words.same}
    for name, words in lists.items():
        assert words, name
        assert len(set(words)) == len(words), name
        for word in words:
            assert word == word.casefold().strip(), word
            assert word.replace(" ", "").isalnum(), word


def test_words_for_the_same_thing_stand_in_one_list_and_tell_something():
    every = [word for words in TEXTS.words.same for word in words]
    assert len(set(every)) == len(every)
    assert not set(every) & set(TEXTS.words.common)


def test_no_word_both_praises_and_insults():
    assert not set(TEXTS.words.praise) & set(TEXTS.words.rude)


@pytest.mark.parametrize("concern", Concern)
def test_every_concern_has_a_calm_answer_and_a_way_into_private(concern: Concern):
    offered = calm_answers((concern,), TEXTS.calm)
    assert len(offered) >= 2
    assert "private" in [one.key for one in offered[:3]]


def test_answers_are_short_kind_and_without_exclamation_marks():
    for one in (*TEXTS.answers, *TEXTS.calm):
        assert len(one.text) < 300, one.key
        assert "!" not in one.text, one.key
    keys = [one.key for one in TEXTS.answers]
    assert len(set(keys)) == len(keys) >= 6


def test_addresses_are_of_platforms_we_know():
    known = {facts.key for facts in load_platforms(resource_dir())}
    assert set(TEXTS.inboxes) <= known


def test_names_of_columns_mean_one_thing_each():
    columns = load_columns(resource_dir())
    names = [name for field, known in columns.items() if field != "first" for name in known]
    assert len(set(names)) == len(names)


def test_a_stray_place_to_fill_in_is_refused_with_the_file_and_the_entry(tmp_path: Path):
    folder = tmp_path / "relations"
    folder.mkdir()
    for file in (resource_dir() / "relations").iterdir():
        (folder / file.name).write_text(file.read_text("utf-8"), "utf-8")
    text = '[[answer]]\nkey = "odd"\ntitle = "Odd"\ntext = "Hi {nam}"\n'
    (folder / "answers.toml").write_text(text, "utf-8")
    with pytest.raises(BundledDataError) as caught:
        load_relation_texts(tmp_path)
    assert caught.value.facts["file"] == "answers.toml"
    assert "answer 1" in str(caught.value.facts["problem"])
