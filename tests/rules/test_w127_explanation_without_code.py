import pytest
from reports import balanced, both, caught, checked, put, silent

SHEET = "情况说明"


@both
def test_silent_on_a_code_with_its_text(edition: str) -> None:
    silent(checked(balanced(edition), put(SHEET, A4="Y501", B4="机构改革。")), "W127")


@pytest.mark.parametrize("code", ["T601 文字与表格的数字不一致", "【t601】", "提醒Ｔ６０１"])
def test_a_code_beside_its_title_is_that_code(code: str) -> None:
    overview = "（二）依申请公开\n全年新收政府信息公开申请999件。"
    data = balanced("2021", narrative={"overview": overview})
    outcome = checked(data, put(SHEET, A4=code, B4="统计口径不同。"))
    silent(outcome, "W127")
    assert {each.explained for each in outcome.findings if each.code == "T601"} == {
        "统计口径不同。"
    }


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        (None, "机构改革。", "没有写编码"),
        ("Y999", "机构改革。", "“Y999”"),
        ("Y501、T601", "机构改革。", "2 个编码"),
        ("Y501", None, "没有写说明"),
        ("S303", "属实。", "错误只能改正"),
    ],
)
@both
def test_caught(edition: str, code: str | None, text: str | None, said: str) -> None:
    found = caught(checked(balanced(edition), put(SHEET, A4=code, B4=text)), "W127", "B4", SHEET)
    assert said in found.message


@pytest.mark.parametrize(
    ("code", "text"), [("无", "无"), (None, "没有需要说明的情况。"), ("/", None)]
)
def test_silent_where_there_is_nothing_to_explain(code: str | None, text: str | None) -> None:
    silent(checked(balanced("2021"), put(SHEET, A4=code, B4=text)), "W127")
