"""What makes typed cells of stored values: the shared strings and the styles of a workbook."""

from collections.abc import Collection, Sequence

from govxlsx.workbook.cells import Cell, CellKind, unescape, whole
from govxlsx.workbook.refusals import damaged
from govxlsx.workbook.styles import NO_STYLES, Styles

_NUMBER, _TEXT, _UNCALCULATED = CellKind.NUMBER, CellKind.TEXT, CellKind.UNCALCULATED
"""Looked up once: these are given to every cell."""

_NUMERALS = tuple(map(str, range(1000)))
"""What cells write for a shared string: workbooks of the form have 100 to 500 of them."""


class Stock:
    """The shared strings, which of them have words struck out, and the cell styles."""

    def __init__(
        self, strings: Sequence[str], styles: Styles = NO_STYLES, struck: Collection[int] = ()
    ) -> None:
        self.strings, self.styles, self.struck = strings, styles, struck
        few = len(strings) <= len(_NUMERALS)
        numerals = _NUMERALS if few else map(str, range(len(strings)))
        self.by_number = dict(zip(numerals, strings, strict=False))
        for number in struck:
            self.by_number.pop(str(number), None)

    def cell(
        self,
        kind: str,
        style: str,
        value: str | None,
        formula: str | None,
        *,
        struck: bool = False,
        tolerant: bool = False,
    ) -> Cell | None:
        """Return the cell of a stored value, None where it holds nothing.

        ``kind`` and ``style`` are the attributes ``t`` and ``s``; ``value`` is None where none is
        stored. ``tolerant`` reads "" where there is no such shared string. Raises
        UnusableWorkbookError (W104).
        """
        found = self._cell(kind, style, value, formula, struck=struck, tolerant=tolerant)
        if found is None or style not in self.styles.unseen:
            return found
        return found._replace(unseen=True)

    def _cell(
        self,
        kind: str,
        style: str,
        value: str | None,
        formula: str | None,
        *,
        struck: bool,
        tolerant: bool,
    ) -> Cell | None:
        if formula is not None and (value is None or (kind != "str" and not value.strip())):
            return Cell(_UNCALCULATED, "", formula, self.styles.formats.get(style, ""))
        value = value or ""
        struck = struck or style in self.styles.struck
        if kind in ("inlineStr", "str"):
            text = unescape(value)
            return Cell(_TEXT, text, formula, "", struck) if text or formula is not None else None
        if not value.strip():
            return None
        if kind == "s":
            number = whole(value.strip())
            text = self._shared(number, value, tolerant=tolerant)
            struck = struck or number in self.struck
            return Cell(_TEXT, text, formula, "", struck) if text or formula is not None else None
        return self._valued(kind, style, value.strip(), formula, struck=struck)

    def _valued(
        self, kind: str, style: str, value: str, formula: str | None, *, struck: bool
    ) -> Cell:
        if kind == "b":
            return Cell(
                CellKind.BOOLEAN, "TRUE" if value in ("1", "true") else "FALSE", formula, "", struck
            )
        if kind == "e":
            return Cell(CellKind.ERROR, value, formula, "", struck)
        known = CellKind.DATE if kind == "d" or style in self.styles.dates else _NUMBER
        return Cell(known, value, formula, self.styles.formats.get(style, ""), struck)

    def _shared(self, number: int, value: str, *, tolerant: bool) -> str:
        if 0 <= number < len(self.strings):
            return self.strings[number]
        if tolerant:
            return ""
        raise damaged(f"单元格引用了不存在的文字（第 {value[:12]} 条）")
