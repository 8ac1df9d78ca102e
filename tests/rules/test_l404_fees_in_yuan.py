from dataclasses import replace

import pytest
from reports import AGENCY, DISCLOSURE, Value, balanced, caught, checked, put, silent


@pytest.mark.parametrize("amount", [3, 9999, 59237.2449, "20000万元", "251000元"])
def test_silent_on_amounts_that_may_be(amount: Value) -> None:
    silent(checked(balanced("2021"), put(DISCLOSURE, B16=amount)), "L404")


@pytest.mark.parametrize("kind", ["国务院部门", "设区的市或自治州人民政府", "其他"])
def test_silent_on_governments(kind: str) -> None:
    data = balanced("2021", agency=replace(AGENCY, kind=kind))
    silent(checked(data, put(DISCLOSURE, B16=316441)), "L404")


def test_silent_on_the_sum_of_an_area() -> None:
    data = balanced("2021", agency=replace(AGENCY, scope="本行政区域"))
    silent(checked(data, put(DISCLOSURE, B16=316441)), "L404")


@pytest.mark.parametrize("kind", ["政府部门", "政府办公厅（室）", "乡镇人民政府或街道办事处"])
def test_caught_on_a_department(kind: str) -> None:
    data = balanced("2021", agency=replace(AGENCY, kind=kind))
    finding = caught(checked(data, put(DISCLOSURE, B16=251000)), "L404", "B16", DISCLOSURE)
    assert finding.found == 251000
    assert "应当改为 25.1（万元）" in finding.fix
