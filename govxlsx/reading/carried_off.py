"""A row or a column of figures that was moved away as a whole, onto labels or beside the table."""

from dataclasses import replace
from functools import cache
from typing import NamedTuple

from govxlsx.addresses import Position, lines, position
from govxlsx.form import layout
from govxlsx.form.editions.model import Edition, Part
from govxlsx.form.grid import grid
from govxlsx.reading.search import Located, quoted
from govxlsx.reading.shifted import is_blank, is_stray, without
from govxlsx.report.model import Notice, Remark
from govxlsx.workbook import Sheet

_WORDS = {
    True: {"what": "列", "against": "表头", "moved": "移动"},
    False: {"what": "行", "against": "行名", "moved": "移动"},
}


def without_carried_off(sheet: Sheet, edition: Edition, part: Part, found: Located) -> Located:
    """Return what was found without a line that is blank while its figures stand elsewhere.

    They do where the only figures that belong nowhere stand in one run, as many as the line has.
    Labels that they have overwritten are not missed beside; several of these tell it by themselves.
    """
    others = sheet.cells.keys() - found.labels - found.figures.keys()
    stray = {at for at in others if is_stray(sheet, found, at)}
    outside = stray - _places(edition.id, part.sheet)
    if not outside:
        return found
    blank = {at for at in found.figures if is_blank(sheet, at)}
    for upright in (False, True):
        run = _run(outside, stray, upright)
        if len(run) < 2:
            continue
        overwritten = _overwritten(edition, part, found.remarks, run)
        blanks = [
            line
            for line in lines(found.figures, upright=upright)
            if 2 <= len(line) <= len(run) and blank.issuperset(line)
        ]
        across = 1 if upright else 0
        line = min(blanks, key=lambda each: abs(each[0][across] - run[0][across]), default=[])
        if line and line[0][across] == run[0][across]:
            continue  # pushed along itself
        if line and not overwritten and not _is_sure(sheet, line, blanks, run):
            continue
        if line or len(overwritten) > 1:
            lost = [found.figures[at] for at in line]
            if line and overwritten:
                lost += _between(found, line[0][across], run, upright)
            return _without(sheet, edition, _Moved(found, lost, run, overwritten, upright))
    return found


def _run(outside: set[Position], stray: set[Position], upright: bool) -> list[Position]:
    """Return the figures outside the form if they stand in one line without a gap, else [].

    Those right beside them that stand in the form's own places, but belong nowhere, are with them.
    """
    found, along = lines(outside, upright=upright), 0 if upright else 1
    if len(found) != 1 or found[0][-1][along] - found[0][0][along] >= len(found[0]):
        return []
    (line,), run = found, set(found[0])
    for (row, column), step in ((line[0], -1), (line[-1], 1)):
        at = (row + step, column) if upright else (row, column + step)
        while at in stray:
            run.add(at)
            at = (at[0] + step, at[1]) if upright else (at[0], at[1] + step)
    return sorted(run)


def _is_sure(
    sheet: Sheet, line: list[Position], blanks: list[list[Position]], run: list[Position]
) -> bool:
    """Tell whether a run can only be a line's figures: it has no name of its own, as sums do."""
    (top, left), (bottom, right) = run[0], run[-1]
    beside = ((top, left - 1), (top - 1, left), (bottom, right + 1), (bottom + 1, right))
    return len(blanks) == 1 and len(run) == len(line) and all(is_blank(sheet, at) for at in beside)


def _between(found: Located, line: int, run: list[Position], upright: bool) -> list[str]:
    """Return the figures between a line and the labels that figures now stand on.

    They may have been moved with it, as one block.
    """
    across, along = (1, 0) if upright else (0, 1)
    first, last = sorted((line, run[0][across]))
    span = range(run[0][along], run[-1][along] + 1)
    return [
        field_id
        for at, field_id in found.figures.items()
        if first < at[across] < last and at[along] in span
    ]


@cache
def _places(edition_id: str, sheet: str) -> frozenset[Position]:
    """Return where the template has the figures of a sheet."""
    places = layout.places(edition_id).values()
    return frozenset(position(at.cell) for at in places if at.sheet == sheet)


class _Moved(NamedTuple):
    """A line that was moved: the fields that it had, where its figures stand, what they cover."""

    found: Located
    lost: list[str]
    run: list[Position]
    overwritten: list[Remark]
    upright: bool


def _without(sheet: Sheet, edition: Edition, moved: _Moved) -> Located:
    found, fields, own = moved.found, edition.field_by_id, layout.places(edition.id)
    names = [
        fields[each].column_label if moved.upright else fields[each].row_label
        for each in moved.lost
    ]
    names += [each.words["label"] for each in moved.overwritten]
    words = {
        **_WORDS[moved.upright],
        "count": "1",
        "names": quoted(names),
    }
    lost = dict.fromkeys(moved.lost)
    lost |= dict.fromkeys(each for one in moved.overwritten for each in one.fields)
    rest = replace(found, remarks=[each for each in found.remarks if each not in moved.overwritten])
    left = {position(own[each].cell) for each in lost} - {*moved.run}
    besides = sorted(at for at in left if not is_blank(sheet, at))
    return without(sheet, edition, rest, [*lost], moved.run, words, besides)


def _overwritten(
    edition: Edition, part: Part, remarks: list[Remark], run: list[Position]
) -> list[Remark]:
    """Return the remarks upon missing labels where the figures of a run stand now."""
    texts = {
        box.text
        for box in grid(edition, part.table).boxes
        if box.text
        for row, column in run
        if 0 <= row - layout.TABLE_TOP - box.row < box.rows
        and 0 <= column - box.column < box.columns
    }
    return [
        each
        for each in remarks
        if each.notice is Notice.LABEL_MISSING and each.words.get("label") in texts
    ]
