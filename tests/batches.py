"""Several agencies' reports for the rules that compare them, with text long enough to compare."""

import random
from dataclasses import replace
from typing import Any

from reports import AGENCY, balanced, made

from govxlsx.checking import check
from govxlsx.checking.across import contrasts, merged
from govxlsx.checking.finding import Outcome
from govxlsx.checking.likeness.signature import Signature, signature
from govxlsx.reading import read_bytes
from govxlsx.report.model import Report

_WHO = ("窗口人员", "网站编辑", "信息员", "分管领导", "法律顾问", "业务骨干", "新进职工")
_DID = ("逐条核对", "集中整理", "分类登记", "按月通报", "当面说明", "重新编排", "公开解读")
_WHAT = ("惠民政策", "规划方案", "预算报表", "采购结果", "救助名单", "环保数据", "答复文书")
_HOW = ("广泛听取意见", "明确办理时限", "严把审核关口", "方便群众查找", "形成工作台账")


def sentence(choose: random.Random) -> str:
    """Return one sentence of the kind that reports are made of."""
    who, did, what, how = (choose.choice(each) for each in (_WHO, _DID, _WHAT, _HOW))
    other, more = choose.choice(_WHAT), choose.choice(_HOW)
    return f"{who}{did}{what}，{how}，{choose.randrange(90)}次更新{other}并且{more}。"


def text(seed: int, sentences: int = 16) -> str:
    """Return a text of its own for each seed; the same seed gives the same text."""
    choose = random.Random(seed)
    return "".join(sentence(choose) for _ in range(sentences))


def report(
    name: str, edition: str = "2021", *, overview: str, source: str = "", **changes: Any
) -> Report:
    """Return an agency's report, read from its workbook."""
    data = balanced(
        edition,
        agency=replace(AGENCY, name=name),
        narrative={"overview": f"（一）主动公开\n{overview}"},
        **changes,
    )
    return read_bytes(made(data), source or f"{name}.xlsx")


def outcomes(*reports: Report) -> list[Outcome]:
    """Check each report, then compare all of them."""
    compared = contrasts([signature(each) for each in reports])
    return [merged(check(each), seen) for each, seen in zip(reports, compared, strict=True)]


def unlike(number: int, name: str = "") -> Signature:
    """Return the signature of a report that nothing is like, made from data alone."""
    return Signature(name or f"第{number}局", 2024, "2021", f"{number}.xlsx")
