import pytest
from reports import BASICS, balanced, both, caught, checked, put, silent


@both
def test_silent_on_a_kind_of_the_list(edition: str) -> None:
    silent(checked(balanced(edition)), "W128")


@both
def test_caught_where_it_is_blank(edition: str) -> None:
    outcome = checked(balanced(edition), put(BASICS, B5=None))
    caught(outcome, "W128", "B5", BASICS)
    assert "机关类别" in outcome.rules.not_run["L403"]
    assert "机关类别" in outcome.rules.not_run["N714"]


@both
def test_caught_where_it_is_not_in_the_list(edition: str) -> None:
    assert caught(checked(balanced(edition), put(BASICS, B5="局")), "W128", "B5").found == "局"


@both
def test_the_cell_is_named_where_it_is_known(edition: str) -> None:
    outcome = checked(balanced(edition), put(BASICS, B5="局"))
    assert "（B5）填的是“局”" in caught(outcome, "W128", "B5").message.replace(" ", "")


@both
def test_silent_where_it_is_told_why_it_is_not_readable(edition: str) -> None:
    outcome = checked(balanced(edition), put(BASICS, B5="#REF!"))
    silent(outcome, "W128")
    caught(outcome, "V210", "B5", BASICS)


@both
def test_caught_on_a_scope_that_is_not_in_the_list(edition: str) -> None:
    finding = caught(checked(balanced(edition), put(BASICS, B6="全县")), "W128", "B6", BASICS)
    assert "“统计范围”（B6）填的是“全县”" in finding.message
    silent(checked(balanced(edition), put(BASICS, B6=None)), "W128")


@both
def test_caught_on_a_department_that_tells_of_the_whole_area(edition: str) -> None:
    finding = caught(checked(balanced(edition), put(BASICS, B6="本行政区域")), "W128", "B6", BASICS)
    assert "填的是“本行政区域”，而部门只统计本机关" in finding.message
    for kind, name in (("县级人民政府", "河东县人民政府"), ("其他", "永宁经济开发区")):
        data = put(BASICS, B3=name, B5=kind, B6="本行政区域")
        silent(checked(balanced(edition), data), "W128")


@pytest.mark.parametrize(
    ("name", "kind", "fault"),
    [
        ("永宁市档案局", "县级人民政府", True),
        ("永宁市档案局", "乡镇人民政府或街道办事处", True),
        ("东江省交通运输厅", "省级人民政府", True),
        ("永宁市人民政府", "政府部门", True),
        ("永宁市人民政府", "省级人民政府", True),
        ("河东县柳林镇人民政府", "县级人民政府", True),
        ("城南街道办事处", "政府部门", True),
        ("河东县人民政府", "设区的市或自治州人民政府", True),
        ("永宁市人民政府", "县级人民政府", False),
        ("永宁市人民政府", "设区的市或自治州人民政府", False),
        ("上海市人民政府", "省级人民政府", False),
        ("西桂壮族自治区人民政府", "省级人民政府", False),
        ("永宁市人民政府办公室", "政府部门", False),
        ("永宁市人民政府办公室", "设区的市或自治州人民政府", False),
        ("永宁经济开发区管理委员会", "县级人民政府", False),
        ("永宁市发展和改革委员会", "政府部门", False),
        ("河东县公安局", "其他", False),
        ("国家粮食局", "国务院部门", False),
    ],
)
def test_the_kind_is_one_that_the_name_may_be(name: str, kind: str, fault: bool) -> None:
    outcome = checked(balanced("2021"), put(BASICS, B3=name, B5=kind))
    assert ("W128" in [each.code for each in outcome.findings]) is fault
    if fault:
        finding = caught(outcome, "W128", "B5", BASICS)
        assert (finding.found, kind in finding.fix) == (kind, False)
        assert f"与机关名称“{name}”不合" in finding.message
