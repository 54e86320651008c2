"""The small listener that waits for the browser to come back."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from urllib.parse import urlsplit

import httpx
import pytest

from socialcoach.core.errors import UserError
from socialcoach.services.planning.publishing.mastodon_listener import BrowserReturn

pytestmark = pytest.mark.network

Waiting = Callable[..., "Future[str]"]


@pytest.fixture
def back() -> Iterator[BrowserReturn]:
    """A listener that is closed at the end."""
    back = BrowserReturn()
    yield back
    back.cancel()
    back.close()


@pytest.fixture
def waiting(back: BrowserReturn) -> Iterator[Waiting]:
    """Begins to wait in a thread, as the app does in a worker."""
    with ThreadPoolExecutor(1) as pool:
        yield lambda **more: pool.submit(back.wait, "right-state", **{"patience_s": 20, **more})
        back.cancel()


def browse(back: BrowserReturn, question: str, path: str = "") -> httpx.Response:
    """Open an address as the browser does."""
    address = f"http://127.0.0.1:{urlsplit(back.address).port}{path}" if path else back.address
    return httpx.get(f"{address}{question}", trust_env=False, timeout=10)


def code_of(ended: Future[str]) -> str:
    """Return the code of what went wrong."""
    with pytest.raises(UserError) as caught:
        ended.result(20)
    return caught.value.code


def test_the_browser_brings_the_code_and_the_owner_may_close_the_page(
    back: BrowserReturn, waiting: Waiting
) -> None:
    ended = waiting()
    answer = browse(back, "?code=abc%2Bd&state=right-state")
    assert ended.result(20) == "abc+d"
    assert "You can close this page" in answer.text
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


def test_only_this_computer_can_reach_it(back: BrowserReturn) -> None:
    assert urlsplit(back.address).hostname == "127.0.0.1"


def test_after_one_right_request_nobody_listens(back: BrowserReturn, waiting: Waiting) -> None:
    ended = waiting()
    browse(back, "?code=abc&state=right-state")
    ended.result(20)
    with pytest.raises(httpx.ConnectError):
        browse(back, "?code=abc&state=right-state")


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ("?code=evil&state=wrong-state", ""),
        ("?code=evil", ""),
        ("", ""),
        ("?code=evil&state=right-state", "/other"),
        ("", "/favicon.ico"),
        ("?" + "&".join(f"a{n}=1" for n in range(100)), ""),
    ],
)
def test_who_does_not_know_the_state_is_turned_away_and_the_wait_goes_on(
    back: BrowserReturn, waiting: Waiting, question: str, path: str
) -> None:
    ended = waiting()
    assert browse(back, question, path).status_code == 404
    browse(back, "?code=mine&state=right-state")
    assert ended.result(20) == "mine"


@pytest.mark.parametrize("raw", [b"", b"\x00\xff\r\n\r\n", b"POST /socialcoach HTTP/1.1\r\n\r\n"])
def test_a_strange_caller_does_no_harm(back: BrowserReturn, waiting: Waiting, raw: bytes) -> None:
    ended = waiting()
    with socket.create_connection(("127.0.0.1", urlsplit(back.address).port or 0), 5) as stranger:
        stranger.sendall(raw)
    browse(back, "?code=mine&state=right-state")
    assert ended.result(20) == "mine"


def test_an_owner_who_says_no_connects_nothing(back: BrowserReturn, waiting: Waiting) -> None:
    ended = waiting()
    answer = browse(back, "?error=access_denied&state=right-state")
    assert "Nothing was connected" in answer.text
    assert code_of(ended) == "mastodon.denied"


def test_it_does_not_wait_for_ever(waiting: Waiting) -> None:
    assert code_of(waiting(patience_s=0.3)) == "mastodon.waited_too_long"


def test_it_can_be_cancelled(back: BrowserReturn, waiting: Waiting) -> None:
    ended = waiting()
    threading.Timer(0.1, back.cancel).start()
    assert code_of(ended) == "mastodon.cancelled"


def test_cancelled_before_anybody_waits_it_stops_listening(back: BrowserReturn) -> None:
    back.cancel()
    with pytest.raises(httpx.ConnectError):
        browse(back, "?code=abc&state=right-state")
    with pytest.raises(UserError) as caught:
        back.wait("right-state")
    assert caught.value.code == "mastodon.cancelled"


def test_two_can_wait_at_once(back: BrowserReturn) -> None:
    other = BrowserReturn()
    assert other.address != back.address
    other.close()
