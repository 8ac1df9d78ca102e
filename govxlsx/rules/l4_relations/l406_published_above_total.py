"""More documents published in the year than are public altogether."""

from __future__ import annotations

from collections.abc import Iterator

from govxlsx.checking.case import Case
from govxlsx.checking.fact import Fact
from govxlsx.checking.finding import Severity
from govxlsx.checking.relations import DOCUMENTS, row_fact, values
from govxlsx.checking.rule import Rule
from govxlsx.report.figure import plain


def _look(case: Case) -> Iterator[Fact]:
    for row in DOCUMENTS:
        given = values(case.report, f"disclosure.{row}", "total_public", "published")
        if given is not None and given[0] < given[1]:
            words = {"published": plain(given[1])}
            name = f"disclosure.{row}"
            yield row_fact(case, name, ("total_public", "published"), words, expected=given[1])


RULE = Rule(
    code="L406",
    title="对外公开总数量少于本年新公开",
    checks="对外公开总数量不少于本年新公开",
    severity=Severity.WARNING,
    basis="国办公开办函〔2019〕60号所附格式第二部分第二十条第（一）项：本年新公开数量、对外公开总数量",
    message="“{row}”对外公开总数量是 {value}，少于本年新公开的 {published} 件。",
    fix="请核对 {cells}：总数量包括本年新公开的，不会更少。当年公开后又撤下的，在“情况说明”中写明。",
    why="对外公开总数量是到年末为止公开着的全部，其中就有本年新公开的。",
    bad="新公开 13，对外公开总数量 0。",
    good="新公开 13，对外公开总数量 524。",
    look=_look,
    needs=(
        "disclosure.*.total_public",
        "disclosure.*.published",
    ),
)
