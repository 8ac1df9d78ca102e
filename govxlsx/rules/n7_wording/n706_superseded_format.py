"""The format of 2019 is cited for a report of 2021 or later."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govxlsx.checking.finding import Severity
from govxlsx.checking.prose import matches
from govxlsx.checking.rule import Case, Fact, Rule

_BRACKETS = r"[^\w\s]? *{year} *年?[^\w\s]? *(?:第 *)?{number} *号"
_OLD = re.compile(
    "国办公开办[函涵] *"
    + _BRACKETS.format(year="2019", number="60")
    + "|关于政府信息公开工作年度报告有关事项的通知"
)
_NEW = re.compile(
    "国办公开办[函涵] *" + _BRACKETS.format(year="2021", number="30") + "|年度报告格式"
)

_WORDS = ("60号", "60 号", "有关事项的通知")


def _look(case: Case) -> Iterator[Fact]:
    if not any(word in case.prose for word in _WORDS) or _NEW.search(case.prose):
        return
    cited: set[str] = set()
    for passage, match in matches(case, _OLD):
        key = f"{passage.part} {passage.text}"
        if key not in cited:
            cited.add(key)
            yield passage.fact(*match.span())


RULE = Rule(
    code="N706",
    title="引用的是旧格式文件",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号《中华人民共和国政府信息公开工作年度报告格式》",
    message="“{quote}”是 2019、2020 年度报告的依据；2021 年度起，格式依据是国办公开办函〔2021〕30号。",
    fix="请把 {cell} 中的依据改为《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）。",
    why="两个文件所附的表不同。只引旧文件，多半是开头段落沿用了前几年的。同时引用两个文件的，不提示。",
    bad="根据国办公开办函〔2019〕60号要求，编制 2023 年年度报告。",
    good="根据国办公开办函〔2021〕30号要求，编制 2023 年年度报告。",
    look=_look,
    editions=("2021",),
)
