"""What a Mastodon server says it takes."""

from __future__ import annotations

import pytest

from socialcoach.core.planning.mastodon_limits import limits_in, too_long_by

SAYS = {
    "configuration": {
        "statuses": {
            "max_characters": 500,
            "characters_reserved_per_url": 23,
            "max_media_attachments": 4,
        },
        "media_attachments": {
            "image_size_limit": 16_777_216,
            "image_matrix_limit": 33_177_600,
            "description_limit": 1500,
            "supported_mime_types": ["image/png"],
        },
    }
}


def test_the_server_s_own_figures_are_taken() -> None:
    assert limits_in(SAYS) == {
        "max_characters": 500,
        "characters_reserved_per_url": 23,
        "max_media_attachments": 4,
        "image_size_limit": 16_777_216,
        "image_matrix_limit": 33_177_600,
        "description_limit": 1500,
    }


def test_related_servers_say_the_length_elsewhere() -> None:
    assert limits_in({"max_toot_chars": 5000}) == {"max_characters": 5000}


@pytest.mark.parametrize("odd", [None, "500", True, 0, -1, 1.5, [], {}, 10**12])
def test_odd_figures_are_no_limits(odd: object) -> None:
    assert limits_in({"configuration": {"statuses": {"max_characters": odd}}}) == {}


@pytest.mark.parametrize("odd", [{}, {"configuration": []}, {"configuration": {"statuses": 5}}])
def test_an_answer_without_figures_gives_none(odd: dict[str, object]) -> None:
    assert limits_in(odd) == {}


def test_the_warning_counts_like_the_text() -> None:
    limits = {"max_characters": 10}
    assert too_long_by("x" * 6, "y" * 4, limits) == 0
    assert too_long_by("x" * 6, "y" * 5, limits) == 1


def test_a_link_weighs_what_the_server_says() -> None:
    link = "https://example.org/a-very-long-path-to-a-page-about-bread"
    assert too_long_by(link, "", {"max_characters": 23}) == 0
    heavier = {"max_characters": 23, "characters_reserved_per_url": 32}
    assert too_long_by(link, "", heavier) == 9


def test_a_server_that_says_nothing_takes_the_usual_length() -> None:
    assert too_long_by("x" * 501, "", {}) == 1
