from dataclasses import replace

import pytest
from reports import AGENCY, DISCLOSURE, balanced, both, caught, checked, put, silent

FILLED = put(DISCLOSURE, B5=0, C5=0, D5=3)


@both
def test_silent_without_regulations(edition: str) -> None:
    silent(checked(balanced(edition)), "L403")


@both
@pytest.mark.parametrize(
    "kind",
    ["国务院部门", "省级人民政府", "设区的市或自治州人民政府", "政府办公厅（室）", "其他"],
)
def test_silent_on_bodies_with_the_power(edition: str, kind: str) -> None:
    data = balanced(edition, agency=replace(AGENCY, kind=kind))
    silent(checked(data, FILLED), "L403")


@both
@pytest.mark.parametrize("kind", ["县级人民政府", "乡镇人民政府或街道办事处", "政府部门"])
def test_caught_on_bodies_without_it(edition: str, kind: str) -> None:
    outcome = checked(balanced(edition, agency=replace(AGENCY, kind=kind)), FILLED)
    finding = caught(outcome, "L403", "D5", DISCLOSURE)
    assert (finding.cells, finding.found) == (("D5",), 3)
    assert f"机关类别是“{kind}”" in finding.message


@both
def test_caught_once_for_the_row(edition: str) -> None:
    finding = caught(checked(balanced(edition), put(DISCLOSURE, B5=1, D5=3)), "L403", "B5")
    assert finding.cells == ("B5", "D5")
