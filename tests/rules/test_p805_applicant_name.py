import pytest
from reports import balanced, both, caught, checked, silent

ORDINARY = """申请人对答复不服|申请人情况|申请人均为自然人|申请人自愿撤回|申请人提交的材料
申请人于2024年提交|申请人于今年向法院提起诉讼|申请人向本机关提出申请|申请人应当补正
申请人任何时候|申请人常年住在本地|申请人申请公开政府信息|申请人曾多次申请
申请人曾向法院起诉|申请人高度满意|申请人江苏某公司不服|申请人温州市某房地产有限公司不服
申请人和第三人，|申请人的姓名或者名称、联系方式|申请人周期性申请|申请人单方提出
申请人马上提出|申请人陆续提交|申请人严格按照要求|申请人余下的申请|申请人以书面形式
申请人逾期不补正|申请人无正当理由|申请人田地被征收，|申请人路费、邮费|申请人连续申请
申请人尚未缴费|申请人黄金周申请|公民、法人和其他组织|公民高度评价|市民关注的热点
市民齐心，|市民龙舟赛，|市民张榜公布|我县某局向某局申请|某年某月某日|任某县长期间
被申请人李庄镇人民政府|原告撤诉|原告石油公司不服"""


@both
def test_silent_on_a_report_without_names(edition: str) -> None:
    silent(checked(balanced(edition)), "P805")


@both
def test_silent_on_ordinary_words(edition: str) -> None:
    text = ORDINARY.replace("|", "\n")
    silent(checked(balanced(edition, narrative={"problems": text})), "P805")


@both
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("申请人李四申请公开征地批文", "李四"),
        ("申请人张某某不服我局答复", "张某某"),
        ("申请人：王建国，", "王建国"),
        ("申请人王伟、李强等3人申请", "王伟"),
        ("复议申请人欧阳修提出", "欧阳修"),
        ("对申请人王建国的答复说理不够", "王建国"),
        ("原告陈平诉我局", "陈平"),
        ("本案李某某不服我局答复", "李某某"),
        ("于某某提起诉讼", "于某某"),
        ("市民张先生反映", "张先生"),
        ("申请人“赵某”", "赵某"),
        ("申请人何××申请", "何××"),
    ],
)
def test_caught(text: str, name: str, edition: str) -> None:
    outcome = checked(balanced(edition, narrative={"problems": f"前文。{text}"}))
    finding = caught(outcome, "P805", "B4", "五、问题与改进")
    assert finding.found == name
    assert f"“{name}”" in finding.message
