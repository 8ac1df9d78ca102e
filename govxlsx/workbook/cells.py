"""A worksheet's populated cells, told apart by kind, with merges and what is hidden.

Source: ECMA-376 Part 1, 18.3 (Worksheets), transitional and strict. Only populated cells are kept,
so a value in the last cell of the sheet costs what it costs in the first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from govxlsx.addresses import Area, Position
from govxlsx.text import clean, label_key
from govxlsx.workbook.guard import damaged

TEXT_LIMIT = 1 << 20
"""The most characters that are read of one cell; Excel allows 32,767."""

LABEL_LIMIT = 120
"""A text of so many characters is no label."""

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


class CellKind(StrEnum):
    """What a cell holds. ``UNCALCULATED`` is a formula without a stored result."""

    NUMBER = "number"
    TEXT = "text"
    BOOLEAN = "boolean"
    ERROR = "error"
    DATE = "date"
    UNCALCULATED = "uncalculated"


class Cell(NamedTuple):
    """A populated cell. ``formula`` is None without one, "" where it is shared and unspelt."""

    kind: CellKind
    text: str
    formula: str | None = None


_NUMBER, _TEXT, _UNCALCULATED = CellKind.NUMBER, CellKind.TEXT, CellKind.UNCALCULATED
"""Looked up once: these are given to every cell."""


@dataclass(slots=True)
class Sheet:
    """One worksheet. ``hidden`` covers hidden and "very hidden"; ``part`` is its place inside."""

    name: str
    part: str
    hidden: bool = False
    cells: dict[Position, Cell] = field(default_factory=dict)
    merges: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    _labels: dict[str, list[Position]] | None = field(default=None, repr=False, compare=False)

    def labels(self) -> Mapping[str, Sequence[Position]]:
        """Return where each short text stands, in order, by what makes it a label."""
        if self._labels is None:
            found: dict[str, list[Position]] = {}
            for at, (kind, text, _) in self.cells.items():
                if kind is _TEXT and len(text) < LABEL_LIMIT:
                    key = label_key(text)
                    if key in found:
                        found[key].append(at)
                        found[key].sort()
                    else:
                        found[key] = [at]
            self._labels = found
        return self._labels

    def clear(self) -> None:
        """Forget what a preview has read."""
        self.cells.clear()
        self.merges.clear()
        self.hidden_rows.clear()
        self.hidden_columns.clear()
        self._labels = None


def unescape(text: str) -> str:
    """Undo SpreadsheetML's escapes of characters: ``_x000D_`` is a carriage return.

    What an escape hides from XML (control characters, half a surrogate pair) is dropped.
    """
    if "_x" not in text:
        return text
    return clean(_ESCAPE.sub(lambda match: chr(int(match[1], 16)), text))


def classify(
    kind: str,
    style: str,
    value: str,
    formula: str | None,
    strings: list[str],
    dates: frozenset[str],
    *,
    tolerant: bool = False,
) -> Cell | None:
    """Return the cell of a stored value, None where it holds nothing.

    ``kind`` and ``style`` are the attributes ``t`` and ``s``. ``tolerant`` reads "" where there is
    no such shared string. Raises UnusableWorkbookError (W104).
    """
    if kind == "s":
        text = _shared(value, strings, tolerant=tolerant) if value or formula is not None else ""
    elif kind in ("inlineStr", "str"):
        text = unescape(value)
    elif not value.strip():
        return None if formula is None else Cell(_UNCALCULATED, "", formula)
    elif kind == "b":
        return Cell(CellKind.BOOLEAN, "TRUE" if value.strip() == "1" else "FALSE", formula)
    elif kind == "e":
        return Cell(CellKind.ERROR, value.strip(), formula)
    elif kind == "d" or style in dates:
        return Cell(CellKind.DATE, value.strip(), formula)
    else:
        return Cell(_NUMBER, value.strip(), formula)
    return Cell(_TEXT, text, formula) if text or formula is not None else None


def _shared(value: str, strings: list[str], *, tolerant: bool) -> str:
    index = whole(value.strip())
    if 0 <= index < len(strings):
        return strings[index]
    if tolerant:
        return ""
    raise damaged(f"单元格引用了不存在的文字（第 {value[:12]} 条）")


def whole(text: str) -> int:
    """Return a non-negative whole number, -1 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else -1
