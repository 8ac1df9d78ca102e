"""The workbooks of reports, printed from a plate: to make each anew takes ten times as long.

A plate is the template's workbook of a report with usual figures and a mark in the place of each
line and of each of the body's entries. A report whose lines or figures no plate can take is made
as the template makes it; tests/test_printing.py shows that both are read as the same.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZipFile

from openpyxl.cell.cell import ERROR_CODES

from govxlsx.addresses import position
from govxlsx.deflate import FAST
from govxlsx.form.editions import edition_by_id
from govxlsx.form.layout import places
from govxlsx.report.figure import Number
from govxlsx.report.interchange import Interchange
from govxlsx.template import workbook
from govxlsx.text import clean, trim
from govxlsx.word.pack import Package, pack

Value = Number | str | float | datetime | None
Parts = dict[str, bytes]

_STRINGS = "xl/sharedStrings.xml"
_ENTRIES = ("name", "website", "address", "postcode", "phone", "email")


def printed(data: Interchange, usual: Mapping[str, Number | str | None]) -> bytes:
    """Return the workbook of a report; plates hold the usual figures."""
    content = _from_plate(data, usual)
    return workbook(edition_by_id(data.edition), data) if content is None else content


def _from_plate(data: Interchange, usual: Mapping[str, Number | str | None]) -> bytes | None:
    lines = {key: text.split("\n") for key, text in data.narrative.items()}
    given = {key: getattr(data.agency, key) for key in _ENTRIES}
    entries = {key: text for key, text in given.items() if _is_plain(text)}
    if data.figures.keys() != usual.keys() or not all(
        _is_plain(line) for each in lines.values() for line in each
    ):
        return None
    marks = {key: [f"{key}{place}" for place, _ in enumerate(each)] for key, each in lines.items()}
    marked = {key: "\n".join(each) for key, each in marks.items()}
    agency = replace(data.agency, **{key: f"{key}-mark" for key in entries})
    plate = dict(_plate(_Key(replace(data, agency=agency, narrative=marked, figures=dict(usual)))))
    texts = dict(zip(marked.values(), data.narrative.values(), strict=True))
    texts |= {f"{key}-mark": text for key, text in entries.items()}
    for key, each in marks.items():
        texts |= zip(each, lines[key], strict=True)
    plate[_STRINGS] = re.sub(
        rf"<t>({'|'.join(map(re.escape, texts))})</t>",
        lambda found: f"<t>{escape(texts[found[1]])}</t>",
        plate[_STRINGS].decode(),
    ).encode()
    cells: dict[str, dict[str, Value]] = {}
    for field, place in places(data.edition).items():
        if data.figures[field] != usual[field]:
            cells.setdefault(place.sheet, {})[place.cell] = data.figures[field]
    if all(put_into(plate, sheet, values) for sheet, values in cells.items()):
        return package(plate)
    return None


def _is_plain(line: str) -> bool:
    return line == trim(clean(line)) and line[:1] not in ("", *"=#") and "\n" not in line


class _Key:
    """A report as the key of its plate."""

    def __init__(self, data: Interchange) -> None:
        self.data, self._words = data, repr(data)

    def __hash__(self) -> int:
        return hash(self._words)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self._words == other._words


@lru_cache(maxsize=50)
def _plate(key: _Key) -> Parts:
    return parts(workbook(edition_by_id(key.data.edition), key.data))


def parts(content: bytes) -> Parts:
    """Return the parts of a package by name, to be changed at will."""
    return dict(_parts(content))


@lru_cache(maxsize=20)
def _parts(content: bytes) -> Parts:
    with ZipFile(BytesIO(content)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def package(members: Parts) -> bytes:
    return pack(members.items(), Package(), _deflated).whole


@lru_cache(maxsize=200)
def _deflated(part: bytes) -> bytes:
    """Return a part compressed; most of a plate's parts are as they were."""
    return FAST(part)


def put_into(members: Parts, sheet: str, cells: Mapping[str, Value]) -> bool:
    """Put values into cells of a sheet's own XML: openpyxl takes 100 ms. False for a date."""
    names = re.findall(r'<sheet name="([^"]+)"', members["xl/workbook.xml"].decode())
    part = f"xl/worksheets/sheet{names.index(sheet) + 1}.xml"
    text = members[part].decode()
    for cell, value in cells.items():
        given = _xml(value)
        if given is None:
            return False
        kind, inside = given
        text = _with_row(text, position(cell)[0] + 1)
        start, end, style = _place(text, cell)
        text = f'{text[:start]}<c r="{cell}"{style}{kind}>{inside}</c>{text[end:]}'
    members[part] = text.encode()
    return True


def _with_row(text: str, row: int) -> str:
    """Return a sheet's XML in which there is a row, into which cells may be put."""
    for each in re.finditer(r'<row r="(\d+)"[^>]*>', text):
        if int(each[1]) >= row:
            begin, end = each.span()
            if int(each[1]) > row:
                return f'{text[:begin]}<row r="{row}"></row>{text[begin:]}'
            return f"{text[: end - 2]}></row>{text[end:]}" if each[0].endswith("/>") else text
    return text.replace("</sheetData>", f'<row r="{row}"></row></sheetData>')


def _place(text: str, cell: str) -> tuple[int, int, str]:
    """Return where a cell begins and ends in a sheet's XML, or is to begin, and its style."""
    found = re.search(rf'<c r="{cell}"( s="\d+")?[^>]*?(?:/>|>.*?</c>)', text)
    if found is not None:
        return found.start(), found.end(), found[1] or ""
    row, column = position(cell)
    start = text.index(">", text.index(f'<row r="{row + 1}"')) + 1
    end = text.index("</row>", start)
    for each in re.finditer(r'<c r="([A-Z]+\d+)"', text[start:end]):
        if position(each[1])[1] > column:
            end = start + each.start()
            break
    return end, end, ""


def _xml(value: Value) -> tuple[str, str] | None:
    """Return a cell's type and content, None where openpyxl knows better."""
    if value is None:
        return "", ""
    if isinstance(value, datetime):
        return None
    if isinstance(value, bool):
        return ' t="b"', f"<v>{value:d}</v>"
    return _xml_of_text(value) if isinstance(value, str) else ("", f"<v>{value}</v>")


def _xml_of_text(text: str) -> tuple[str, str]:
    if text in ERROR_CODES:
        return ' t="e"', f"<v>{text}</v>"
    if text.startswith("="):
        return "", f"<f>{escape(text[1:])}</f><v></v>"
    return ' t="inlineStr"', f'<is><t xml:space="preserve">{escape(text)}</t></is>'
