"""Whatever stands in a visible cell is in the report, is a label, or is named by a finding."""

from collections.abc import Set
from functools import cache
from io import BytesIO

from hypothesis import assume, given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell import MergedCell
from properties import examples
from reports import Edit, balanced, made, put, read
from reshaping import RESHAPINGS, Place, Reshaping

from govxlsx.addresses import address, position
from govxlsx.checking import check
from govxlsx.checking.finding import Finding
from govxlsx.form import layout
from govxlsx.form.editions import edition_by_id
from govxlsx.report.model import Report

SHEETS = (
    *(
        layout.GUIDE,
        layout.CONTROL,
        layout.BASICS,
        "一、总体情况",
        "二、主动公开",
        "三、依申请公开",
        "四、复议诉讼",
    ),
    *("五、问题与改进", "六、其他事项", layout.EXPLANATIONS),
)
MARKER = "甲乙丙丁一处写下的话"
_OWN = {
    address(layout.TABLE_TOP + row, 1) for row, each in enumerate(layout.ENTRIES) if not each.key
}
"""Entries of 基本信息 that are for the operator, not for the report: 填报人, 审核人, 填报日期."""


def _texts(report: Report) -> str:
    paragraphs = [each for part in report.narrative.values() for each in part]
    told = [each.text for each in (*paragraphs, *report.notes.values(), *report.explanations)]
    agency = report.agency
    entries = [agency.name, agency.kind, agency.scope, agency.website, agency.address]
    return "\n".join((*told, *entries, agency.postcode, agency.phone, agency.email))


def _names(finding: Finding, sheet: str, cell: str) -> bool:
    """Tell whether a finding names a cell; W127 names a whole row of 情况说明."""
    if finding.sheet != sheet:
        return False
    same_row = finding.cell is not None and position(finding.cell)[0] == position(cell)[0]
    return cell in (finding.cell, *finding.cells) or (finding.code == "W127" and same_row)


@cache
def _merged(edition: str, sheet: str) -> frozenset[str]:
    """Return the cells of a sheet that are covered by another."""
    areas = load_workbook(BytesIO(made(balanced(edition))))[sheet].merged_cells.ranges
    return frozenset(address(r - 1, c - 1) for area in areas for r, c in [*area.cells][1:])


@examples(40)
@given(
    edition=st.sampled_from(["2019", "2021"]),
    sheet=st.sampled_from(SHEETS),
    row=st.integers(1, 48),
    column=st.integers(1, 12),
)
def test_a_word_anywhere_is_read_or_told(edition: str, sheet: str, row: int, column: int) -> None:
    where = address(row - 1, column - 1)
    assume(where not in _merged(edition, sheet))
    assume(not (sheet == layout.BASICS and where in _OWN))
    report = read(made(balanced(edition), put(sheet, **{where: MARKER})))
    outcome = check(report)
    named = [each for each in outcome.findings if _names(each, sheet, where)]
    assert named or MARKER in _texts(report)


PLACES = st.builds(
    Place,
    row=st.integers(3, 31),
    column=st.integers(1, 10),
    height=st.integers(1, 4),
    width=st.integers(1, 6),
    down=st.integers(-2, 4),
    right=st.integers(-1, 3),
)


def _reshaped(sheet: str, reshape: Reshaping, place: Place, marked: str = "") -> Edit:
    """Return an edit that reshapes a sheet, and then writes the marker into a cell that is seen."""

    def edit(book: Workbook) -> None:
        assume(place.row + place.down > 0)
        assume(place.column + place.right > 0)
        reshape(book[sheet], place)
        if marked:
            cell = book[sheet][marked]
            assume(not isinstance(cell, MergedCell))
            cell.value = MARKER

    return edit


@examples(24)
@given(
    edition=st.sampled_from(["2019", "2021"]),
    sheet=st.sampled_from([each for each in SHEETS if each != layout.BASICS]),
    reshape=st.sampled_from(RESHAPINGS),
    place=PLACES,
    row=st.integers(1, 40),
    column=st.integers(1, 12),
)
def test_a_word_anywhere_in_a_reshaped_sheet_is_read_or_told(
    edition: str, sheet: str, reshape: Reshaping, place: Place, row: int, column: int
) -> None:
    where = address(row - 1, column - 1)
    report = read(made(balanced(edition), _reshaped(sheet, reshape, place, where)))
    named = [each for each in check(report).findings if _names(each, sheet, where)]
    assert named or MARKER in _texts(report)


@examples(24)
@given(
    edition=st.sampled_from(["2019", "2021"]),
    sheet=st.sampled_from(SHEETS[4:7]),
    reshape=st.sampled_from(RESHAPINGS),
    place=PLACES,
)
def test_figures_of_a_reshaped_sheet_are_right_or_told(
    edition: str, sheet: str, reshape: Reshaping, place: Place
) -> None:
    want = read(made(balanced(edition))).figures
    report = read(made(balanced(edition), _reshaped(sheet, reshape, place)))
    told = {field for each in check(report).findings for field in (each.field, *each.fields)}
    wrong = {each for each, figure in report.figures.items() if figure.value != want[each].value}
    assert {each for each in wrong - told if not _waits(edition, each, told)} == set()


def _waits(edition: str, field_id: str, told: Set[str | None]) -> bool:
    """Tell whether each sum of a figure waits until something else in it is mended."""
    sums = [each.fields for each in edition_by_id(edition).sums if field_id in each.fields]
    return bool(sums) and not any(told.isdisjoint(each) for each in sums)
