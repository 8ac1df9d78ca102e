"""The likely cause of a broken sum is told behind what to do, where it is plain."""

from dataclasses import replace
from itertools import groupby

import pytest
from reports import (
    APPLICATIONS,
    CONCLUDED,
    PROCEEDINGS,
    Figures,
    balanced,
    both,
    caught,
    checked,
    figures,
    made,
    put,
    read,
)

from govxlsx.checking import check

TYPED = "总计是直接键入的数字，不是模板的公式；恢复公式：在 {0} 输入 =SUM({1})。"
ROW = "proceedings.reconsideration"
PARTS = ("upheld", "corrected", "other", "pending")


def reconsidered(*parts: int) -> Figures:
    """Return the figures of the first row of part four, with their total."""
    given: Figures = {f"{ROW}.{name}": part for name, part in zip(PARTS, parts, strict=True)}
    return {**given, f"{ROW}.total": sum(parts)}


@both
@pytest.mark.parametrize(
    ("parts", "cell", "typed", "hint"),
    [
        ((41, 5, 0, 0), "A6", 14, "A6 的 14 可能是 41，两位数字颠倒了。"),
        ((5, 1203, 0, 0), "B6", 1230, "B6 的 1230 可能是 1203，两位数字颠倒了。"),
        ((5, 0, 0, 112), "D6", 121, "D6 的 121 可能是 112，两位数字颠倒了。"),
        ((24, 18, 0, 0), "E6", 24, "E6 的 24 可能是 42，两位数字颠倒了。"),
        ((10, 0, 0, 0), "A6", 2, ""),
        ((321, 0, 0, 0), "A6", 123, ""),
        ((41, 14, 0, 0), "A6", 14, ""),
        ((41, 5, 0, 0), "A6", -14, ""),
        ((41, 5, 0, 0), "A6", 1.4, ""),
        ((41, 5, 0, 0), "A6", None, ""),
    ],
)
def test_two_digits_that_were_swapped(
    edition: str, parts: tuple[int, ...], cell: str, typed: float | None, hint: str
) -> None:
    data = balanced(edition, figures=reconsidered(*parts))
    outcome = checked(data, put(PROCEEDINGS, **{cell: typed}))
    said = caught(outcome, "S304", "E6", PROCEEDINGS).fix
    assert said.endswith(f"。{hint}{TYPED.format('E6', 'A6:D6')}")
    assert ("颠倒" in said) == bool(hint)
    assert outcome.rules.failed == {}


@pytest.mark.parametrize(("edition", "typed", "right"), [("2019", 717, 177), ("2021", 139, 193)])
def test_swapped_digits_head_the_sums_that_they_break(edition: str, typed: int, right: int) -> None:
    outcome = checked(balanced(edition), put(APPLICATIONS, J6=typed))
    assert caught(outcome, "S301", "J6").lead == (
        f"改 J6：{typed} → {right}，下面 2 处合计就都对了。请先核对原始台账。"
        f"J6 的 {typed} 可能是 {right}，两位数字颠倒了。"
    )
    other = caught(checked(balanced(edition), put(APPLICATIONS, J6=500)), "S301", "J6")
    assert other.lead == f"改 J6：500 → {right}，下面 2 处合计就都对了。请先核对原始台账。"


def different(edition: str) -> tuple[Figures, list[int]]:
    """Return figures in which no two neighbouring totals of part three are alike, and these."""
    ids = [each for each in figures(edition) if each.startswith("applications.")]
    rows = [list(row) for _, row in groupby(ids, key=lambda each: each.rpartition(".")[0])]
    data = dict(figures(edition))
    for place, (*parts, total) in enumerate(rows):
        data[parts[0]] = 10 * place
        data[total] = 10 * place + sum(int(data[each] or 0) for each in parts[1:])
    return data, [int(data[row[-1]] or 0) for row in rows]


@both
@pytest.mark.parametrize(("step", "side"), [(-1, "上"), (1, "下")])
def test_totals_that_stand_one_row_off(edition: str, step: int, side: str) -> None:
    data, totals = different(edition)
    hint = f"相邻几行的总计都等于{side}一行的合计，总计这一列可能错了一行。"
    for rows in ((9, 10), (9, 10, 11)):
        typed = {f"J{row}": totals[row - 6 + step] for row in rows}
        outcome = checked(balanced(edition, figures=data), put(APPLICATIONS, **typed))
        off = [each for each in outcome.findings if each.code == "S301"]
        assert [each.cell for each in off] == list(typed)
        assert [hint in each.fix for each in off] == [True] * len(rows)
    for rows, other in (((9,), {}), ((9, 11), {}), ((9, 11), {"J10": 5555})):
        typed = {**{f"J{row}": totals[row - 6 + step] for row in rows}, **other}
        outcome = checked(balanced(edition, figures=data), put(APPLICATIONS, **typed))
        off = [each for each in outcome.findings if each.code == "S301"]
        assert ["错了一行" in each.fix for each in off] == [False] * len(typed)


@both
def test_a_column_that_stands_one_row_off_heads_the_sums_where_most_do(edition: str) -> None:
    data, totals = different(edition)
    for off, said in (((9, 10, 11), True), ((9, 10), False)):
        typed = {**{f"J{row}": totals[row - 5] for row in off}, "J15": 5555, "J17": 7777}
        outcome = checked(balanced(edition, figures=data), put(APPLICATIONS, **typed))
        (lead,) = {each.lead for each in outcome.findings if each.code == "S301"}
        assert ("都等于下一行的合计" in str(lead)) is said


@both
def test_a_total_is_not_that_of_a_row_that_cannot_be_read(edition: str) -> None:
    data, totals = different(edition)
    typed = {"J8": totals[3], "J9": 0, "D10": "若干"}
    outcome = checked(balanced(edition, figures=data), put(APPLICATIONS, **typed))
    off = [each for each in outcome.findings if each.code == "S301"]
    assert [(each.cell, "错了一行" in each.fix) for each in off] == [("J8", False), ("J9", False)]


@both
def test_the_first_and_the_last_total_have_one_neighbour(edition: str) -> None:
    data, totals = different(edition)
    last = 5 + len(totals)
    edges = ((6, 7), 1), ((7, 8), -1), ((last - 1, last), -1), ((last - 2, last - 1), 1)
    for rows, step in edges:
        typed = {f"J{row}": totals[row - 6 + step] for row in rows}
        outcome = checked(balanced(edition, figures=data), put(APPLICATIONS, **typed))
        off = [each for each in outcome.findings if each.code == "S301"]
        assert [(each.cell, "错了一行" in each.fix) for each in off] == [
            (each, True) for each in typed
        ]


@both
def test_a_formula_is_told_where_a_total_was_typed_and_is_the_cause(edition: str) -> None:
    outcome = checked(balanced(edition), put(APPLICATIONS, J7=5))
    assert caught(outcome, "S301", "J7").fix.endswith("台账。" + TYPED.format("J7", "D7:I7"))
    row = CONCLUDED[edition]
    column = caught(
        checked(balanced(edition), put(APPLICATIONS, **{f"J{row}": 1})), "S302", f"J{row}"
    )
    assert "恢复公式" not in column.fix
    other = checked(balanced(edition), put(APPLICATIONS, E20=90))
    assert "公式" not in caught(other, "S301", "J20").fix
    blank = checked(balanced(edition), put(PROCEEDINGS, J6=None))
    assert caught(blank, "S304", "J6").fix.endswith(
        "总计的公式被清除了；恢复公式：在 J6 输入 =SUM(F6:I6)。"
    )


@both
def test_another_formula_is_told_for_what_it_is(edition: str) -> None:
    report = read(made(balanced(edition)))
    total = report.figures[f"{ROW}.total"]._replace(value=4, calculated=True)
    counted = replace(report, figures={**report.figures, f"{ROW}.total": total})
    assert caught(check(counted), "S304", "E6").fix.endswith(
        "总计的公式加的不是这些格；恢复公式：在 E6 输入 =SUM(A6:D6)。"
    )


@both
def test_a_cell_that_mends_some_of_its_sums_heads_them_only_where_it_mends_all(
    edition: str,
) -> None:
    """Another cell would mend one of the three as well: which one is wrong, nobody can tell."""
    row = {"2019": "unavailable.needs_creation", "2021": "partly_disclosed"}[edition]
    fields = (f"applications.{row}.research_institution", "applications.concluded.natural_person")
    before = figures(edition)
    wrong = {
        field: int(before[field] or 0) + step for field, step in zip(fields, (2, -2), strict=True)
    }
    found = checked(balanced(edition, figures=wrong)).findings
    caused = [each for each in found if each.cause == fields[1]]
    assert [each.code for each in caused] == ["S301", "S303"]
    assert [each.lead for each in caused] == [None, None]
    assert [each.cause for each in found if each.code == "S302" and each.field == fields[1]] == [
        None
    ]
