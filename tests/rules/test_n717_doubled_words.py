from __future__ import annotations

import pytest
from reports import ADDED, OVERVIEW, both, caught, silent, told


@both
@pytest.mark.parametrize(
    "text",
    [
        "各个、常常、年年、层层、人人、时时、实实在在，逐条逐项、进一步；一项一项、一件一件核对。",
        "县人民政府政府信息公开工作工作人员，政府信息公开申请申请人，信息公开公开方式，信息信息化。",
        "为了了解情况，和和气气；市市场监管局；目的的确如此；重点是是否公开；其中中央文件3件……",
        "谁公开、谁负责，边查边改；2020年、20202020号，访问量1010次；件件有回应，等等。",
        "日日日常更新；政务服务服务中心、信息管理管理办法、统计统计局、依法审查审查机制。",
    ],
)
def test_silent_on_honest_doubling(edition: str, text: str) -> None:
    silent(told(edition, overview=text), "N717")


@both
@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("渠县渠县人民政府网站。", "渠县渠县"),
        ("按照按照市政府部署。", "按照按照"),
        ("落实有关有关部门要求。", "有关有关"),
        ("主动公开公开信息3条。", "公开公开"),
        ("进一步进一步完善。", "进一步进一步"),
        ("主动公开政府信息信息公开目录。", "信息信息"),
        ("政府信息公开政府信息公开目录。", "政府信息公开政府信息公开"),
        ("公开的的文件。", "的的"),
        ("行政复议、行政诉讼和和其他情况。", "和和"),
        ("公开文件，，均有解读。", "，，"),
        ("公开文件。。均有解读。", "。。"),
        ("𠮷按照按照部署。", "按照按照"),
    ],
)
def test_caught(edition: str, text: str, quote: str) -> None:
    finding = caught(told(edition, overview=text), "N717", ADDED["overview"], OVERVIEW)
    assert finding.found == quote
