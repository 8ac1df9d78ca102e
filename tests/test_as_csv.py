"""Findings as CSV: one line each, for Excel, and nothing that it would run."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from page_results import UNUSABLE, data, result

from govxlsx.checking.examination import Result
from govxlsx.showing import as_csv, csv_rows


def rows(results: list[Result]) -> list[dict[str, str]]:
    text = as_csv.findings(results)
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_begins_with_the_mark_and_ends_lines_as_windows_does() -> None:
    text = as_csv.findings([result("faults")])
    assert text.startswith("\ufeffpath,agency,year,edition,severity,code,sheet,cell,field,")
    assert text.count("\ufeff") == 1
    assert text.endswith("\r\n")
    assert text.count("\n") == text.count("\r\n")


def test_one_line_for_each_finding() -> None:
    given = result("faults")
    assert given.outcome is not None
    assert given.report is not None
    told = rows([given])
    assert len(told) == len(given.outcome.findings)
    for row, finding in zip(told, given.outcome.findings, strict=True):
        assert row["path"] == "faults.xlsx"
        assert row["agency"] == given.report.agency.name
        assert (row["year"], row["edition"]) == ("2024", "2021")
        assert (row["severity"], row["code"]) == (str(finding.severity), finding.code)
        assert (row["sheet"], row["cell"]) == (finding.sheet or "", finding.cell or "")
        assert (row["message"], row["fix"]) == (finding.message, finding.fix)
    broken = next(
        row
        for row in told
        if row["code"] == "S301" and row["field"] == "applications.disclosed.total"
    )
    assert (broken["found"], broken["expected"]) == ("12", "21")
    assert broken["cause"] == "applications.disclosed.total"


def test_fractions_and_negative_numbers_stay_numbers() -> None:
    told = rows([result("faults")])
    assert any(row["found"] == "-1" for row in told if row["code"] == "V207")
    assert any(row["expected"] == "2.5" for row in told)
    assert csv_rows.safe(str(Decimal("-1.5"))) == "-1.5"


def test_unusable_file_has_one_line() -> None:
    [row] = rows([UNUSABLE])
    assert row["path"] == UNUSABLE.path
    assert (row["severity"], row["code"]) == ("error", "W102")
    assert row["message"] == UNUSABLE.refusal


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_no_cell_can_be_taken_for_a_formula(start: str) -> None:
    formula = f"{start}cmd|' /C calc'!A0"
    given = result(
        "faults",
        agency=type(data("faults").agency)(name=formula),
        figures={"disclosure.licensing.decisions": formula},
    )
    told = rows([given])
    assert {row["agency"] for row in told} == {f"'{formula}"}
    found = next(row for row in told if row["field"] == "disclosure.licensing.decisions")
    assert found["found"] == f"'{formula}"


@pytest.mark.parametrize("text", ["\t=1", "\r=1", "\n=1", "-1+1", "+1-1", "=1"])
def test_risky_text_is_quoted(text: str) -> None:
    assert csv_rows.safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-3", "+3", "-3.25", "12", "约30", "—", ""])
def test_harmless_text_stays(text: str) -> None:
    assert csv_rows.safe(text) == text
