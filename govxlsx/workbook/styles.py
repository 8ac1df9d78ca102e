"""Which cell styles show a number as a date or a time. Source: ECMA-376 Part 1, 18.8.30."""

from __future__ import annotations

import re
from collections.abc import Iterable

from govxlsx.workbook import xml
from govxlsx.workbook.remembered import remembered

_BUILT_IN = frozenset(map(str, [*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)]))
_DATE_LETTER = re.compile(r"[ymdhs年月日]", re.IGNORECASE)
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|general', re.IGNORECASE)


class _Reader:
    """Collects the number format of each cell style."""

    def __init__(self) -> None:
        self.dates = set(_BUILT_IN)
        self.formats: list[str] = []
        self.inside = False

    def number_format(self, attributes: dict[str, str]) -> None:
        format_id = attributes.get("numFmtId", "")
        if _DATE_LETTER.search(_LITERAL.sub("", attributes.get("formatCode", ""))):
            self.dates.add(format_id)
        else:
            self.dates.discard(format_id)

    def begin_cell_formats(self, _: dict[str, str]) -> None:
        self.inside = True

    def end_cell_formats(self) -> None:
        raise xml.Stop

    def cell_format(self, attributes: dict[str, str]) -> None:
        if self.inside:
            self.formats.append(attributes.get("numFmtId", "0"))


@remembered
def date_styles(pieces: Iterable[bytes]) -> frozenset[str]:
    """Return the indexes (as text, like a cell's ``s``) of the styles that show dates."""
    reader = _Reader()
    starts = {
        "numFmt": reader.number_format,
        "cellXfs": reader.begin_cell_formats,
        "xf": reader.cell_format,
    }
    ends = {"cellXfs": reader.end_cell_formats}
    xml.parse(pieces, "xl/styles.xml", xml.qualified(starts), xml.qualified_ends(ends))
    return frozenset(
        str(index) for index, used in enumerate(reader.formats) if used in reader.dates
    )
