"""One cell of text becomes what it says, or says why it says nothing."""

from typing import NamedTuple

from govxlsx.addresses import Position
from govxlsx.reading.contents import ContentKind, content
from govxlsx.report.model import Notice
from govxlsx.text import trim
from govxlsx.workbook import CellKind, Sheet

_UNSAID = {
    ContentKind.ERROR: Notice.TEXT_ERROR,
    ContentKind.UNCALCULATED: Notice.TEXT_UNCALCULATED,
    ContentKind.PICTURE: Notice.TEXT_PICTURE,
    ContentKind.BOOLEAN: Notice.TEXT_UNCLEAR,
}


class Said(NamedTuple):
    """What a cell of text says: its text, "" for nothing, and what is to be remarked upon it.

    ``raw`` is what stands in the cell, to be quoted.
    """

    text: str
    notice: Notice | None = None
    raw: str = ""


def of_cell(sheet: Sheet, at: Position, *, number: bool = False) -> Said:
    """Return what a cell says without white space around it.

    A number or a date says what its cell shows. Where a ``number`` belongs, as a postcode or a
    year, a whole one needs no remark; it is read without the commas and the exponent of a format.
    """
    cell = sheet.cells[at]
    known = content(cell)
    if known is ContentKind.BLANK:
        return Said("")
    if known in (ContentKind.TEXT, ContentKind.MARK):
        return Said(trim(cell.text))
    raw = f"={cell.formula}" if cell.kind is CellKind.UNCALCULATED else cell.text
    if known in _UNSAID:
        return Said("", _UNSAID[known], raw)
    text = sheet.shown(at)
    if number and cell.text.isdigit() and (text or cell.text).replace(",", "") == cell.text:
        text = cell.text
    if text is None:
        return Said("", Notice.TEXT_UNCLEAR, raw)
    whole = number and known is ContentKind.NUMBER and text.isascii() and text.isdigit()
    return Said(text, None if whole else Notice.TEXT_SHOWN, raw)
