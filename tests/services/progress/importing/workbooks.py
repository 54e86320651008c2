"""A tiny Excel workbook, written by hand so that tests need no library for it."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    'Type="{office}/{kind}" Target="{target}"/></Relationships>'
)


def place(row: int, column: int) -> str:
    """Return a cell's name, such as B3; both count from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def sheet(rows: Sequence[Sequence[str]]) -> str:
    """Return the XML of a sheet that holds these cells as text."""
    body = "".join(
        f'<row r="{at + 1}">'
        + "".join(
            f'<c r="{place(at, column)}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
            for column, cell in enumerate(row)
        )
        + "</row>"
        for at, row in enumerate(rows)
    )
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{body}</sheetData></worksheet>'


def write_workbook(path: Path, sheet_xml: str) -> Path:
    """Write a workbook with one sheet."""
    workbook = (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        '<sheets><sheet name="All posts" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        root = {"office": _OFFICE, "kind": "officeDocument", "target": "xl/workbook.xml"}
        archive.writestr("_rels/.rels", _RELATIONS.format(**root))
        archive.writestr("xl/workbook.xml", workbook)
        inner = {"office": _OFFICE, "kind": "worksheet", "target": "worksheets/sheet1.xml"}
        archive.writestr("xl/_rels/workbook.xml.rels", _RELATIONS.format(**inner))
        archive.writestr("xl/worksheets/sheet1.xml", sheet_xml)
    return path


def write_old_workbook(
    path: Path, rows: Sequence[Sequence[str]], next_block: int = -2, claimed: int = 0
) -> Path:
    """Write an .xls of the kind of 1997.

    ``next_block`` may lead its last block back into it; ``claimed`` says how many rows it has.
    """
    stream = _biff(rows, claimed)
    blocks = len(stream) // _BLOCK
    chain = [*range(1, blocks), next_block]
    table = [*chain, -2, -3] + [-1] * (_BLOCK // 4 - blocks - 2)
    root = _entry("Root Entry", 5, -2, 0, child=1)
    book = _entry("Workbook", 2, 0, len(stream))
    header = struct.pack(
        "<8s16xHHHHH6xIIiIIiIiI", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 62, 3, 0xFFFE, 9, 6,
        0, 1, blocks, 0, 4096, -2, 0, -2, 0,
    ) + struct.pack("<109i", blocks + 1, *[-1] * 108)  # fmt: skip
    listing = root + book + _entry("", 0, -1, 0) * 2
    path.write_bytes(header + stream + listing + struct.pack(f"<{len(table)}i", *table))
    return path


_BLOCK = 512


def _entry(name: str, kind: int, start: int, size: int, child: int = -1) -> bytes:
    letters = (name + "\0").encode("utf-16-le") if name else b""
    family = struct.pack("<iii", -1, -1, child)
    head = letters.ljust(64, b"\0") + struct.pack("<HBB", len(letters), kind, 1)
    return head + family + bytes(36) + struct.pack("<iQ", start, size)


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _biff(rows: Sequence[Sequence[str]], claimed: int) -> bytes:
    """Return the workbook stream: its table of contents, then one sheet of texts."""
    begin, end = struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 6), _record(0x000A, b"")
    contents = _record(0x0809, begin)
    after = len(contents) + len(_record(0x0085, bytes(8) + b"Posts")) + len(end)
    contents += _record(0x0085, struct.pack("<IHBB", after, 0, 5, 0) + b"Posts") + end
    body = _record(0x0809, begin.replace(b"\x05\x00", b"\x10\x00", 1))
    body += _record(0x0200, struct.pack("<IIHHH", 0, claimed or len(rows), 0, 16, 0))
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            text = struct.pack("<HHHHB", row, column, 0, len(cell), 1) + cell.encode("utf-16-le")
            body += _record(0x0204, text)
    stream = contents + body + end
    return stream.ljust(max(4096, -(-len(stream) // _BLOCK) * _BLOCK), b"\0")
