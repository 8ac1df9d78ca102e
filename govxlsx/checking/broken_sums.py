"""What the four rules on sums share: a fact for each broken sum of one relation."""

from govxlsx.addresses import position, sum_areas
from govxlsx.checking.case import Case
from govxlsx.checking.fact import Cause, Fact, Facts, Skipped
from govxlsx.checking.hints import hints
from govxlsx.checking.many_sums import together
from govxlsx.checking.plausible import fault
from govxlsx.checking.rule import Look
from govxlsx.report.arithmetic import Tally
from govxlsx.report.figure import plain
from govxlsx.report.model import Notice, Unread


def broken(code: str) -> Look:
    """Return a look that finds the broken sums that bear ``code``."""

    def look(case: Case) -> Facts:
        if case.never_filled:
            yield Skipped("还没有填写，没有核算")
            return
        wrong = []
        for tally in case.tallies:
            if tally.sum.code != code:
                continue
            if not tally.computed:
                yield Skipped(f"{case.name(tally.sum.field)}的合计中有读不出的数，没有核算")
            elif tally.broken:
                wrong.append(tally)
        yield from together(case, wrong, [_fact(case, each) for each in wrong])

    return look


def _addresses(case: Case, fields: tuple[str, ...]) -> list[str]:
    places = (case.report.figures[field_id].at for field_id in fields)
    return [at.cell for at in places if at is not None]


def _areas(case: Case, fields: tuple[str, ...]) -> str:
    return sum_areas(tuple(_addresses(case, fields)))


def _fact(case: Case, tally: Tally) -> Fact:
    field_id = tally.sum.field
    at = case.report.figures[field_id].at
    field = case.edition.field_by_id[field_id]
    blank = tuple(each for each in tally.sum.parts if case.report.figures[each].value is None)
    lacking = blank and not tally.blank and tally.gap > 0 and tally.sum.code != "S303"
    return Fact.placed(
        at,
        field=field_id,
        cells=tuple(_addresses(case, tally.sum.fields)),
        fields=tally.sum.fields,
        found=None if tally.blank else tally.found,
        expected=tally.expected,
        words={
            "row": field.row_label,
            "column": field.column_label,
            "parts": _areas(case, tally.sum.parts),
            "totals": _areas(case, tally.sum.totals),
            "found": "空白" if tally.blank else f" {plain(tally.found)}",
            "expected": plain(tally.expected),
            "difference": plain(max(tally.gap, -tally.gap)),
            "more": "多" if tally.gap > 0 else "少",
            "less": "少" if tally.gap > 0 else "多",
            "results": _results(case, tally),
        },
        cause=_cause(case, tally),
        hints=hints(case, tally),
        blanks=_areas(case, blank) if lacking else "",
        follows=_areas(case, _before(case, tally)),
        first=_areas(case, _broken_totals(case, tally)),
        rows=_rows(case, tally),
    )


def _results(case: Case, tally: Tally) -> str:
    """Return the areas of the results that a column's balance takes as a total, else ""."""
    sums = case.edition.sums if tally.sum.code == "S303" else ()
    found = (each for each in sums if each.code == "S302" and each.field in tally.sum.totals)
    return _areas(case, next((each.parts for each in found), ()))


def _rows(case: Case, tally: Tally) -> str:
    """Return the rows amid the parts of a column's sum that the form does not have, "" for none."""
    own = case.report.figures[tally.sum.field].at
    for remark in case.remarks(Notice.UNREAD):
        if own is None or (remark.words["kind"], remark.sheet) != (Unread.ROWS, own.sheet):
            continue
        cells = list(map(position, _addresses(case, tally.sum.fields)))
        (top, column), (bottom, last) = min(cells), max(cells)
        beside = map(position, remark.cells)
        if any(at[1] == column == last and top < at[0] < bottom for at in beside):
            return remark.words["rows"]
    return ""


def _broken_totals(case: Case, tally: Tally) -> tuple[str, ...]:
    """Return the figures of a sum that are themselves totals, and not of what they add up."""
    own = tally.sum
    if tally.cause is not None:
        return ()
    wrong = {each.sum.field for each in case.tallies if each.broken and each.sum.is_total}
    return tuple(each for each in (own.parts if own.is_total else own.fields) if each in wrong)


def _before(case: Case, tally: Tally) -> tuple[str, ...]:
    """Return the broken sums beside one that adds up only totals, if it is as wrong as they are.

    Each of its figures is the total of a row, and those hold: the sums of the columns are what is
    wrong, and this one by them.
    """
    own = tally.sum
    across = [
        each
        for each in case.tallies
        if each.sum.code != own.code and each.sum.is_total and each.sum.field in own.fields
    ]
    whole = {each.sum.field for each in across} == set(own.fields)
    if not whole or any(each.broken or not each.computed for each in across):
        return ()
    alike = [each for each in case.tallies if each.sum.code == own.code]
    wrong = [each for each in alike if each.broken and each != tally]
    if sum(each.gap for each in wrong) != tally.gap:
        return ()
    return tuple(each.sum.field for each in wrong)


def _cause(case: Case, tally: Tally) -> Cause | None:
    """Return the one cell that mends several sums, None where there is none.

    What cannot stand in the cell would mend the sums but not the report, so it is not proposed.
    Where what cannot stand there does so now, ``fault`` says why.
    """
    if tally.cause is None:
        return None
    figure = case.report.figures[tally.cause]
    held = [each for each in case.tallies if each.computed and tally.cause in each.sum.fields]
    place = case.edition, tally.cause
    return Cause(
        tally.cause,
        case.name(tally.cause),
        figure.at,
        figure.value,
        None if fault(*place, tally.mend) else tally.mend,
        len(held),
        fault=fault(*place, figure.value) if figure.value is not None else "",
        leads=all(each.cause == tally.cause for each in held),
    )
