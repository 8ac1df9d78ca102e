from dataclasses import replace

import pytest
from reports import ADDED, AGENCY, BASICS, balanced, both, caught, checked, silent

from govxlsx.checking.finding import Outcome


def _opened(edition: str, name: str, text: str) -> Outcome:
    agency = replace(AGENCY, name=name)
    return checked(balanced(edition, agency=agency, narrative={"preamble": text}))


@both
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("永宁县财政局", "现公布永宁县财政局2024年政府信息公开工作年度报告。"),
        ("永宁县财政局", "由江北市永宁县财政局编制，请与永宁县人民政府办公室联系。"),
        ("江北市永宁区财政局", "由永宁区财政局编制，请与区财政局办公室联系。"),
        ("永宁县大河镇人民政府", "编制大河镇政府2024年政府信息公开工作年度报告。"),
        ("永宁县大河镇人民政府", "由大河镇人民政府编制，全县统一发布，由县政府办公室负责。"),
        ("永宁市市场监督管理局", "由永宁市市场监督管理局编制。"),
        ("永宁经济技术开发区管委会", "由江北县编制。"),
        ("财政局", "由江北县财政局编制。"),
        ("永宁市人民政府办公室", "由一名市政府副秘书长分管本单位政府信息公开工作。"),
    ],
)
def test_silent_on_the_agencys_own_place(edition: str, name: str, text: str) -> None:
    silent(_opened(edition, name, text), "N725")


@both
@pytest.mark.parametrize(
    ("name", "text", "quote"),
    [
        ("永宁县财政局", "现公布江北县财政局2024年政府信息公开工作年度报告。", "江北县财政局"),
        ("永宁县财政局", "编制《渠县财政局2024年政府信息公开工作年度报告》。", "渠县财政局"),
        ("永宁县财政局", "如有疑问，请与江北县财政局办公室联系。", "江北县财政局办公室"),
        ("永宁县大河镇人民政府", "由小溪镇人民政府编制。", "小溪镇人民政府"),
        ("大河街道办事处", "由小溪街道办事处负责编写。", "小溪街道办事处"),
    ],
)
def test_caught(edition: str, name: str, text: str, quote: str) -> None:
    finding = caught(_opened(edition, name, text), "N725", ADDED["preamble"], BASICS)
    assert finding.found == quote


@both
def test_not_run_without_a_name(edition: str) -> None:
    outcome = checked(balanced(edition, agency=replace(AGENCY, name="")))
    assert outcome.rules.not_run["N725"] == "机关名称没有填"


@both
@pytest.mark.parametrize(
    "written",
    ["永宁县住建局", "永宁县住房和城乡建设局", "永宁县住房城乡建设委员会", "永宁县政府办"],
)
def test_silent_on_the_agency_in_short(edition: str, written: str) -> None:
    text = f"现公布{written}2024年政府信息公开工作年度报告，请与永宁县档案局联系。"
    silent(_opened(edition, "永宁县住房和城乡建设局", text), "N725")


@both
def test_caught_where_it_is_another_department(edition: str) -> None:
    for told in (
        "现公布永宁县交通运输局2024年",
        "现将2024年度永宁县交通运输局",
        "编制了永宁县交通运输局2024年",
    ):
        outcome = _opened(edition, "永宁县住房和城乡建设局", f"{told}政府信息公开工作报告如下。")
        assert "永宁县交通运输局" in caught(outcome, "N725", ADDED["preamble"], BASICS).message
