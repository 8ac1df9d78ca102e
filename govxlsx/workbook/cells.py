"""A worksheet's populated cells, told apart by kind, with merges and what is hidden.

Source: ECMA-376 Part 1, 18.3 (Worksheets), transitional and strict. Only populated cells are kept,
so a value in the last cell of the sheet costs what it costs in the first.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from govxlsx.addresses import Area, Position
from govxlsx.patterns import regex
from govxlsx.text import clean
from govxlsx.workbook.formats import shown_date, shown_number
from govxlsx.workbook.lettering import Lettering

_T = TypeVar("_T")

TEXT_LIMIT = 1 << 20
"""The most characters that are read of one cell; Excel allows 32,767."""

_MERGES, _MERGED = 1000, 400
"""So many merged cells are looked into, and of so many cells each; the form has fewer."""

_ALIGNED = {
    "superscript": str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    "subscript": str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"),
}
_ESCAPE = regex("_x([0-9A-Fa-f]{4})_")
_PAIR = regex("[\ud800-\udbff][\udc00-\udfff]")


class CellKind(StrEnum):
    """What a cell holds. ``UNCALCULATED`` is a formula without a stored result."""

    NUMBER = "number"
    TEXT = "text"
    BOOLEAN = "boolean"
    ERROR = "error"
    DATE = "date"
    UNCALCULATED = "uncalculated"


class Cell(NamedTuple):
    """A populated cell. ``formula`` is None without one, "" where it is shared and unspelt.

    ``format`` is the number format of a number or a date, "" for General; ``struck`` tells that
    the text, or words of it, are struck out, ``unseen`` that nothing of it is seen.
    """

    kind: CellKind
    text: str
    formula: str | None = None
    format: str = ""
    struck: bool = False
    unseen: bool = False


class BesideKind(StrEnum):
    """What lies beside the cells of a sheet."""

    TEXT_BOX = "text box"
    PICTURE = "picture"
    CHART = "chart"
    OBJECT = "object"
    COMMENT = "comment"


class Beside(NamedTuple):
    """Something beside the cells: the cell where it begins, and the words that it holds."""

    kind: BesideKind
    at: Position
    text: str


@dataclass(slots=True)
class Sheet:
    """One worksheet. ``hidden`` covers hidden and "very hidden"; ``part`` is its place inside.

    ``margins`` are the headers and footers of its pages as they are stored, with their codes.
    ``from_1904`` tells from when the dates of the workbook count. ``beside`` is what lies over the
    cells or is attached to them; it is not read into the report. ``numbers`` are what stands in the
    cells that the lettering calls so, where all others are known to be plain text.
    """

    name: str
    part: str
    hidden: bool = False
    cells: dict[Position, Cell] = field(default_factory=dict)
    merges: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    margins: list[str] = field(default_factory=list)
    from_1904: bool = False
    beside: Sequence[Beside] = ()
    numbers: Sequence[str] | None = field(default=None, repr=False, compare=False)
    _lettering: Lettering | None = field(default=None, repr=False, compare=False)
    _fill: Callable[[Sheet], None] | None = field(default=None, repr=False, compare=False)

    def fill_later(
        self, letters: Lettering, numbers: Sequence[str] | None, fill: Callable[[Sheet], None]
    ) -> None:
        """Have the cells made when they are first asked for; ``letters`` are their texts."""
        del self.cells
        self._lettering, self.numbers, self._fill = letters, numbers, fill

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Make the cells that are not there yet."""
            fill = self._fill
            if name != "cells" or fill is None:
                raise AttributeError(name)
            self.cells, self._fill = {}, None
            fill(self)
            return self.cells

    def lettering(self) -> Lettering:
        """Return what stands in the sheet as text."""
        if self._lettering is None:
            kind = CellKind.TEXT
            texts = {at: cell.text for at, cell in self.cells.items() if cell.kind is kind}
            self._lettering = Lettering(dict(sorted(texts.items())))
        return self._lettering

    def judged(self, question: Hashable, judge: Callable[[], _T]) -> _T:
        """Return what ``judge`` says, once for all sheets that differ in plain numbers alone.

        It may depend on the question and on this sheet, but not on its numbers' values.
        """
        return judge() if self.numbers is None else self.lettering().once(question, judge)

    def labels(self) -> Mapping[str, Sequence[Position]]:
        """Return where each short text stands, in order, by what makes it a label."""
        return self.lettering().labels

    def shown(self, at: Position) -> str | None:
        """Return what a number or a date looks like in its cell, None where that is not plain.

        Of any other cell it is the text that is stored.
        """
        cell = self.cells[at]
        if cell.kind is CellKind.NUMBER:
            return shown_number(cell.text, cell.format)
        if cell.kind is CellKind.DATE:
            return shown_date(cell.text, cell.format, from_1904=self.from_1904)
        return cell.text

    def forget_repeats(self) -> None:
        """Forget what merged cells cover where it only repeats what is seen of them.

        Editors on the web, and formats that were copied with a merge, leave it there.
        """
        for top, left, bottom, right in self.merges[:_MERGES]:
            shown = self.cells.get((top, left))
            if shown is None or (bottom - top + 1) * (right - left + 1) > _MERGED:
                continue
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    cell = self.cells.get((row, column))
                    if cell is not None and cell is not shown and cell[:2] == shown[:2]:
                        del self.cells[row, column]

    def clear(self) -> None:
        """Forget what a preview has read."""
        self.cells = {}
        self.merges.clear()
        self.hidden_rows.clear()
        self.hidden_columns.clear()
        self.margins.clear()
        self._lettering = self.numbers = self._fill = None


def aligned(text: str, alignment: str) -> str:
    """Return the text of a run with its digits raised or lowered: 12¹ is not 121."""
    table = _ALIGNED.get(alignment)
    return text if table is None else text.translate(table)


def unescape(text: str) -> str:
    """Undo SpreadsheetML's escapes of characters: ``_x000D_`` is a carriage return.

    What an escape hides from XML (control characters, half a surrogate pair) is dropped.
    """
    if "_x" not in text:
        return text
    plain = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return clean(_PAIR.sub(lambda match: _paired(match[0]), plain))


def _paired(halves: str) -> str:
    """Return the character that a surrogate pair stands for."""
    return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le")


def whole(text: str) -> int:
    """Return a non-negative whole number, -1 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else -1
