"""The stored results of formulas: openpyxl drops them, so they are put back into the copy's XML.

Source: ECMA-376 Part 1, 18.3.1.4 (c) and 18.3.1.96 (v).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from govxlsx.addresses import address
from govxlsx.patterns import regex
from govxlsx.report.figure import State, plain
from govxlsx.report.model import Report
from govxlsx.showing.annotation.wording import stored
from govxlsx.workbook import Book, Cell, CellKind, Sheet

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NUMBER = regex(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")


class StoredResult(NamedTuple):
    """A formula's stored result: the cell's type ("" is a number) and its text."""

    type: str
    text: str


StoredResults = Mapping[str, StoredResult]
"""The results of one sheet's formulas by address."""


def stored_results(book: Book, report: Report) -> list[StoredResults]:
    """Return the results of every sheet's formulas, in the order of the sheets.

    Sums of the template that were added up here get the number that was read for them.
    """
    summed = {
        (figure.at.sheet, figure.at.cell): StoredResult("", plain(figure.value))
        for figure in report.figures.values()
        if figure.state in (State.SUMMED, State.STALE)
        and figure.at is not None
        and figure.value is not None
    }
    return [_of_sheet(sheet, summed) for sheet in book.sheets]


def _of_sheet(sheet: Sheet, summed: Mapping[tuple[str, str], StoredResult]) -> StoredResults:
    found: dict[str, StoredResult] = {}
    for at, cell in sheet.cells.items():
        if cell.formula is not None:
            name = address(*at)
            result = summed.get((sheet.name, name)) or _result(cell)
            if result is not None:
                found[name] = result
    return found


def _result(cell: Cell) -> StoredResult | None:
    match cell.kind:
        case CellKind.TEXT:
            return StoredResult("str", stored(cell.text))
        case CellKind.BOOLEAN:
            return StoredResult("b", "1" if cell.text == "TRUE" else "0")
        case CellKind.ERROR:
            return StoredResult("e", cell.text)
        case CellKind.UNCALCULATED:
            return None
    if _NUMBER.fullmatch(cell.text):
        return StoredResult("", cell.text)
    return StoredResult("d", cell.text) if cell.kind is CellKind.DATE else None


def restore(part: bytes, results: StoredResults, extensions: etree._Element | None) -> bytes:
    """Return a worksheet's XML with the results in its formula cells, and with ``extensions``."""
    root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, huge_tree=True))
    for cell in root.iter(f"{_MAIN}c"):
        result = results.get(cell.get("r", ""))
        if result is not None and cell.find(f"{_MAIN}f") is not None:
            _put(cell, result)
    if extensions is not None:
        root.append(extensions)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _put(cell: etree._Element, result: StoredResult) -> None:
    value = cell.find(f"{_MAIN}v")
    if value is None:
        value = etree.SubElement(cell, f"{_MAIN}v")
    value.text = result.text
    if result.text != result.text.strip():
        value.set(_SPACE, "preserve")
    if result.type:
        cell.set("t", result.type)
