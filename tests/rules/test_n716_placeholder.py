from dataclasses import replace

import pytest
from reports import ADDED, AGENCY, BASICS, OVERVIEW, balanced, both, caught, checked, silent, told


@both
@pytest.mark.parametrize(
    "text",
    [
        "网址http://xxgk.yongning.gov.cn/zfxxgknb__9490/，邮箱gkxx@yongning.gov.cn。",
        "落实7×24小时值守，开设【政策解读】【回应关切】栏目。",
        "申请人张××不服答复，原告李某某撤诉；二○○八年的文件，二〇〇九年的档案。",
        "XXE漏洞已修复，iPhoneXX适配；电话138****1234已隐去。",
        "2024年1月3日召开会议，按年、按月、按日更新。",
        "多次听取意见……个别栏目更新不及时；何为公开？件件有回应。",
        "平均5元/件，编号N1；战略、略有不足，待定事项按程序办理。",
    ],
)
def test_silent(edition: str, text: str) -> None:
    silent(told(edition, overview=text), "N716")


@both
@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全年公开信息XX条。", "XX"),
        ("全年公开信息xx条。", "xx"),
        ("由××县负责。", "××"),
        ("全年公开信息Ｘ条。", "Ｘ"),
        ("由【】负责。", "【】"),
        ("由【单位名称】负责。", "【单位名称】"),
        ("由某某局负责。", "某某"),
        ("全年公开信息＿＿条。", "＿＿"),
        ("全年公开信息____条。", "____"),
        ("全年公开信息（ ）条。", "（ ）"),
        ("由○○局负责。", "○○"),
        ("由**镇负责。", "**"),
        ("2024年 月 日召开会议。", "年 月 日"),
        ("全年公开信息（待核实）条。", "（待核实）"),
        ("可在县政府网站（网址）查阅。", "（网址）"),
        ("网址http://www.xxx.gov.cn。", "xxx"),
        ("国办发〔 〕5号。", "〔 〕"),
        ("全年公开信息[ ]条。", "[ ]"),
        ("全年公开信息□条。", "□"),
        ("由□□局负责。", "□□"),
        ("全年公开信息…条。", "…"),
        ("全年公开信息####条。", "####"),
        ("全年公开信息？条。", "？"),
        ("全年公开信息N条。", "N"),
        ("2024年?月?日召开会议。", "?"),
        ("由<单位>负责。", "<单位>"),
        ("全年公开信息undefined条。", "undefined"),
        ("待补充。", "待补充。"),
        ("政府信息管理。待补充。定期检查。", "待补充"),
        ("（略）", "（略）"),
    ],
)
def test_caught(edition: str, text: str, quote: str) -> None:
    finding = caught(told(edition, overview=text), "N716", ADDED["overview"], OVERVIEW)
    assert finding.found == quote


@both
def test_caught_in_the_contacts(edition: str) -> None:
    agency = replace(AGENCY, address="永宁市XX路1号")
    caught(checked(balanced(edition, agency=agency)), "N716", "B8", BASICS)


@both
def test_one_mark_is_one_finding(edition: str) -> None:
    outcome = told(edition, overview="公开信息XX条，XX镇XX条。", other="收费XX元。")
    finding = caught(outcome, "N716", ADDED["overview"], OVERVIEW)
    assert "共 4 处" in finding.message


@both
@pytest.mark.parametrize("quote", ["{数量}", "${count}", "{{ count }}"])
def test_what_a_program_did_not_replace_is_caught(edition: str, quote: str) -> None:
    findings = told(edition, overview=f"全年公开信息{quote}条。").findings
    found = [each for each in findings if each.code == "N716"]
    assert [(each.cell, each.found) for each in found] == [(ADDED["overview"], quote)]


@pytest.mark.parametrize(
    ("text", "quotes"), [("公开**条，受理**件。", ["**"]), ("**明显**提高。## 下一步", [])]
)
def test_the_marks_of_markdown_are_no_blanks(text: str, quotes: list[str]) -> None:
    found = [each.found for each in told("2021", overview=text).findings if each.code == "N716"]
    assert found == quotes


@pytest.mark.parametrize("text", ["测试", "test", "111"])
def test_what_was_typed_to_try_is_caught(text: str) -> None:
    caught(told("2021", overview=text), "N716", ADDED["overview"], OVERVIEW)
