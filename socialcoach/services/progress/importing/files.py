"""The bytes of a stranger's file: what they are, how big, in which encoding. Nothing is trusted."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import BinaryIO

from socialcoach.core.errors import UserError

LARGEST_BYTES = 200_000_000
"""About ten times the export of a business that posts hourly for ten years."""

LONGEST_LINE = 3_000_000
"""Bytes; no platform allows a post of such a length."""

HEAD_BYTES = 65_536
_CHUNK = 1_048_576
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"%PDF", b"\0\0\1\0")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MEDIA_MARKS = (b"ftyp", b"WEBP", b"WAVE", b"AVI ")
_TWO_HIGH = re.compile(rb"[\x80-\xff]{2,}")
_HIGH = re.compile(rb"[\x80-\xff]")
_POLISH = re.compile(rb"[a-z][\xb3\xb9\xbf][a-z]")
_NEVER_TOGETHER = ((b"\xec", b"\xf8"), (b"\xf5", b"\xfb"))

Opener = Callable[[], BinaryIO]


class FileKind(Enum):
    """What the first bytes say a file is."""

    TEXT = auto()
    ZIP = auto()
    OLD_SPREADSHEET = auto()


@dataclass(frozen=True)
class Survey:
    """What one pass over a text's bytes found.

    ``guessed`` says that the file does not tell its encoding and is not UTF-8; ``lost`` counts
    characters that cannot be read in it.
    """

    encoding: str
    guessed: bool
    lost: int


def kind_of(path: Path) -> FileKind:
    """Return what kind of file it is.

    Raises ``UserError``: ``import.unreadable``, ``import.empty``, ``import.too_large``,
    ``import.picture``.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(64)
    except OSError as error:
        raise UserError("import.unreadable", file=path.name, why=str(error)) from error
    if size == 0:
        raise UserError("import.empty", file=path.name)
    if size > LARGEST_BYTES:
        limit = LARGEST_BYTES // 1_000_000
        raise UserError(
            "import.too_large", file=path.name, megabytes=size // 1_000_000, limit=limit
        )
    return _kind(head, path.name)


def _kind(head: bytes, name: str) -> FileKind:
    if head.startswith(_PICTURES) or head[4:8] in _MEDIA_MARKS or head[8:12] in _MEDIA_MARKS:
        raise UserError("import.picture", file=name)
    if head.startswith(_ZIP):
        return FileKind.ZIP
    return FileKind.OLD_SPREADSHEET if head.startswith(_OLE) else FileKind.TEXT


def survey(opener: Opener, name: str) -> Survey:
    """Read all bytes once and say how to decode them.

    Raises ``UserError("import.not_an_export")`` for bytes that are no text and for a line so long
    that reading it would fill the memory.
    """
    with opener() as stream:
        head = stream.read(HEAD_BYTES)
    encoding = _marked(head) or _unmarked_utf16(head)
    if encoding is None and _looks_binary(head):
        raise UserError("import.not_an_export", file=name)
    lost, good, longest = _decode_all(opener, encoding or "utf-8")
    if longest > LONGEST_LINE:
        raise UserError("import.not_an_export", file=name)
    if encoding is not None or lost == 0 or good >= 4 * lost:
        return Survey(encoding or "utf-8", False, lost)
    return Survey(_one_byte_encoding(opener), True, 0)


def _marked(head: bytes) -> str | None:
    marks = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"))
    for mark, encoding in (*marks, (codecs.BOM_UTF16_BE, "utf-16")):
        if head.startswith(mark):
            return encoding
    return None


def _unmarked_utf16(head: bytes) -> str | None:
    """Recognise UTF-16 that lost its mark: every other byte of plain text is zero."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = max(len(head) // 2, 1)
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.05 * half else None


def _looks_binary(head: bytes) -> bool:
    strange = sum(
        head.count(bytes([code])) for code in range(32) if code not in (9, 10, 11, 12, 13)
    )
    return strange > 0.01 * len(head)


def _decode_all(opener: Opener, encoding: str) -> tuple[int, int, int]:
    """Return unreadable characters, readable ones beyond ASCII, and bytes without a line's end."""
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    lost = good = run = longest = 0
    with opener() as stream:
        while chunk := stream.read(_CHUNK):
            end = max(chunk.rfind(b"\n"), chunk.rfind(b"\r"))
            run = run + len(chunk) if end < 0 else len(chunk) - end
            longest = max(longest, run)
            text = decoder.decode(chunk)
            if not text.isascii():
                bad = text.count("\ufffd")
                lost += bad
                good += len(text) - bad - len(text.encode("ascii", "ignore"))
    return lost, good, longest


def _one_byte_encoding(opener: Opener) -> str:
    """Guess between Western, Central European and Cyrillic Windows text.

    Cyrillic words are runs of high bytes. Polish puts its own letters where Western text has ¹, ³
    and ¿, which never stand inside a word; Czech and Hungarian bring together letters that no
    Western language has both of: ì and ø, õ and û.
    """
    with opener() as stream:
        sample = stream.read(_CHUNK)
    high = len(_HIGH.findall(sample))
    in_runs = sum(len(run) for run in _TWO_HIGH.findall(sample))
    if high and in_runs > 0.7 * high:
        return "cp1251"
    pairs = any(one in sample and other in sample for one, other in _NEVER_TOGETHER)
    return "cp1250" if pairs or _POLISH.search(sample) else "cp1252"
