"""Findings as CSV: one line each, for Excel, and nothing that it would run."""

import csv
import io
from decimal import Decimal

import pytest
from page_results import UNUSABLE, data, result
from reports import balanced, made, read

from govxlsx.checking.examination import Result
from govxlsx.checking.finding import SEVERITY_WORDS
from govxlsx.showing import as_csv, csv_rows
from govxlsx.showing.listing import in_order


def written(*results: Result) -> str:
    return "".join(as_csv.assembled(as_csv.entry(None, 0, each) for each in results))


def rows(results: list[Result]) -> list[dict[str, str]]:
    text = written(*results)
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_begins_with_the_mark_and_ends_lines_as_windows_does() -> None:
    text = written(result("faults"))
    assert text.startswith("\ufeff文件,机关,年度,表式,级别,编码,工作表,单元格,现在是,应当是,")
    assert text.count("\ufeff") == 1
    assert text.endswith("\r\n")
    assert text.count("\n") == text.count("\r\n")


def test_one_line_for_each_finding() -> None:
    given = result("faults")
    assert given.outcome is not None
    assert given.report is not None
    told = rows([given])
    assert len(told) == len(given.outcome.findings)
    for row, finding in zip(told, in_order(given.outcome.findings, given.report.form), strict=True):
        assert row["文件"] == "faults.xlsx"
        assert row["机关"] == given.report.agency.name
        assert (row["年度"], row["表式"]) == ("2024", "2021")
        assert (row["级别"], row["编码"]) == (SEVERITY_WORDS[finding.severity], finding.code)
        assert (row["工作表"], row["单元格"]) == (finding.sheet or "", finding.cell or "")
        assert (row["说明"], row["怎么办"]) == (finding.message, finding.fix)
    broken = next(
        row
        for row in told
        if row["编码"] == "S301" and row["字段"] == "applications.disclosed.total"
    )
    assert (broken["现在是"], broken["应当是"]) == ("12", "21")
    assert broken["改这一格即可"] == "J8"


def test_fractions_and_negative_numbers_stay_numbers() -> None:
    told = rows([result("faults")])
    assert any(row["现在是"] == "-1" for row in told if row["编码"] == "V207")
    assert any(row["应当是"] == "2.5" for row in told)
    assert csv_rows.safe(str(Decimal("-1.5"))) == "-1.5"


def test_unusable_file_has_one_line() -> None:
    [row] = rows([UNUSABLE])
    assert row["文件"] == UNUSABLE.path
    assert (row["级别"], row["编码"]) == ("错误", "W102")
    assert row["说明"] == UNUSABLE.refusal


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_no_cell_can_be_taken_for_a_formula(start: str) -> None:
    formula = f"{start}cmd|' /C calc'!A0"
    given = result(
        "faults",
        agency=type(data("faults").agency)(name=formula),
        figures={"disclosure.licensing.decisions": formula},
    )
    told = rows([given])
    assert {row["机关"] for row in told} == {f"'{formula}"}
    found = next(row for row in told if row["字段"] == "disclosure.licensing.decisions")
    assert found["现在是"] == f"'{formula}"


@pytest.mark.parametrize("text", ["\t=1", "\r=1", "\n=1", "-1+1", "+1-1", "=1"])
def test_risky_text_is_quoted(text: str) -> None:
    assert csv_rows.safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-3", "+3", "-3.25", "12", "约30", "—", ""])
def test_harmless_text_stays(text: str) -> None:
    assert csv_rows.safe(text) == text


def test_money_has_the_unit_that_it_was_written_with() -> None:
    figures = {"disclosure.procurement.amount": "251000元"}
    report = read(made(balanced("2019", figures=figures)))
    lines = csv.DictReader(io.StringIO("".join(as_csv.figure_pieces([("a.xlsx", report)]))))
    unit = {each["field"]: each["unit"] for each in lines}
    assert unit["disclosure.procurement.amount"] == "元"
    others = [each for each in report.form.fields if each.id != "disclosure.procurement.amount"]
    assert [unit[each.id] for each in others] == [each.unit for each in others]
