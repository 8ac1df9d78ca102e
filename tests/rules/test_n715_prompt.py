import pytest
from reports import ADDED, OVERVIEW, both, caught, silent, told


@both
@pytest.mark.parametrize(
    "text",
    [
        "公开目录（具体见附件）已更新，各项数据（具体如下）均已核对。",
        "在线申请页面提示申请人请填写《申请表》，新增申请的填写提示。",
        "各单位如实填报数据，逐项补充说明，明确具体内容和时限。",
        "存在的具体问题已经整改（具体情况见第五部分）。",
        "数据（由各科室填报）按月核对，申请人可在此填写意见，材料不全的请补充。",
    ],
)
def test_silent(edition: str, text: str) -> None:
    silent(told(edition, overview=text), "N715")


@both
@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("可在县政府门户网站（具体网址）查阅。", "（具体网址）"),
        ("可在县政府门户网站(具体网址)查阅。", "(具体网址)"),
        ("由【填写具体单位名称】负责。", "【填写具体单位名称】"),
        ("全年公开信息（请填写数量）条。", "（请填写数量）"),
        ("请填写具体做法。", "请填写"),
        ("此处填写监督保障情况。", "此处填写"),
        ("全年培训（根据实际情况填写）次。", "（根据实际情况填写）"),
        ("全年培训（据实填报）次。", "（据实填报）"),
        ("全年培训（待补充）次。", "（待补充）"),
        (
            "写明本机关政府信息公开工作中存在的具体问题。",
            "写明本机关政府信息公开工作中存在的具体问题",
        ),
    ],
)
def test_caught(edition: str, text: str, quote: str) -> None:
    finding = caught(told(edition, overview=text), "N715", ADDED["overview"], OVERVIEW)
    assert finding.found == quote


def test_caught_on_the_prompt_of_part_six() -> None:
    text = "写明本年度收取信息处理费的情况：没有收取。"
    caught(told("2021", other=text), "N715", ADDED["other"])


def test_silent_on_the_terms_of_the_form() -> None:
    text = "发出收费通知的件数、总金额和实际收取的总金额均为0。"
    silent(told("2021", other=text), "N715")
