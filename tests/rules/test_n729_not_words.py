import pytest
from reports import ADDED, OVERVIEW, both, caught, silent, told


@both
@pytest.mark.parametrize(
    "text",
    [
        "开设【图片】【视频】栏目，发布“图片解读”3期、[1]号文件。",
        "什么是公开？？收到A&B公司申请，<5件。",
        "落实7×24小时值守，①至⑤项均已办理。",
    ],
)
def test_silent(edition: str, text: str) -> None:
    silent(told(edition, overview=text), "N729")


@both
@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("公开信\ufffd\ufffd若干。", "\ufffd\ufffd", "没有读出来的字"),
        ("\uf0b7公开信息若干。", "\uf0b7", "没有读出来的字"),
        ("公开????若干。", "????", "没有读出来的字"),
        ("公开锟斤拷若干。", "锟斤拷", "没有读出来的字"),
        ("公开å†…容若干。", "å†…", "没有读出来的字"),
        ("流程见[图片]，图示如下。", "[图片]", "图片的占位"),
        ("流程见「图片」。", "「图片」", "图片的占位"),
        ("流程见\ufffc。", "\ufffc", "图片的占位"),
        ("流程见[cid:image001.png@01DA]。", "[cid:image001.png@01DA]", "图片的占位"),
        ("公开信息&nbsp;若干。", "&nbsp;", "网页代码"),
        ("公开时效**明显**提高。", "**明显**", "排版记号"),
        ("按季通报。## 下一步打算", "## ", "排版记号"),
        ("### （二）依申请公开", "### ", "排版记号"),
        ("|项目|数量||---|:--|网站|4|", "|---|:--|", "排版记号"),
        ("公开信息<br/>若干。", "<br/>", "网页代码"),
        ('<p class="a">公开信息若干。', '<p class="a">', "网页代码"),
    ],
)
def test_caught(edition: str, text: str, quote: str, kind: str) -> None:
    finding = caught(told(edition, overview=text), "N729", ADDED["overview"], OVERVIEW)
    assert finding.found == quote
    assert kind in finding.message


@both
def test_one_kind_is_one_finding(edition: str) -> None:
    outcome = told(edition, overview="公开&nbsp;信息&nbsp;若干。", other="收费<br>若干。")
    finding = caught(outcome, "N729", ADDED["overview"], OVERVIEW)
    assert "共 3 处" in finding.message
