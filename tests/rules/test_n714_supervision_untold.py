from dataclasses import replace

import pytest
from reports import AGENCY, NARRATIVE, OVERVIEW, balanced, both, caught, checked, silent

_GOVERNMENT = replace(AGENCY, name="永宁市人民政府", kind="县级人民政府", scope="本行政区域")
_TOLD = {
    "工作考核": "政府信息公开列入年度考核，各单位均合格。",
    "社会评议": "网上问卷满意率为95%。",
    "责任追究": "没有发生责任追究。",
}


def _overview(*names: str) -> str:
    return "\n".join([NARRATIVE["overview"], *(_TOLD[name] for name in names)])


@both
def test_silent_where_all_three_are_told(edition: str) -> None:
    given = {"overview": _overview(*_TOLD)}
    silent(checked(balanced(edition, agency=_GOVERNMENT, narrative=given)), "N714")


@both
def test_silent_on_departments(edition: str) -> None:
    silent(checked(balanced(edition)), "N714")


@both
@pytest.mark.parametrize("missing", _TOLD)
def test_caught_where_one_is_not(edition: str, missing: str) -> None:
    given = {"overview": _overview(*(name for name in _TOLD if name != missing))}
    outcome = checked(balanced(edition, agency=_GOVERNMENT, narrative=given))
    finding = caught(outcome, "N714", "B4", OVERVIEW)
    assert f"没有写{missing}的结果" in finding.message
