"""Links, mentions and hashtags for Bluesky: exact to the byte, whatever is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.planning.counting import count_text
from socialcoach.core.planning.facets import MarkKind, facets, find_marks, mentioned
from socialcoach.core.planning.platform_facts import CountRule

PIECES = st.sampled_from(
    [
        *(
            "https://example.org/brot?a=1#top",
            "rosasbakery.com/menü",
            "http://x.org).",
            "@ann.test",
        ),
        *(
            "#Bäckerei",
            "＃パン",
            "#",
            "@",
            "🥐",
            "👨‍👩‍👧‍👦",
            " ",
            "\n",
            "\r\n",
            "a",
            "ü",
            ".",
            "(",
            "://",
        ),
        *("@ann.test@mas.to", "mail@ann.test", "#1", "#a#b", "@a.b.c-", "\u200b", "e\u0301"),
    ]
)
anything = st.lists(PIECES | st.text(max_size=3), max_size=25).map("".join)


def shown(text: str) -> list[tuple[str, str, str]]:
    """Return what is marked: the kind, the marked part of the text, the value."""
    raw = text.encode("utf-8", "surrogatepass")
    return [
        (mark.kind, raw[mark.start : mark.end].decode("utf-8", "surrogatepass"), mark.value)
        for mark in find_marks(text)
    ]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Brot 🥐 https://x.org/a.", [("link", "https://x.org/a", "https://x.org/a")]),
        ("see rosas.com/menu!", [("link", "rosas.com/menu", "https://rosas.com/menu")]),
        ("(HTTP://X.org)", [("link", "HTTP://X.org", "HTTP://X.org")]),
        ("hi @Ann.Test, ok", [("mention", "@Ann.Test", "ann.test")]),
        ("mail rosa@x.org", []),
        ("@ann is no handle", []),
        ("#Brot und #1 und # und a#b", [("tag", "#Brot", "Brot")]),
        ("https://x.org/#top", [("link", "https://x.org/#top", "https://x.org/#top")]),
        ("#" + "x" * 65, []),
        ("@ann.test@mas.to", []),
    ],
)
def test_what_is_marked(text: str, marked: list[tuple[str, str, str]]):
    assert shown(text) == marked


@given(anything)
def test_marks_lie_within_the_text_at_whole_characters_and_never_overlap(text: str):
    raw = text.encode("utf-8", "surrogatepass")
    end = 0
    for mark in find_marks(text):
        assert end <= mark.start < mark.end <= len(raw)
        raw[: mark.start].decode("utf-8", "surrogatepass")
        raw[mark.start : mark.end].decode("utf-8", "surrogatepass")
        end = mark.end


@given(anything)
def test_what_is_marked_reads_as_its_value(text: str):
    for kind, words, value in shown(text):
        if kind == MarkKind.LINK:
            assert value in (words, f"https://{words}")
        else:
            assert words[1:].casefold() == value.casefold()


@given(anything)
def test_marking_more_text_behind_moves_nothing_before_it(text: str):
    assert find_marks(text + "\n\nend")[: len(find_marks(text))] == find_marks(text)


def test_each_handle_is_looked_up_once_and_an_unknown_one_stays_text():
    marks = find_marks("@ann.test @bob.test @ann.test")
    assert mentioned(marks) == ("ann.test", "bob.test")
    made = facets(marks, {"ann.test": "did:plc:ann", "bob.test": ""})
    assert [facet["features"][0]["did"] for facet in made] == ["did:plc:ann"] * 2


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Read https://en.example.org/Bread_(food).", "https://en.example.org/Bread_(food)"),
        ("(https://en.example.org/Bread_(food))", "https://en.example.org/Bread_(food)"),
        ("(https://example.org/menu)", "https://example.org/menu"),
        ("[menu](https://example.org/menu)", "https://example.org/menu"),
        ("see rosasbakery.com/menu_(new)!", "https://rosasbakery.com/menu_(new)"),
    ],
)
def test_a_bracket_that_was_opened_in_an_address_belongs_to_it(text: str, address: str):
    assert [mark.value for mark in find_marks(text)] == [address]


def test_an_address_with_brackets_counts_as_one_link():
    address = "https://en.example.org/wiki/Bread_(food)"
    assert count_text(address, CountRule.SERVER) == count_text(address, CountRule.WEIGHTED) == 23
