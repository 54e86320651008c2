"""A tiny Excel workbook, written by hand so that tests need no library for it."""

from __future__ import annotations

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
