"""Finding web addresses in a text, as the platforms find them.

X also makes a link of a bare ``example.com``, Mastodon only of what begins with ``http``
(docs.x.com and docs.joinmastodon.org, checked 2026-11-22).
"""

from __future__ import annotations

import re

import regex

_ENDINGS = (
    "com org net info biz edu gov mil int io ai app dev co me tv cc shop store online site website "
    "blog cafe coffee bar pub restaurant pizza bakery kitchen salon studio yoga fitness gym garden "
    "flowers florist photography photo design art gallery music dance school academy courses "
    "coach consulting legal law accountant tax builders plumbing repair cleaning services care "
    "dental clinic health vet pet dog farm organic wine beer travel tours hotel holiday house "
    "boutique clothing fashion jewelry gifts toys books bike auto club community group team life "
    "live world today news space link page xyz local london paris berlin nyc eu uk us de fr es it "
    "nl be ch at se no dk fi pl pt ie gr cz hu ro bg hr si sk ee lv lt lu is ca mx br ar cl au nz "
    "za in jp cn kr sg hk my th ph id vn ae il tr ua ru pro global family social"
)
"""Name endings that X turns into a link without ``http``: the common ones, not all 1,400."""

# A closing bracket belongs to the address when it was opened in it, as in ".../Bread_(food)".
_OWN_BRACKET = r"(?:(?<=[\w/=&-]\([^\s<>\"“”():]{0,200})\))?"
_TAIL = rf"(?:[/?#](?:[^\s<>\"“”]{{0,2000}}[^\s<>\"“”.,;:!?'’)\]}}…]{_OWN_BRACKET})?)?"
_HOST = r"(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,62}))(?:\.[\p{L}\p{N}_-]{1,63}){1,10}(?::\d{1,5})?"
_FULL = rf"https?://{_HOST}{_TAIL}"
_NAME = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_BARE = rf"(?<![\w@./-])(?:{_NAME}\.){{1,5}}(?:{'|'.join(_ENDINGS.split())})(?![\w@-]|\.\w){_TAIL}"

FULL_LINK = regex.compile(_FULL, regex.IGNORECASE)
"""An address that begins with ``http://`` or ``https://``, without the full stop after it."""

ANY_LINK = regex.compile(rf"{_FULL}|{_BARE}", regex.IGNORECASE)
"""The same, or a bare name such as ``rosasbakery.com/menu``; mail addresses do not count."""


_INNER_DOT = re.compile(r"\w\.\w")


def find_links(text: str) -> list[str]:
    """Return the web addresses in a text, with and without ``http``, in their order."""
    return [match.group() for match in ANY_LINK.finditer(text)] if _may_have_links(text) else []


def link_places(text: str) -> list[tuple[int, int]]:
    """Return where web addresses begin and end."""
    return [match.span() for match in ANY_LINK.finditer(text)] if _may_have_links(text) else []


def replace_links(text: str, words: str) -> str:
    """Return the text with these words in place of every web address."""
    return ANY_LINK.sub(words, text) if _may_have_links(text) else text


def _may_have_links(text: str) -> bool:
    """Tell whether there is a dot inside a word; most texts have none and are done quickly."""
    return _INNER_DOT.search(text) is not None
