"""Sheets and shared strings as spreadsheet programs write them, read by regular expressions.

Excel, WPS, LibreOffice, openpyxl and XlsxWriter all write ``<c r="A1" s="1" t="s"><v>0</v></c>``.
What is exactly that needs no parser: one scan tells the cells apart and proves that nothing else
stands between them. For anything else (comments, CDATA, prefixes, words struck out, damage) the
functions here give up, and the parser reads the part.

Workbooks of one template differ in their values. These are taken out first, so that the scan of
what is left of the rows, their stencil, can be remembered.

What stands before and after the rows, the frame, is parsed from end to end; the scan leaves not a
byte of the rows unexplained. So what is read here is well formed, as the parser wants it.
"""

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import repeat
from xml.parsers import expat

from govxlsx.addresses import ROWS
from govxlsx.errors import UnusableWorkbookError
from govxlsx.patterns import regex
from govxlsx.workbook import markup
from govxlsx.workbook.cells import Cell, CellKind, Sheet, unescape
from govxlsx.workbook.lettering import Frame, Lettering, lettering
from govxlsx.workbook.markup import CONTENT
from govxlsx.workbook.parsing import read_sheet
from govxlsx.workbook.remembered import Content
from govxlsx.workbook.stencil import OTHER_TEXT, VALUE, Slot, Stencil, stencil
from govxlsx.workbook.stock import Stock

SMALL = 1 << 20
"""The largest part, in unpacked bytes, that is read here; no limit of the parser is within it."""

_KEPT = 1 << 17
"""The largest frame or stencil, in bytes, that is remembered."""

_OPEN, _CLOSE = b"<sheetData>", b"</sheetData>"
_PROBE = b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
_PROBE_DESCENT = _PROBE.replace(b">", b' x14ac:dyDescent="1">', 1)
_NUMBER, _TEXT = CellKind.NUMBER, CellKind.TEXT
"""Looked up once: these are given to every cell."""

_VALUE = regex(rb"<v>([^<>\x00-\x08\x0b-\x1f]+)</v>")
_VALUE_OR_TEXT = regex(
    rb"<(?:v|(is><t(?: xml:space=\"preserve\")?))>([^<>\x00-\x08\x0b-\x1f]+)</(?(1)t></is|v)>"
)
_DECLARED = (
    r"(?:\xef\xbb\xbf)?(?:<\?xml version=['\"]1\.0['\"](?: encoding=['\"](?:UTF|utf)-8['\"])?"
    r"(?: standalone=['\"](?:yes|no)['\"])? ?\?>\s*)?"
).encode("latin-1")
_BEGINNING = regex(_DECLARED + rb"<worksheet ")
_PREFIXED = regex(_DECLARED + rb"<([A-Za-z]{1,9}):(?:worksheet|sst) ")
_STRINGS = regex(
    _DECLARED + rb'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    rb'(?: count="[0-9]{1,9}")?(?: uniqueCount="[0-9]{1,9}")?><si>(.*)</si></sst>\s*',
    re.DOTALL,
)
_FACE = (
    r"<rPr>(?:<(?:rFont|family|charset|scheme|sz|[biu])"
    r"(?: val=\"[^\"<>&\x00-\x1f\ufffe\uffff]*\")?/>"
    r"|<color(?: (?:rgb|theme|indexed|auto)=\"[0-9A-Za-z]*\")?(?: tint=\"[-0-9.E]*\")?/>)*+</rPr>"
)
"""How a run of letters looks that is neither struck out nor raised or lowered."""

_TEXT_OF = r"<t(?: xml:space=\"preserve\")?>{}</t>"
_RUN = rf"<r>(?:{_FACE})?+{_TEXT_OF.format(CONTENT.strip('()'))}</r>"
_STRING = regex(
    rf"(?:{_TEXT_OF.format(CONTENT)}|<t ?/>|((?:{_RUN})++))"
    r"(?:<phoneticPr(?: fontId=\"[0-9]+\")?(?: type=\"[A-Za-z]+\")?/>)?"
)
_TAG = regex("<[^<>]*>")
_REPEATED = 200
"""Templates repeat their texts, most of which are shorter than so many bytes; others are not."""

_DESCENT = b" xmlns:x14ac="
_VIEWS, _END_OF_VIEWS = b"<sheetViews>", b"</sheetViews>"
_LONGEST_VIEWS = 2000
_VIEW = regex(rb"<sheetView[^<>-]*>(?:<(?:pane|selection)[^<>-]*/>)*</sheetView>")
"""A comment of which this is a part has no end in it."""

_one_frame = lru_cache(maxsize=64)(Frame)
"""Frames that say the same are one, whatever else tells them apart."""


def _unprefixed(data: bytes) -> bytes:
    """Return a part without the prefix before all names in it: .NET programs write one."""
    found = _PREFIXED.match(data)
    if found is None:
        return data
    start, end, space = b"<%s:" % found[1], b"</%s:" % found[1], b"xmlns:%s=" % found[1]
    tags = data.count(start) + data.count(end) + data.count(b"<?")
    if tags != data.count(b"<") or data.count(space) != 1 or b"xmlns=" in data:
        return data
    return data.replace(start, b"<").replace(end, b"</").replace(space, b"xmlns=")


def read_strings(data: bytes) -> list[str] | None:
    """Return the shared strings, None where the part is not in the usual form."""
    match = _STRINGS.fullmatch(data) or _STRINGS.fullmatch(_unprefixed(data))
    if match is None:
        return None
    items = match[1].split(b"</si><si>")
    try:
        return [_known(each) if len(each) < _REPEATED else _string(each) for each in items]
    except ValueError:
        return None


def _string(item: bytes) -> str:
    """Return what an item says. Raises ValueError where it is not in the usual form."""
    match = _STRING.fullmatch(item.decode())
    if match is None:
        raise ValueError(item)
    plain, runs = match.groups("")
    return unescape(markup.resolved(plain or _TAG.sub("", runs)))


_known = lru_cache(maxsize=1024)(_string)


def read(sheet: Sheet, data: bytes, stock: Stock) -> int | None:
    """Fill ``sheet`` from its part as ``parsing.read_sheet`` does, if it is in the usual form.

    Returns how many cells there are, None where the parser has to read the part.
    """
    if _OPEN not in data:
        data = _unprefixed(data)
    begin, end = data.find(_OPEN), data.rfind(_CLOSE)
    if not 0 <= begin < end:
        return None
    head, rows = _unviewed(data[:begin]), data[begin + len(_OPEN) : end]
    tail = data[end + len(_CLOSE) :]
    value = _VALUE_OR_TEXT if b"inlineStr" in rows else _VALUE
    markups, step = value.split(rows), value.groups + 1
    emptied, stored = Content(VALUE.encode().join(markups[::step])), markups[step - 1 :: step]
    kept = max(len(head) + len(tail), len(emptied)) <= _KEPT
    frame = (_frame if kept else _frame.__wrapped__)(Content(head), Content(tail))
    found = (stencil if kept else stencil.__wrapped__)(emptied, stock.styles, _DESCENT in head)
    if frame is None or found is None:
        return None
    sheet.clear()
    try:
        values = found.values(_texts(stored))
        plain = kept and found.lettered and not _covered(found, frame)
        letters = _lettering(found, frame, values, stock) if plain else None
        fill = partial(_fill, slots=found.slots, values=values, stock=stock)
        if letters is None:
            fill(sheet)
        else:
            sheet.fill_later(letters, _numbers(found, values), fill)
    except (ValueError, LookupError, OverflowError, UnusableWorkbookError):
        return None
    sheet.hidden_rows |= found.hidden_rows
    sheet.merges.extend(frame.merges)
    sheet.hidden_columns |= frame.hidden_columns
    sheet.margins.extend(frame.margins)
    if letters is None:
        sheet.forget_repeats()
    return len(found.slots)


@lru_cache(maxsize=128)
def _covered(cut: Stencil, frame: Frame) -> bool:
    """Tell whether a populated cell lies inside a merged one, where it may repeat what is seen."""
    return any(
        top <= slot.at[0] <= bottom and left <= slot.at[1] <= right and slot.at != (top, left)
        for top, left, bottom, right in frame.merges
        for slot in cut.slots
    )


def _unviewed(head: bytes) -> bytes:
    """Return what stands before the rows without where a person last stood and looked.

    Every saving changes that. It is the same for the parser, which reads nothing there.
    """
    before, _, rest = head.partition(_VIEWS)
    views, close, after = rest.partition(_END_OF_VIEWS)
    usual = close and len(views) <= _LONGEST_VIEWS and _is_sound(views)
    return b"%s<sheetViews/>%s" % (before, after) if usual else head


@lru_cache(maxsize=256)
def _is_sound(views: bytes) -> bool:
    """Tell whether views are well formed in themselves."""
    if _VIEW.fullmatch(views) is None:
        return False
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(_VIEWS + views + _END_OF_VIEWS, True)
    except expat.ExpatError:
        return False
    return True


@lru_cache(maxsize=128)
def _frame(head: bytes, tail: bytes) -> Frame | None:
    """Return what the parser reads of a sheet before and after its rows.

    None where that is not well formed or has cells of its own. Templates repeat it.
    """
    if _BEGINNING.match(head) is None:
        return None
    sheet = Sheet("", "")
    probe = _PROBE_DESCENT if _DESCENT in head else _PROBE
    try:
        read_sheet(sheet, iter((b"".join((head, _OPEN, probe, _CLOSE, tail)),)), Stock([]))
    except UnusableWorkbookError:
        return None
    if sheet.cells.keys() != {(ROWS - 1, 0)} or sheet.hidden_rows:
        return None
    return _one_frame(tuple(sheet.merges), frozenset(sheet.hidden_columns), tuple(sheet.margins))


def _texts(stored: list[bytes]) -> list[str]:
    """Return the texts of stored values. Raises ValueError for what XML cannot hold."""
    text = b"\0".join(stored).decode()
    if "\ufffe" in text or "\uffff" in text:
        raise ValueError(text)
    texts = text.split("\0") if stored else []
    return markup.all_resolved(texts) if "&" in text else texts


def _numbers(cut: Stencil, values: Sequence[str]) -> list[str] | None:
    """Return the numbers of a sheet where all that is no text is a number, and none is blank."""
    numbers = list(map(values.__getitem__, cut.numbers or ()))
    text = " ".join(numbers)
    plain = cut.numbers is not None and text.isascii() and text.split() == numbers
    return numbers if plain else None


def _lettering(cut: Stencil, frame: Frame, values: Sequence[str], stock: Stock) -> Lettering | None:
    """Return what a sheet has as text; None where that is to be seen."""
    shared = stock.by_number
    strings = map(shared.get, map(values.__getitem__, cut.strings), repeat(""))
    others = [unescape(values[each]) for each in cut.others]
    texts = (*strings, *others)
    return lettering(cut, frame, texts) if all(texts) else None


def _fill(sheet: Sheet, slots: Sequence[Slot], values: Sequence[str], stock: Stock) -> None:
    """Fill ``sheet`` with the cells of a stencil; an error where the parser has to.

    tuple.__new__ makes a Cell in half the time of its own constructor.
    """
    cells, shared, new = sheet.cells, stock.by_number, tuple.__new__
    for (at, quick, shape, formula, kind, style), value in zip(slots, values, strict=True):
        if quick == "n" and value.isdigit():
            cells[at] = new(Cell, (_NUMBER, value, formula, shape, False, False))
        elif quick == "s" and (string := shared.get(value)):
            cells[at] = new(Cell, (_TEXT, string, None, "", False, False))
        elif quick in OTHER_TEXT and (text := unescape(value)):
            cells[at] = new(Cell, (_TEXT, text, formula, "", False, False))
        else:
            cell = stock.cell(kind, style, value, formula)
            if cell is not None:
                cells[at] = cell
