"""The level of a body, by its kind or its name."""

import pytest

from govxlsx.checking.bodies import Level, is_other_department, level
from govxlsx.report.model import Agency


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("河东省财政厅", Level.PROVINCE),
        ("上海市财政局", Level.PROVINCE),
        ("重庆市江津市财政局", Level.CITY),
        ("永宁市财政局", Level.CITY),
        ("上海市黄浦区财政局", Level.COUNTY),
        ("永宁市河东镇政府", Level.TOWN),
        ("永宁市经济开发区管委会", None),
        ("市场监督管理局", None),
        ("财政局", None),
    ],
)
def test_a_name_tells_the_highest_level_that_it_may_be_of(
    name: str, expected: Level | None
) -> None:
    assert level(Agency(name=name)) is expected


def test_the_kind_goes_before_the_name() -> None:
    assert level(Agency(name="永宁市人民政府", kind="县级人民政府")) is Level.COUNTY


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("县水利局", True),
        ("永宁县档案馆局", False),
        ("县工信局", True),
        ("县财政局", True),
        ("水利", False),
    ],
)
def test_another_department_shares_no_character(written: str, other: bool) -> None:
    assert is_other_department(written, "永宁县档案局") is other
    assert is_other_department("永宁县档案局", written) is other
