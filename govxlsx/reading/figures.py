"""One cell becomes one figure: the only place where text and numbers are normalised.

What can only mean one number is read and its state says so; everything else keeps its own text.
"""

import re
from decimal import Decimal
from functools import lru_cache

from govxlsx.addresses import Place
from govxlsx.form.editions.tables import Field, FigureKind
from govxlsx.patterns import regex
from govxlsx.reading.contents import ContentKind, folded
from govxlsx.reading.contents import of_text as content_of
from govxlsx.report.figure import Figure, Number, State
from govxlsx.text import trim
from govxlsx.workbook import Cell, CellKind

NOISE = Decimal("1e-6")
"""A count this close to a whole number is that number: rounding noise of a calculation."""

_NUMBER_CELL, _NUMBER_STATE = CellKind.NUMBER, State.NUMBER
"""Looked up once: these are compared for every cell."""

_DIGITS = frozenset("0123456789")
_COUNT_UNITS = "件个项条宗次份"
_NUMBER = r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:\.\d+)?"
_COUNT = regex(rf"({_NUMBER})\s*[{_COUNT_UNITS}]?")
_MONEY = regex(rf"[¥￥]?\s*({_NUMBER})\s*(元|万元|亿元)?")
_ANNOTATED = regex(rf"{_NUMBER}\s*[{_COUNT_UNITS}元万亿]*\s*[（(\[［【].*", re.DOTALL)
IN_YUAN = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
"""What one of each unit of money is worth in 元."""

_STORED = regex(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
"""A number as spreadsheets store it; NaN, Infinity and digits of other scripts are none."""

_LONGEST = 40
_OF_CONTENT = {
    ContentKind.BLANK: State.BLANK,
    ContentKind.MARK: State.BLANK_MARK,
    ContentKind.ERROR: State.ERROR,
    ContentKind.UNCALCULATED: State.UNCALCULATED,
}
"""What a figure's text is without being read as a number."""


def whole_if_whole(value: Decimal) -> Number:
    """Return an int where the value is a whole number."""
    return int(value) if value == value.to_integral_value() else value


def of_cell(cell: Cell | None, field: Field, at: Place) -> Figure:
    """Return the figure that a cell holds. A formula without result is UNCALCULATED here."""
    if cell is None:
        return _blank(at)
    kind, text, formula, _, _, _ = cell
    if kind is _NUMBER_CELL:
        return of_number(text, field, at, formula is not None)
    if kind is CellKind.TEXT:
        return of_text(text, field, at)
    if kind is CellKind.UNCALCULATED:
        return Figure(None, at, f"={formula}", State.UNCALCULATED, calculated=True)
    state = {
        CellKind.ERROR: State.ERROR,
        CellKind.BOOLEAN: State.BOOLEAN,
        CellKind.DATE: State.DATE,
    }[kind]
    return Figure(None, at, text, state)


@lru_cache(maxsize=1024)
def _blank(at: Place) -> Figure:
    return Figure(None, at, "", State.BLANK)


@lru_cache(maxsize=8192)
def _digit(text: str, at: Place, calculated: bool) -> Figure:
    """Return a figure of one digit, as most are; each is made once, and so nearer at hand."""
    return Figure(int(text), at, text, _NUMBER_STATE, "", calculated)


def of_number(text: str, field: Field, at: Place, calculated: bool) -> Figure:
    """Return the figure of a stored number; ``calculated`` tells that its cell has a formula."""
    if text in _DIGITS:
        return _digit(text, at, calculated)
    if text.isdigit() and len(text) < 16 and text.isascii():
        return Figure(int(text), at, text, _NUMBER_STATE, "", calculated)
    value = Decimal(text) if _STORED.fullmatch(text) else None
    if value is None or abs(value.adjusted()) > 300:
        return Figure(None, at, text, State.TEXT)
    if value != value.to_integral_value():
        # A spreadsheet calculates with 15 significant digits; the 16th and 17th are its noise.
        value = Decimal(format(float(value), ".15g"))
    noisy = field.kind is not FigureKind.DECIMAL and 0 < abs(value - round(value)) < NOISE
    if noisy:
        return Figure(round(value), at, text, State.CONVERTED, "", calculated)
    return Figure(whole_if_whole(value), at, text, _NUMBER_STATE, "", calculated)


def may_be_figure(cell: Cell) -> bool:
    """Tell whether a cell holds what may stand in a figure, and no words."""
    return cell.kind is not CellKind.TEXT or text_may_be_figure(cell.text)


def text_may_be_figure(text: str) -> bool:
    """Tell whether a text may stand in a figure, a unit included: 31, 31件, 无, nothing at all."""
    if content_of(text) in _OF_CONTENT:
        return True
    short = folded(text)
    return len(short) <= _LONGEST and any(each.fullmatch(short) for each in (_COUNT, _MONEY))


def of_text(text: str, field: Field, at: Place) -> Figure:
    """Return the figure that a text means, or the text itself with the state that says why not."""
    known = _OF_CONTENT.get(content_of(text))
    if known is not None:
        return Figure(None, at, "" if known is State.BLANK else text, known)
    short = folded(text)
    if len(short) <= _LONGEST:
        match = (_MONEY if field.kind is FigureKind.DECIMAL else _COUNT).fullmatch(short)
        if match is not None:
            return _converted(match, text, field, at)
    state = State.ANNOTATED if _ANNOTATED.match(short) else State.TEXT
    return Figure(None, at, text, state)


def _converted(match: re.Match[str], text: str, field: Field, at: Place) -> Figure:
    value = Decimal(match[1].replace(",", "").replace(" ", ""))
    unit = match[2] if field.kind is FigureKind.DECIMAL else None
    if unit and not field.unit:
        return Figure(whole_if_whole(value), at, trim(text), State.NUMBER, unit)
    if unit and unit != field.unit:
        value = value * IN_YUAN[unit] / IN_YUAN[field.unit]
        return Figure(whole_if_whole(value.normalize()), at, text, State.OTHER_UNIT)
    return Figure(whole_if_whole(value), at, text, State.CONVERTED)
