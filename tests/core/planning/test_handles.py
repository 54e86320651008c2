"""What owners type to sign in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.errors import UserError
from socialcoach.core.planning.handles import (
    base_address,
    clean_handle,
    clean_host,
    is_app_password,
)


@pytest.mark.parametrize(
    ("typed", "handle"),
    [
        ("rosa", "rosa.bsky.social"),
        ("@Rosa.Bsky.Social", "rosa.bsky.social"),
        ("\u202arosa.bsky.social\u202c", "rosa.bsky.social"),
        ("bsky.app/profile/rosas-bakery.example", "rosas-bakery.example"),
        ("xn--bckerei-5wa.example", "xn--bckerei-5wa.example"),
    ],
)
def test_a_handle_is_understood(typed: str, handle: str):
    assert clean_handle(typed) == handle


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_plain_handle_or_refused(typed: str):
    try:
        handle = clean_handle(typed)
    except UserError:
        return
    assert handle.isascii()
    assert clean_handle(handle) == handle


@pytest.mark.parametrize("password", ["abcd-efgh-ijkl-mnop", "1234-abcd-5678-efgh"])
def test_an_app_password_is_known_by_its_shape(password: str):
    assert is_app_password(password)


@pytest.mark.parametrize("password", ["hunter2", "abcd-efgh-ijkl", "ABCD-efgh-ijkl-mnop", ""])
def test_a_password_of_another_shape_is_not_taken_for_one(password: str):
    assert not is_app_password(password)


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        ("https://PDS.Example.org/", "pds.example.org"),
        ("pds.example.org:8443", "pds.example.org:8443"),
        ("pds.example.org.", "pds.example.org"),
    ],
)
def test_a_server_is_understood(typed: str, host: str):
    assert clean_host(typed) == host
    assert base_address(host) == f"https://{host}"


@pytest.mark.parametrize(
    "typed",
    [
        *("http://localhost:2583", "localhost:2583", "127.0.0.1", "10.0.0.1", "[::1]:80"),
        *("", "bsky", "bsky.social/x", "bsky.social?x", "a@b.org", "bsky social", "-a.org"),
        *("ftp://bsky.social", "bsky.social:port", "bsky.social\\x", "javascript:alert(1)"),
    ],
)
def test_other_servers_are_refused(typed: str):
    with pytest.raises(UserError):
        clean_host(typed)


def test_this_computer_passes_only_when_a_test_says_so():
    assert clean_host("http://localhost:2583", loopback=True) == "localhost:2583"
    assert base_address("127.0.0.1:99") == "http://127.0.0.1:99"
    with pytest.raises(UserError):
        clean_host("http://example.org", loopback=True)
