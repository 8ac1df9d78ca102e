"""The workbooks that are measured: the examples' data with other figures, and the worst files."""

from __future__ import annotations

import base64
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from govxlsx.form.editions import edition_by_id
from govxlsx.report.interchange import Interchange, parse
from govxlsx.template import workbook

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"

_LAST_CELL = (
    b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t xml:space="preserve"> </t></is></c>'
)
_SPACE = "http://schemas.openxmlformats.org"
_OTHER_BOOK = {
    "[Content_Types].xml": f'<Types xmlns="{_SPACE}/package/2006/content-types"/>',
    "xl/workbook.xml": (
        f'<workbook xmlns="{_SPACE}/spreadsheetml/2006/main"'
        f' xmlns:r="{_SPACE}/officeDocument/2006/relationships">'
        '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_SPACE}/package/2006/relationships">'
        '<Relationship Id="rId1" Target="worksheets/sheet1.xml" Type="worksheet"/></Relationships>'
    ),
}


@dataclass(frozen=True, slots=True)
class Workbook:
    """A filled workbook: where it lies, and which example's words it bears."""

    path: Path
    example: str


def _scaled(data: Interchange, factor: int) -> Interchange:
    """Multiply every figure, so that a sum holds or is broken as it was."""
    figures = {
        field_id: value * factor if isinstance(value, int | Decimal) else value
        for field_id, value in data.figures.items()
    }
    return replace(data, figures=figures)


def workbooks(folder: Path, count: int) -> list[Workbook]:
    """Write ``count`` workbooks, the examples in turn, no two with the same figures."""
    examples = {
        path.parent.name: parse(path.read_bytes()) for path in sorted(EXAMPLES.glob("*/data.json"))
    }
    names = list(examples)
    made: list[Workbook] = []
    for number in range(count):
        name = names[number % len(names)]
        data = _scaled(examples[name], 1 + number // len(names))
        path = folder / f"{number:03}.xlsx"
        path.write_bytes(workbook(edition_by_id(data.edition), data))
        made.append(Workbook(path, name))
    return made


def _with_rows(source: Path, rows: Iterator[bytes], target: Path) -> Path:
    """Copy a workbook, with more rows at the end of the sheet 六 (the last but two)."""
    with ZipFile(source) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        sheets = [name for name in old.namelist() if name.startswith("xl/worksheets/sheet")]
        chosen = sorted(sheets, key=lambda name: int(name[19:-4]))[-3]
        for name in old.namelist():
            content = old.read(name)
            if name == chosen:
                content = content.replace(b"</sheetData>", b"".join(rows) + b"</sheetData>")
            new.writestr(name, content)
    return target


def _other_book(target: Path, size: int) -> Path:
    """Write a book of random words that is no report: a file of ``size`` bytes."""
    randomness = random.Random(1)
    each, wide = 60, 20
    count = size // each
    strings, cells = BytesIO(), BytesIO()
    opening = f'xmlns="{_SPACE}/spreadsheetml/2006/main"><'.encode()
    strings.write(b"<sst " + opening[:-1])
    cells.write(b"<worksheet " + opening + b"sheetData>")
    for number in range(count):
        word = base64.b64encode(randomness.randbytes(each))
        strings.write(b"<si><t>%b</t></si>" % word)
        row, column = divmod(number, wide)
        start = b'<row r="%d">' % (row + 1) if column == 0 else b""
        end = b"</row>" if column == wide - 1 or number == count - 1 else b""
        cells.write(
            b'%b<c r="%c%d" t="s"><v>%d</v></c>%b' % (start, 65 + column, row + 1, number, end)
        )
    strings.write(b"</sst>")
    cells.write(b"</sheetData></worksheet>")
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=1) as package:
        for name, text in _OTHER_BOOK.items():
            package.writestr(name, text)
        package.writestr("xl/sharedStrings.xml", strings.getvalue())
        package.writestr("xl/worksheets/sheet1.xml", cells.getvalue())
    return target


def worst(folder: Path, source: Path) -> dict[str, Path]:
    """Write the worst files, two of them from the workbook ``source``; return them by name."""
    rows = (
        b'<row r="%d" s="1" customFormat="1"><c r="A%d" s="1"/></row>' % (number, number)
        for number in range(2_000, 1_002_000)
    )
    far = iter((_LAST_CELL, b"</row>"))
    return {
        "1,000,000 styled empty rows": _with_rows(source, rows, folder / "rows.xlsx"),
        "one space at XFD1048576": _with_rows(source, far, folder / "far.xlsx"),
        "another book of 50 MB": _other_book(folder / "other.xlsx", 50 << 20),
    }
