"""Sheets that claim to be huge: the figures are the clean file's, and little is kept of the rest.

What time and memory they take is measured by the benchmark; here the work is counted.
"""

import re

import pytest

from govxlsx.workbook import parsing
from workbooks import build
from workbooks.build import APPLICATIONS, DISCLOSURE

MANY = 300_000
"""More rows than cells are read of any sheet."""

STYLED = {
    "rows without cells": b'<row r="%d" s="4" customFormat="1"/>',
    "rows of cells that are closed": b'<row r="%d"><c r="A%d" s="4"></c></row>',
    "rows of empty cells": b'<row r="%d" ht="15"><c r="A%d" s="4"/><c r="B%d" s="4"/></row>',
}


def with_rows(rows: bytes, sheet: str = APPLICATIONS) -> bytes:
    """Return the clean workbook with rows added at the end of a sheet."""
    return build.replaced(build.clean(), build.part(sheet), b"</sheetData>", rows + b"</sheetData>")


@pytest.mark.parametrize("kind", STYLED)
def test_styled_empty_rows(kind: str) -> None:
    row = STYLED[kind]
    count = row.count(b"%d")
    rows = b"".join(row % ((number,) * count) for number in range(40, 40 + MANY))
    assert build.codes(build.same(with_rows(rows))) == []


def test_styled_empty_rows_cost_no_events() -> None:
    rows = b"".join(
        b'<row r="%d" s="4"><c r="A%d" s="4"/></row>' % (number, number)
        for number in range(1, 50_000)
    )
    end = b"</sheetData>"
    pieces = [rows[start : start + (1 << 16)] for start in range(0, len(rows), 1 << 16)] + [end]
    left = b"".join(parsing.without_empty(iter(pieces)))
    assert len(left) < 5_000
    assert left.endswith(end)


def test_last_row_styled() -> None:
    assert build.codes(build.same(with_rows(b'<row r="1048576" s="4" customFormat="1"/>'))) == []


@pytest.mark.parametrize("sheet", [DISCLOSURE, APPLICATIONS, "六、其他事项", "基本信息"])
def test_space_in_the_last_cell(sheet: str) -> None:
    row = (
        b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is>'
        b'<t xml:space="preserve"> </t></is></c></row>'
    )
    outcome = build.same(with_rows(row, sheet))
    finding = build.only(outcome, "W117")
    assert (finding.sheet, finding.cell, finding.severity) == (sheet, "XFD1048576", "warning")
    assert "XFD1048576" in finding.message
    assert outcome.status == "ok"


def test_whole_column_of_zeros_is_told_in_one_finding() -> None:
    rows = b"".join(
        b'<row r="%d"><c r="L%d"><v>0</v></c></row>' % (n, n) for n in range(40, 90_040)
    )
    finding = build.only(build.same(with_rows(rows)), "W117")
    assert "90000" in finding.message
    assert len(finding.message) < 300


def test_too_many_cells() -> None:
    rows = b"".join(
        b'<row r="%d"><c r="L%d"><v>0</v></c></row>' % (n, n) for n in range(40, 200_040)
    )
    assert build.refused(with_rows(rows)).code == "W105"


def test_another_huge_sheet_beside_the_form() -> None:
    """Of a sheet that is none of the form's only the first rows are read."""
    rows = b"".join(
        b'<row r="%d"><c r="A%d"><v>7</v></c></row>' % (n, n) for n in range(1, 400_000)
    )
    parts = build.unpack(build.clean())
    name = "xl/worksheets/sheet99.xml"
    parts[name] = (
        re.sub(rb"<sheetData>.*", b"<sheetData>", parts[build.part(APPLICATIONS)])
        + rows
        + b"</sheetData></worksheet>"
    )
    parts[build.BOOK] = parts[build.BOOK].replace(
        b"</sheets>", '<sheet name="台账" sheetId="99" r:id="rId99"/></sheets>'.encode()
    )
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    parts[build.RELATIONSHIPS] = parts[build.RELATIONSHIPS].replace(
        b"</Relationships>",
        b'<Relationship Id="rId99" Type="' + kind + b'" Target="worksheets/sheet99.xml"/>'
        b"</Relationships>",
    )
    finding = build.only(build.same(build.pack(parts)), "W117")
    assert finding.sheet == "台账"


def test_many_hidden_columns() -> None:
    columns = b'<cols><col min="11" max="16384" hidden="1"/></cols>'
    data = build.edited(
        build.clean(),
        build.part(APPLICATIONS),
        lambda content: re.sub(rb"<cols>.*</cols>", columns, content),
    )
    assert build.codes(build.same(data)) == []
    endless = re.sub(rb"</?cols>", b"", columns) * 1000
    data = build.edited(
        build.clean(),
        build.part(APPLICATIONS),
        lambda content: re.sub(rb"<cols>.*</cols>", b"<cols>" + endless + b"</cols>", content),
    )
    assert build.refused(data).code == "W104"
