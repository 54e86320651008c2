"""The server an owner types to connect Mastodon."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.errors import UserError
from socialcoach.core.planning.mastodon_server import clean_mastodon_server, server_address


@pytest.mark.parametrize(
    "typed",
    [
        "mastodon.social",
        "  Mastodon.Social ",
        "https://mastodon.social",
        "https://mastodon.social/",
        "HTTPS://Mastodon.Social/@rosa",
        "mastodon.social/@rosa/123",
        "mastodon.social/home?x=1",
        "mastodon.social?x=1",
        "mastodon.social.",
        "rosa@mastodon.social",
        "@rosa@mastodon.social",
        "@rosa@mastodon.social/",
        "\u200bmastodon.social\u2069",
    ],
)
def test_what_people_write_for_their_server_is_understood(typed: str) -> None:
    assert clean_mastodon_server(typed) == "mastodon.social"


def test_a_port_stays() -> None:
    assert clean_mastodon_server("social.example.org:8443") == "social.example.org:8443"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "mastodon.server_blank"),
        ("   ", "mastodon.server_blank"),
        ("https://", "mastodon.server_blank"),
        ("@", "mastodon.server_blank"),
        ("http://mastodon.social", "mastodon.server_http"),
        ("HTTP://mastodon.social/@rosa", "mastodon.server_http"),
        ("mastodon social", "mastodon.server_spaces"),
        ("my server.org", "mastodon.server_spaces"),
        ("mаstodon.social", "mastodon.server_letters"),
        ("xn--mstodon-3fg.social", "mastodon.server_letters"),
        ("bücher.example", "mastodon.server_letters"),
        ("mastodon", "mastodon.server"),
        ("192.168.0.1", "mastodon.server"),
        ("127.0.0.1:3000", "mastodon.server"),
        ("localhost:3000", "mastodon.server"),
        ("https://rosa:secret@mastodon.social", "mastodon.server"),
        ("ftp://mastodon.social", "mastodon.server"),
        ("-bad-.social", "mastodon.server"),
        ("a..b.social", "mastodon.server"),
        ("mastodon.social:99999999", "mastodon.server"),
        ("javascript:alert(1)", "mastodon.server"),
        ("a" * 300 + ".social", "mastodon.server"),
    ],
)
def test_what_is_no_secure_server_is_refused_with_a_reason(typed: str, code: str) -> None:
    with pytest.raises(UserError) as caught:
        clean_mastodon_server(typed)
    assert caught.value.code == code


def test_the_letters_that_only_look_familiar_are_named() -> None:
    with pytest.raises(UserError) as caught:
        clean_mastodon_server("mаstodon.social")
    assert caught.value.facts["letters"] == "а"


def test_a_server_on_this_computer_passes_only_where_tests_let_it() -> None:
    assert clean_mastodon_server("http://127.0.0.1:3000/", loopback=True) == "127.0.0.1:3000"
    assert server_address("127.0.0.1:3000") == "http://127.0.0.1:3000"
    assert server_address("localhost.example.org") == "https://localhost.example.org"


@given(st.text(max_size=60))
def test_nothing_typed_leads_anywhere_but_to_a_plain_host(typed: str) -> None:
    try:
        host = clean_mastodon_server(typed)
    except UserError:
        return
    assert host.isascii()
    assert not set(host) & set("/@?# \\")
    assert server_address(host) == f"https://{host}"
