"""Whole reports in the words that bodies use: nothing to say of a right one, one finding a slip.

Everything in them but the names of places is invented.
"""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from reports import AGENCY, balanced, checked

from govxlsx.checking.finding import Finding

_REPORTS: dict[str, dict[str, Any]] = {
    each["name"]: each
    for each in json.loads(
        (Path(__file__).parent.parent / "data" / "whole_reports.json").read_text(encoding="utf-8")
    )
}


def _found(name: str, old: str = "", new: str = "", away: int = 0) -> list[Finding]:
    """Check a report's wording with one slip in it, or as that of another year."""
    given = _REPORTS[name]
    narrative = {key: text.replace(old, new) for key, text in given["narrative"].items()}
    assert not old or narrative != given["narrative"]
    outcome = checked(
        balanced(
            "2021" if given["year"] >= 2021 else "2019",
            year=given["year"] + away,
            agency=replace(AGENCY, name=name, kind=given["kind"]),
            narrative=narrative,
        )
    )
    return [each for each in outcome.findings if each.code[0] in "NP"]


@pytest.mark.parametrize("name", _REPORTS)
def test_nothing_to_say_of_a_right_one(name: str) -> None:
    assert [each.message for each in _found(name)] == []


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "cell"),
    [
        ("沭阳县青伊湖镇人民政府", "2024年，我镇", "2023年，我镇", "N704", "B6"),
        ("沭阳县青伊湖镇人民政府", "全镇通过", "全街通过", "N718", "B5"),
        ("沭阳县青伊湖镇人民政府", "全镇通过", "全市通过", "N718", "B5"),
        ("宿迁市财政局", "第711号", "第771号", "N707", "B15"),
        ("宿迁市财政局", "国办公开办函", "国办公开函", "N728", "B15"),
        ("宿迁市财政局", "结转2026年继续", "结转2025年继续", "N704", "B8"),
        ("宿迁市财政局", "信息512条", "信息条", "N727", "B6"),
        ("杭州市人民政府", "全市各级行政", "宿迁市各级行政", "N718", "B5"),
        ("某市市场监督管理局", "信函116件）", "信函116件", "N726", "B6"),
        ("福州市长乐区人民政府", "等六个部分", "等七个部分", "N721", "B15"),
        ("北京市朝阳区卫生健康委员会", "（三）政府", "（二）政府", "N720", "B7"),
        ("泗洪县水利局", "在泗洪县人民", "在泗阳县人民", "N718", "B5"),
        ("西双版纳傣族自治州人民政府", "全州主动", "全州全州主动", "N717", "B5"),
    ],
)
def test_one_finding_a_slip(name: str, old: str, new: str, code: str, cell: str) -> None:
    assert [(each.code, each.cell) for each in _found(name, old, new)] == [(code, cell)]


@pytest.mark.parametrize("name", [name for name, each in _REPORTS.items() if each["year"] > 2021])
@pytest.mark.parametrize("away", [-1, 1])
def test_a_wrong_report_year_is_one_error(name: str, away: int) -> None:
    years = [each.code for each in _found(name, away=away) if each.code in ("N701", "N704")]
    assert years == ["N701"]
