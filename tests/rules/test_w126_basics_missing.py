from dataclasses import replace

import pytest
from reports import AGENCY, BASICS, balanced, both, caught, checked, put, silent


@both
def test_silent_on_name_and_year(edition: str) -> None:
    silent(checked(balanced(edition)), "W126")


@both
def test_caught_without_the_name(edition: str) -> None:
    outcome = checked(balanced(edition, agency=replace(AGENCY, name="")))
    assert "机关名称" in caught(outcome, "W126", "B3", BASICS).message


@both
def test_caught_with_a_year_that_is_none(edition: str) -> None:
    outcome = checked(balanced(edition), put(BASICS, B4="去年"))
    assert "报告年度" in caught(outcome, "W126", "B4", BASICS).message


@pytest.mark.parametrize("year", ["２０２０年度", "二〇二〇年", "二零二〇"])
@both
def test_a_year_written_out_is_read(edition: str, year: str) -> None:
    silent(checked(balanced(edition), put(BASICS, B4=year)), "W126")


@both
@pytest.mark.parametrize(("cell", "value"), [("B3", "#REF!"), ("B4", True)])
def test_silent_where_it_is_told_why_nothing_is_read(
    edition: str, cell: str, value: object
) -> None:
    silent(checked(balanced(edition), put(BASICS, **{cell: value})), "W126")


@pytest.mark.parametrize("year", ["2025-2026", "2026年1-12月", "本年", 26, 20206, 2015])
@both
def test_what_is_no_year_is_quoted(edition: str, year: str | int) -> None:
    finding = caught(checked(balanced(edition), put(BASICS, B4=year)), "W126", "B4", BASICS)
    assert f"填的是“{year}”" in finding.message
