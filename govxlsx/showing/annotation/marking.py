"""Colours and comments the cells of the copy."""

from __future__ import annotations

from math import ceil

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Border, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from govxlsx.addresses import Position
from govxlsx.checking.finding import Severity
from govxlsx.personal import masked
from govxlsx.showing.annotation.marks import Mark, Marks
from govxlsx.showing.annotation.wording import stored
from govxlsx.template.measure import units

COLORS = {Severity.ERROR: "FFFFC7CE", Severity.WARNING: "FFFFE680", Severity.INFO: "FFD6E8FA"}
"""Light red, light yellow, light blue."""

_FRAME = Side("medium", color="FFC00000")
_WRONG = Border(left=_FRAME, right=_FRAME, top=_FRAME, bottom=_FRAME)
"""A frame where the error is reported: the parts of a broken sum are as red as its total."""

_AUTHOR = "govxlsx"
_WIDTH = 340
_LINE_UNITS = 48
_LINE_HEIGHT, _EDGE, _HIGHEST = 18, 18, 620
_COMMENT_LIMIT = 8_000


def fill(severity: Severity) -> PatternFill:
    """Return the fill of a severity."""
    return PatternFill("solid", fgColor=COLORS[severity])


def mark(copy: Workbook, marks: Marks) -> None:
    """Mark the cells of every sheet that is there; existing comments are kept and readable."""
    for sheet in copy.worksheets:
        for cell in sheet._cells.values():
            if isinstance(cell, Cell) and cell.comment is not None:
                _fit(cell.comment)
        for at, each in marks.get(masked(sheet.title), {}).items():
            _mark_cell(_anchor(sheet, at), each)


def _anchor(sheet: Worksheet, at: Position) -> Cell:
    """Return a cell, or the first cell of the merged ones that it belongs to."""
    row, column = at[0] + 1, at[1] + 1
    for merge in sheet.merged_cells.ranges:
        if merge.min_row <= row <= merge.max_row and merge.min_col <= column <= merge.max_col:
            row, column = merge.min_row, merge.min_col
            break
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def _mark_cell(cell: Cell, mark: Mark) -> None:
    cell.fill = fill(mark.severity)
    if mark.wrong:
        cell.border = _WRONG
    text = stored(mark.text)
    if not text:
        return
    old = cell.comment
    author = _AUTHOR if old is None else str(old.author or _AUTHOR)
    before = "" if old is None or not old.text else f"{old.text}\n\n"
    comment = Comment((before + text)[:_COMMENT_LIMIT], author)
    _fit(comment)
    cell.comment = comment


def _fit(comment: Comment) -> None:
    """Make a comment's box as large as its text."""
    lines = sum(max(1, ceil(units(line) / _LINE_UNITS)) for line in str(comment.text).split("\n"))
    comment.width = _WIDTH
    comment.height = min(_HIGHEST, _EDGE + lines * _LINE_HEIGHT)
