import pytest
from reports import balanced, both, caught, checked, put, silent

from govxlsx.checking.finding import Outcome


def _problems(edition: str, *lines: str) -> Outcome:
    text = "\n".join(("存在的问题和改进情况如下：", *lines))
    return checked(balanced(edition, narrative={"problems": text}))


@both
@pytest.mark.parametrize(
    "lines",
    [
        ("（一）甲。", "1.甲。2.乙。", "3.丙。", "（二）乙。", "1.甲。", "2.乙。"),
        ("一是甲；二是乙；三是丙。", "下一步：一是丁；二是戊。"),
        ("一是甲：一是丙，二是丁。", "二是乙。"),
        ("三是甲。一是丙。二是丁。三是戊。四是己。", "四是乙。"),
        ("（一）甲。", "（二）乙。", "改进措施：", "（一）丙。", "（二）丁。"),
        ("按条例第二十条第（一）项、第（五）项，见附件1、2、3，占3.5%，（六）项不变。",),
        ("第一，甲。第二，乙。（1）丙；（2）丁。",),
        ("(一)甲。(二)乙。(三)丙。",),
        ("实现“一网通办”、一是一、二是二。",),
    ],
)
def test_silent(edition: str, lines: tuple[str, ...]) -> None:
    silent(_problems(edition, *lines), "N720")


@both
@pytest.mark.parametrize(
    ("lines", "cell", "quote", "right"),
    [
        (("（一）甲。", "（二）乙。", "（四）丙。"), "B7", "（四）", "（三）"),
        (("(一)甲。", "(一)乙。"), "B6", "(一)", "(二)"),
        (("（二）甲。", "（三）乙。"), "B5", "（二）", "（一）"),
        (("1.甲。", "2.乙。", "2.丙。"), "B7", "2.", "3."),
        (("一是甲；二是乙；四是丙。",), "B5", "四是", "三是"),
        (("一是甲。", "二是乙。", "二是丙。"), "B7", "二是", "三是"),
        (("（一）甲。", "（二）乙。", "（三）丙。", "（一）丁。"), "B8", "（一）", "（四）"),
        (("第一，甲。第三，乙。",), "B5", "第三，", "第二，"),
        (("（一）甲。", "（二）乙。", "（二）丙。", "（四）丁。"), "B7", "（二）", "（三）"),
        (
            ("（一）甲。", "（二）乙。", "（二）丙。", "（三）丁。", "（四）戊。"),
            "B7",
            "（二）",
            "（三）",
        ),
        (("一是甲；二是乙；二是丙；四是丁；五是戊。",), "B5", "二是", "三是"),
        (("一是甲；二是乙；二是丙；三是丁。",), "B5", "二是", "三是"),
        (("1.甲。", "2.乙。", "4.丙。", "4.丁。"), "B7", "4.", "3."),
        (("（1）甲；（2）乙；（4）丙。",), "B5", "（4）", "（3）"),
        (("（一）甲。", "（一一）乙。"), "B6", "（一一）", "（二）"),
    ],
)
def test_caught(edition: str, lines: tuple[str, ...], cell: str, quote: str, right: str) -> None:
    finding = caught(_problems(edition, *lines), "N720", cell, "五、问题与改进")
    assert finding.found == quote
    assert f"“{right}”" in finding.message


@both
def test_each_part_is_numbered_by_itself(edition: str) -> None:
    given = {"problems": "（一）问题不多。\n（二）已改进。", "other": "（一）没有收取信息处理费。"}
    silent(checked(balanced(edition, narrative=given)), "N720")


@both
def test_silent_where_the_item_between_is_not_readable(edition: str) -> None:
    data = balanced(edition, narrative={"problems": "（一）甲。\n（二）乙。\n（三）丙。"})
    outcome = checked(data, put("五、问题与改进", B5="#REF!"))
    silent(outcome, "N720")
    caught(outcome, "V210", "B5", "五、问题与改进")
