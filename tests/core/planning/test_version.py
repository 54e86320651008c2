"""Who follows the main text, and who has own words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.planning.version import MAIN, Versions

KEYS = st.sampled_from(["facebook", "instagram", "x"])
TEXTS = st.text(max_size=5)


def test_a_platform_follows_the_main_text_until_it_is_given_own_words():
    versions = Versions("Fresh bread").with_text("x", "Bread")
    assert versions.with_text(MAIN, "Fresh rolls").text_for("facebook") == "Fresh rolls"
    assert versions.with_text(MAIN, "Fresh rolls").text_for("x") == "Bread"


def test_the_very_words_of_the_main_text_make_no_version():
    assert Versions("Fresh bread").with_text("x", "Fresh bread").follows("x")


def test_own_words_stay_own_when_they_come_to_be_the_same_as_the_main_text():
    versions = Versions("Bread").with_text("x", "Bread.").with_text("x", "Bread")
    assert not versions.follows("x")


def test_own_words_may_be_none_at_all():
    assert Versions("Bread").with_text("x", "").text_for("x") == ""


def test_following_again_forgets_only_the_words_of_that_platform():
    versions = Versions("Bread").with_text("x", "A").with_text("instagram", "B").following("x")
    assert (versions.text_for("x"), versions.text_for("instagram")) == ("Bread", "B")


@given(TEXTS, st.lists(st.tuples(KEYS | st.just(MAIN), TEXTS)))
def test_what_was_typed_last_for_a_platform_is_what_it_gets(
    main: str, typed: list[tuple[str, str]]
):
    versions = Versions(main)
    for key, text in typed:
        versions = versions.with_text(key, text)
        assert versions.text_for(key) == text
