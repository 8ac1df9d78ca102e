"""The rows of a sheet without their values: scanned once for all workbooks that share them.

One scan tells the cells apart and proves that nothing else stands between them. Rows that say the
same are one stencil, however high a person made them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from govxlsx.addresses import ROWS, Position, position
from govxlsx.patterns import regex
from govxlsx.workbook import markup
from govxlsx.workbook.markup import CONTENT
from govxlsx.workbook.remembered import LARGEST, Content
from govxlsx.workbook.styles import Styles

VALUE = "\0"
"""What stands in a cell in place of its value and the element around that; XML cannot hold it."""

_EMPTY = r"(?:<c r=\"[A-Z]+[0-9]+\"(?: s=\"[0-9]+\")?(?: t=\"n\")? ?/>)*+"

_TOKEN = regex(
    rf"(?=<[rc])(?:<row r=\"([1-9][0-9]{{0,6}})\"([^<>]{{0,400}})>{_EMPTY})?+"
    rf"(?:<c r=\"([A-Z]{{1,3}}[0-9]{{1,7}})\"([^<>]{{0,99}})>"
    rf"(?:<f([^<>]{{0,200}})>(?:{CONTENT}</f>)?+)?+"
    rf"({VALUE}|<v></v>|<v ?/>|<is><t></t></is>)?+"
    rf"</c>{_EMPTY})?+(</row>)?+"
)
"""The tag of a row, one populated cell, what is empty after each, the end of the row: any of them.

Nothing is given back, so that the scan takes time in proportion to the text, whatever it is.
"""

_GROUPS = _TOKEN.groups + 1

_OF_ROW = frozenset(
    ("spans", "s", "customFormat", "ht", "hidden", "customHeight", "outlineLevel", "collapsed")
) | frozenset(("thickTop", "thickBot", "ph"))
_OF_DESCENDING_ROW = _OF_ROW | {"x14ac:dyDescent"}
_OF_CELL = frozenset(("s", "t", "cm", "vm", "ph"))
OTHER_TEXT = ("str", "inlineStr")
"""The kinds of cells that hold text which is not shared."""

_HEIGHT, _ONE_HIGH = regex(rb" ht=\"[1-9][0-9.]*\""), b' ht="1"'
_FEW = 2000
"""So many cells has a sheet, at most, that is compared with others."""

_NO_TEXT = frozenset(("n", "b", "e", "d"))
"""The kinds of cells that never hold text."""

_OF_FORMULA = frozenset(("t", "ref", "si", "aca", "ca", "dt2D", "dtr", "r1", "r2", "bx"))


class Slot(NamedTuple):
    """A cell without its value.

    ``quick`` is "s" for a shared string, "str" for the text of a formula, "inlineStr" for one that
    stands in the cell, "n" for a number, "f" for a formula without a value, "" for what has to be
    looked at closer; ``format`` is a number's. ``kind`` and ``style`` are the attributes ``t`` and
    ``s``.
    """

    at: Position
    quick: str
    format: str
    formula: str | None
    kind: str
    style: str


@dataclass(frozen=True, slots=True, eq=False)
class Stencil:
    """The rows of a sheet without their values; equal to none other.

    ``fixed`` are the places among the ``slots`` of formulas that have no value, ``strings`` and
    ``others`` those of what is text: shared strings and all else; ``lettered`` tells that there may
    be no further text. ``numbers`` are the places of all other values, None where one of these is
    to be looked at closer.
    """

    slots: tuple[Slot, ...]
    fixed: frozenset[int]
    hidden_rows: frozenset[int]
    strings: tuple[int, ...]
    others: tuple[int, ...]
    lettered: bool
    numbers: tuple[int, ...] | None

    def values(self, stored: list[str]) -> Sequence[str]:
        """Return what each cell holds, given what stands in those that have a value.

        Raises ValueError where there are not as many of them.
        """
        if len(stored) + len(self.fixed) != len(self.slots):
            raise ValueError(len(stored))
        if not self.fixed:
            return stored
        rest, fixed = iter(stored), self.fixed
        return ["" if at in fixed else next(rest) for at in range(len(self.slots))]


@lru_cache(maxsize=128)
def stencil(emptied: Content, styles: Styles, descending: bool) -> Stencil | None:
    """Return what rows say beside their values; None where they are not in the usual form.

    ``descending`` tells that the prefix is declared with which Excel says how far letters descend.
    How high rows of text are does not matter; it differs from one text to another.
    """
    if emptied.find(b"<f") >= 0 or len(emptied) > LARGEST:
        return _read(emptied, styles, descending)
    return _known(Content(_ONE_HIGH.join(_HEIGHT.split(emptied))), styles, descending)


def _read(emptied: Content, styles: Styles, descending: bool) -> Stencil | None:
    of_row = _OF_DESCENDING_ROW if descending else _OF_ROW
    try:
        slots, hidden = _scanned(emptied.decode(), styles, of_row)
    except (ValueError, OverflowError):
        return None
    make = _stencil if len(slots) <= _FEW else _stencil.__wrapped__
    return make(tuple(slots), frozenset(hidden))


_known = lru_cache(maxsize=64)(_read)


def _scanned(text: str, styles: Styles, of_row: frozenset[str]) -> tuple[list[Slot], set[int]]:
    """Return the cells and the hidden rows. Raises ValueError for what is not in the usual form."""
    found = _TOKEN.split(text)
    if any(found[::_GROUPS]):
        raise ValueError("more than rows and cells")
    slots: list[Slot] = []
    hidden: set[int] = set()
    row, new = -1, tuple.__new__  # which makes a slot in half the time of its own constructor
    columns = [found[group::_GROUPS] for group in range(1, _GROUPS)]
    for number, of_number, place, of_place, spelt, formula, value, end in zip(
        *columns, strict=True
    ):
        if number is not None:
            row = _row(hidden, row, int(number) - 1, markup.stated(of_number, of_row))
        if place is not None:
            at, (kind, style, shape, quick) = position(place), _shape(of_place, styles)
            calculation = _formula(spelt, formula) if spelt is not None else None
            if at[0] != row or (kind == "str" and value is None is not calculation):
                raise ValueError(place)
            if value != VALUE:
                quick = "f"
            elif quick == "s" and calculation is not None:
                quick = ""
            if value == VALUE or calculation is not None:
                slots.append(new(Slot, (at, quick, shape, calculation, kind, style)))
        if end is not None:
            if row < 0:
                raise ValueError(end)
            row = -1
    if row >= 0 or len({slot.at for slot in slots}) < len(slots):
        raise ValueError("a row without its end, or a cell twice")
    return slots, hidden


@lru_cache(maxsize=128)
def _stencil(slots: tuple[Slot, ...], hidden: frozenset[int]) -> Stencil:
    places: dict[str, list[int]] = {each: [] for each in ("s", *OTHER_TEXT, "n", "f", "")}
    for place, slot in enumerate(slots):
        places[slot.quick].append(place)
    others = sorted(place for kind in OTHER_TEXT for place in places[kind])
    plain = all(slots[place].kind in _NO_TEXT for place in places[""])
    return Stencil(
        slots,
        frozenset(places["f"]),
        hidden,
        tuple(places["s"]),
        tuple(others),
        plain and all(slots[place].kind != "str" for place in places["f"]),
        None if places[""] else tuple(places["n"]),
    )


@lru_cache(maxsize=512)
def _shape(stated: str, styles: Styles) -> tuple[str, str, str, str]:
    """Return a cell's kind, its style, its format, and what it may be at once (``Slot.quick``)."""
    attributes = markup.stated(stated, _OF_CELL)
    if "/" in attributes:
        raise ValueError(stated)
    kind, style = attributes.get("t", "n"), attributes.get("s", "0")
    quick = kind in ("s", *OTHER_TEXT) or (kind == "n" and style not in styles.dates)
    plain = quick and style not in styles.struck and style not in styles.unseen
    return kind, style, styles.formats.get(style, ""), kind if plain else ""


def _formula(stated: str, text: str | None) -> str:
    """Return a cell's formula, "" where it is unspelt."""
    if ("/" in markup.stated(stated, _OF_FORMULA)) == (text is not None):
        raise ValueError(stated)
    return markup.resolved(text or "")


def _row(hidden: set[int], open_row: int, row: int, stated: Mapping[str, str]) -> int:
    """Return the row that begins, -1 where it ends at once."""
    if open_row >= 0 or row >= ROWS:
        raise ValueError(row)
    if stated.get("hidden") in ("1", "true") or stated.get("ht") == "0":
        hidden.add(row)
    return -1 if "/" in stated else row
