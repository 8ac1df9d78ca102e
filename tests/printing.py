"""The workbooks of reports, printed from a plate: to make each anew takes ten times as long.

A plate is the template's workbook of a report with usual figures and a mark in the place of each
line and of the body's name. A report whose lines or figures no plate can take is made as the
template makes it; tests/test_printing.py shows that both are read as the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from govxlsx.form.editions import edition_by_id
from govxlsx.form.layout import places
from govxlsx.report.figure import Number
from govxlsx.report.interchange import Interchange
from govxlsx.template import workbook
from govxlsx.text import clean, trim

Value = Number | str | datetime | None
Parts = dict[str, bytes]

_STRINGS, _NAME = "xl/sharedStrings.xml", "name"


def printed(data: Interchange, usual: Mapping[str, Number | str | None]) -> bytes:
    """Return the workbook of a report; plates hold the usual figures."""
    content = _from_plate(data, usual)
    return workbook(edition_by_id(data.edition), data) if content is None else content


def _from_plate(data: Interchange, usual: Mapping[str, Number | str | None]) -> bytes | None:
    lines = {key: text.split("\n") for key, text in data.narrative.items()}
    if _is_plain(data.agency.name):
        lines[_NAME] = [data.agency.name]
    if data.figures.keys() != usual.keys() or not all(
        _is_plain(line) for each in lines.values() for line in each
    ):
        return None
    marks = {key: [f"{key}{place}" for place, _ in enumerate(each)] for key, each in lines.items()}
    marked = {key: "\n".join(each) for key, each in marks.items()}
    agency = replace(data.agency, name=marked.pop(_NAME, data.agency.name))
    plate = dict(_plate(_Key(replace(data, agency=agency, narrative=marked, figures=dict(usual)))))
    texts = dict(zip(marked.values(), data.narrative.values(), strict=True))
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
    """Return the parts of a package by name."""
    with ZipFile(BytesIO(content)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def package(members: Parts) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=1) as closed:
        for name, content in members.items():
            closed.writestr(name, content)
    return stream.getvalue()


def put_into(members: Parts, sheet: str, cells: Mapping[str, Value]) -> bool:
    """Put values into cells of a sheet's own XML: openpyxl takes 100 ms.

    False where a value is more than a text or a number, or a cell is not in the XML.
    """
    names = re.findall(r'<sheet name="([^"]+)"', members["xl/workbook.xml"].decode())
    part = f"xl/worksheets/sheet{names.index(sheet) + 1}.xml"
    text = members[part].decode()
    for cell, value in cells.items():
        given = _xml(value)
        found = re.search(rf'<c r="{cell}"( s="\d+")?[^>]*?(?:/>|>.*?</c>)', text)
        if given is None or found is None:
            return False
        kind, inside = given
        new = f'<c r="{cell}"{found[1] or ""}{kind}>{inside}</c>'
        text = text[: found.start()] + new + text[found.end() :]
    members[part] = text.encode()
    return True


def _xml(value: Value) -> tuple[str, str] | None:
    """Return a cell's type and content, None where openpyxl knows better."""
    if value is None:
        return "", ""
    if type(value) is int or isinstance(value, Decimal):
        return "", f"<v>{value}</v>"
    if isinstance(value, str) and value[:1] not in ("=", "#"):
        return ' t="inlineStr"', f'<is><t xml:space="preserve">{escape(value)}</t></is>'
    return None
