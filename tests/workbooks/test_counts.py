"""How many, how long and how much alike: where reading begins to tell, and where it ends."""

import pytest
from reports import APPLICATIONS, balanced, checked, put

from govxlsx.addresses import Area
from govxlsx.form.editions import edition_by_id
from govxlsx.reading import beside, own, signatures
from govxlsx.reading.merged import merged
from govxlsx.reading.search import quoted
from govxlsx.reading.sheets import bind, recognised
from govxlsx.reading.sums import added
from govxlsx.workbook import Beside, BesideKind, Cell, CellKind, Sheet

PARTS = edition_by_id("2021").parts


def words_of_merged(count: int, texts: int = 0) -> dict[str, str]:
    """Return what is said of so many merged pairs of figures, in some of which texts stand."""
    cells = {(row, 0): Cell(CellKind.TEXT, f"甲{row}") for row in range(texts)}
    merges = [Area(row, 0, row, 1) for row in range(count)]
    figures = {(row, column): f"{row}.{column}" for row in range(count) for column in (0, 1)}
    sheet = Sheet("表", "", cells=cells, merges=merges)
    fields, (remark,) = merged(sheet, figures, Area(0, 0, count - 1, 1))
    assert fields == set(remark.fields)
    return remark.words


@pytest.mark.parametrize(
    ("count", "end"),
    [(12, "、A12:B12"), (13, "、A12:B12 等 13 处"), (200, " 等 200 处"), (201, " 等 200 处")],
)
def test_twelve_merged_areas_are_named_and_two_hundred_counted(count: int, end: str) -> None:
    assert words_of_merged(count)["area"].endswith(end)


@pytest.mark.parametrize(
    ("count", "held"),
    [(0, ""), (3, "（写着“甲0”、“甲1”、“甲2”）"), (4, "（写着“甲0”、“甲1”、“甲2”等）")],
)
def test_three_texts_in_merged_areas_are_quoted(count: int, held: str) -> None:
    assert words_of_merged(5, count)["held"] == held


def test_six_labels_are_named() -> None:
    assert quoted("甲乙丙丁戊己甲") == "“甲”、“乙”、“丙”、“丁”、“戊”、“己”"
    assert quoted("甲乙丙丁戊己庚") == "“甲”、“乙”、“丙”、“丁”、“戊”、“己”等 7 个"


@pytest.mark.parametrize(("count", "end"), [(20, "“19”"), (21, "“19” 等")])
def test_twenty_texts_beside_the_cells_are_quoted(count: int, end: str) -> None:
    lying = [Beside(BesideKind.TEXT_BOX, (0, 0), str(number)) for number in range(count)]
    (found,) = beside.over(Sheet("表", "", beside=lying))
    assert found.words["said"].endswith(end)


@pytest.mark.parametrize(
    ("cell", "signs"),
    [
        (Cell(CellKind.TEXT, "填表人：张三" * 20), True),
        (Cell(CellKind.TEXT, "填表人：张三" * 20 + "李"), False),
        (Cell(CellKind.TEXT, "填表人：", formula="A1"), False),
        (Cell(CellKind.DATE, "46000"), True),
        (Cell(CellKind.NUMBER, "2026"), False),
    ],
)
def test_a_line_that_signs_is_a_text_or_a_date(cell: Cell, signs: bool) -> None:
    sheet = Sheet("表", "", cells={(0, 0): cell})
    assert signatures.of(sheet, [(0, 0)]) == ([(0, 0)] if signs else [])


@pytest.mark.parametrize(
    ("formula", "count"),
    [
        ("SUM(A1:A400)", 400),
        ("SUM(A1:A401)", None),
        ("SUM(A1:T20)", 400),
        ("SUM(A1:U20)", None),
        ("SUM(A1:T21)", None),
        ("SUM($D$6:E6)+F6", 3),
        ("SUM(D6:E6)+E6", None),
        ("D6-E6", None),
        ("D6+XFE1", None),
    ],
)
def test_what_a_formula_adds_up(formula: str, count: int | None) -> None:
    found = added(formula)
    assert (None if found is None else len(found)) == count


TEMPLATE = "甲乙丙丁戊己庚辛壬癸"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (TEMPLATE, True),
        (f"{TEMPLATE}。", True),
        (f"{TEMPLATE}已阅", False),
        ("甲乙丙丁戊己一二三四", True),
        ("甲乙丙丁戊一二三四五", False),
        (TEMPLATE[::-1], False),
        ("甲乙丙丁戊己", True),
        ("甲乙丙丁戊", False),
        ("、".join(TEMPLATE), True),
        ("、".join(TEMPLATE) + "。", False),
    ],
)
def test_what_is_three_fifths_the_templates_is_the_templates(text: str, told: bool) -> None:
    assert own.is_told(text, frozenset({TEMPLATE})) is told


@pytest.mark.parametrize(
    ("cell", "told"), [("A1000", False), ("A1001", True), ("CV40", False), ("CW40", True)]
)
def test_a_space_far_out_is_told(cell: str, told: bool) -> None:
    outcome = checked(balanced("2021"), put(APPLICATIONS, **{cell: " "}))
    assert ("W117" in outcome.rules.broken) is told


@pytest.mark.parametrize(("length", "known"), [(59, True), (60, False)])
def test_a_title_is_short(length: int, known: bool) -> None:
    text = PARTS[1].title.ljust(length)
    assert recognised(Sheet("台账", "", cells={(0, 0): Cell(CellKind.TEXT, text)})) is known


@pytest.mark.parametrize("count", [1, 3, 4])
def test_three_strange_sheets_are_named_where_parts_are_missing(count: int) -> None:
    strange = [Sheet(f"账{number}", "") for number in range(count)]
    remarks = bind(strange, edition_by_id("2021")).remarks
    named = "”、“".join(f"账{number}" for number in range(min(count, 3)))
    assert f"（有不认识的表“{named}”，是不是它们？）" in remarks[-1].words["told"]
