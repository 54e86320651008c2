"""The data that comes with SocialCoach: complete, strict, and honest about its sources."""

from __future__ import annotations

import json
import re
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from socialcoach.core.planning.idea import GENERAL
from socialcoach.core.strategy.trade import OTHER_TRADE
from socialcoach.paths import resource_dir
from socialcoach.storage.bundled.bundled import load_bundled
from socialcoach.storage.bundled.ideas import load_idea_file, load_ideas, load_ideas_for
from socialcoach.storage.bundled.platforms import load_platform, load_platforms
from socialcoach.storage.bundled.reading import BundledDataError
from socialcoach.storage.bundled.trades import load_trades
from tests.test_words import JARGON, LONGEST_SENTENCE

DATA = load_bundled(resource_dir())
KEYS = [
    *("facebook", "instagram", "linkedin", "tiktok", "pinterest", "youtube", "google_business"),
    *("x", "threads", "bluesky", "mastodon", "nextdoor", "whatsapp", "reddit"),
]


@pytest.fixture
def platform(tmp_path: Path) -> Path:
    """A copy of a platform's file, to spoil."""
    copy = tmp_path / "bluesky.toml"
    shutil.copy(resource_dir() / "platforms" / "bluesky.toml", copy)
    return copy


def spoil(path: Path, old: str, new: str) -> Path:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_all_fourteen_platforms_are_there():
    assert sorted(DATA.platforms) == sorted(KEYS)


def test_every_icon_exists_in_the_icon_library():
    fonts = files("qtawesome") / "fonts"
    charmaps = [file for file in fonts.iterdir() if file.name.startswith("phosphor-charmap")]
    icons = json.loads(charmaps[0].read_text(encoding="utf-8"))
    missing = [f.icon for f in DATA.platforms.values() if f.icon.removeprefix("ph.") not in icons]
    assert not missing


@pytest.mark.parametrize("key", KEYS)
def test_every_group_of_facts_names_its_source(key: str):
    facts = DATA.platforms[key]
    groups = (facts.text, facts.hashtags, facts.links, facts.pictures, facts.compose)
    groups += (facts.post_link, facts.fit)
    assert all(len(group.source) > 5 for group in groups)


def shown_texts() -> list[str]:
    """Every sentence and name of the data that an owner may read."""
    facts = DATA.platforms.values()
    of_platforms = [text for f in facts for text in (f.name, f.what, f.fit.content, f.links.advice)]
    return of_platforms + [trade.name for trade in DATA.trades.values()]


def test_the_texts_of_the_data_are_short_and_plain():
    for text in shown_texts():
        sentences = re.split(r"(?<=[.?:;])\s+", text)
        assert all(len(sentence.split()) <= LONGEST_SENTENCE for sentence in sentences), text
        assert not JARGON.search(text), text
        assert "!" not in text, text


@pytest.mark.parametrize("key", KEYS)
def test_what_a_platform_is_fits_in_one_sentence(key: str):
    what = DATA.platforms[key].what
    assert what.endswith(".")
    assert what.count(".") == 1


def test_figures_of_a_survey_are_percentages_of_adults_somewhere():
    for facts in DATA.platforms.values():
        if facts.audience is not None:
            shares = [facts.audience.everyone, *facts.audience.ages.values()]
            assert all(0 < share <= 100 for share in shares)
            assert len(facts.audience.country) == 2


@pytest.mark.parametrize("key", KEYS)
def test_the_weekly_time_is_marked_as_a_guess(key: str):
    assert not DATA.platforms[key].fit.certain


def test_trades_named_by_platforms_are_in_the_list():
    unknown = {
        (facts.key, trade)
        for facts in DATA.platforms.values()
        for trade in facts.fit.trades
        if trade not in DATA.trades
    }
    assert not unknown


def test_there_are_at_least_45_trades_with_words_to_find_them_by():
    assert len(DATA.trades) >= 45
    assert all(trade.examples for trade in DATA.trades.values())
    assert OTHER_TRADE in DATA.trades


def test_the_hints_of_a_trade_run_from_nought_to_two():
    for trade in DATA.trades.values():
        hints = (trade.looks, trade.local, trade.businesses, trade.know_how, trade.regulars)
        assert all(0 <= hint <= 2 for hint in hints), trade.key


def test_ideas_are_for_trades_and_platforms_that_exist():
    ideas = load_ideas(resource_dir())
    trades = {idea.trade for idea in ideas} - {GENERAL}
    platforms = {platform for idea in ideas for platform in idea.platforms}
    assert trades <= set(DATA.trades)
    assert platforms <= set(KEYS)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("limit = 300", 'limit = "300"', "limit"),
        ("limit = 300", "limit = true", "limit"),
        ("limit = 300", "limt = 300", "limt"),
        ("limit = 300", "limit = 0", "text.limit"),
        ('rule = "graphemes"', 'rule = "letters"', "rule"),
        ('key = "bluesky"', 'key = "blusky"', "key"),
        ("checked_on = 2026-11-22", 'checked_on = "today"', "checked_on"),
        ('makes = ["short_words", "photos"]', 'makes = ["songs"]', "makes"),
        ("minutes_low = 30", "minutes_low = 300", "minutes_low"),
        ("nearby = 1", "nearby = 7", "nearby"),
        ('"18-29" = 6', '"18-30" = 6', "ages"),
        (
            'prefill = "https://bsky.app/intent/compose?text={text}"',
            'prefill = "https://bsky.app/"',
            "prefill",
        ),
        ('page = "https://bsky.app/"', 'page = "http://bsky.app/"', "page"),
        ("pattern = '/profile", "pattern = '(/profile", "pattern"),
        ("[text]", "[text", "cannot be read"),
    ],
)
def test_a_mistake_in_a_platforms_file_is_named(platform: Path, old: str, new: str, named: str):
    with pytest.raises(BundledDataError) as error:
        load_platform(spoil(platform, old, new))
    assert error.value.facts["file"] == "bluesky.toml"
    assert named in str(error.value.facts["problem"])


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(BundledDataError) as error:
        load_trades(tmp_path)
    assert error.value.facts["file"] == "trades.toml"


def test_an_empty_folder_is_not_taken_for_a_world_without_platforms(tmp_path: Path):
    with pytest.raises(BundledDataError):
        load_platforms(tmp_path)


def test_a_trade_may_stand_in_the_list_only_once(tmp_path: Path):
    path = tmp_path / "trades.toml"
    shutil.copy(resource_dir() / "trades.toml", path)
    path.write_text(path.read_text(encoding="utf-8") + '\n[[trade]]\nkey = "bakery"\nname = "B"\n')
    with pytest.raises(BundledDataError) as error:
        load_trades(tmp_path)
    assert "bakery" in str(error.value.facts["problem"])


IDEA = """trade = "bakery"
name = "Bakery"

[[idea]]
id = "bakery-one"
title = "Bring a hard loaf back to life"
kind = "tip"
value = "Bread gets eaten."
minutes = 10
platforms = ["facebook"]
starter = "Wet the crust of [loaf]."
months = [12]
"""


def test_only_the_ideas_of_the_trade_and_the_general_ones_are_read():
    assert {idea.trade for idea in load_ideas_for(resource_dir(), "bakery")} == {GENERAL, "bakery"}


@pytest.mark.parametrize("word", ["falconer", "", "../platforms/x", "a\0b", "*"])
def test_a_trade_in_the_owners_own_word_gets_the_general_ideas(word: str):
    assert {idea.trade for idea in load_ideas_for(resource_dir(), word)} == {GENERAL}


def test_an_idea_is_read_with_its_trade(tmp_path: Path):
    path = tmp_path / "bakery.toml"
    path.write_text(IDEA, encoding="utf-8")
    (idea,) = load_idea_file(path)
    assert (idea.trade, idea.months, idea.minutes) == ("bakery", (12,), 10)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("months = [12]", "months = [13]"),
        ('kind = "tip"', 'kind = "advert"'),
        ("minutes = 10", "minutes = 0"),
        ('trade = "bakery"', 'trade = "baker"'),
        ('title = "Bring a hard loaf back to life"', 'title = " "'),
        ('value = "Bread gets eaten."', ""),
        ("months = [12]", "seasons = [12]"),
    ],
)
def test_a_mistake_in_an_ideas_file_is_refused(tmp_path: Path, old: str, new: str):
    path = tmp_path / "bakery.toml"
    path.write_text(IDEA, encoding="utf-8")
    with pytest.raises(BundledDataError):
        load_idea_file(spoil(path, old, new))
