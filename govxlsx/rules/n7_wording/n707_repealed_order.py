"""国务院令第492号, the regulations of 2007, cited instead of 第711号."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govxlsx.checking.finding import Severity
from govxlsx.checking.prose import matches, sentence
from govxlsx.checking.rule import Case, Fact, Rule

_OLD = re.compile(r"492(?<!\d492) *号(?:国务院)?令?")
_ISSUER = re.compile("(?:国务院)?(?:第|令第|令)? *$")
_HISTORY = re.compile("711|原[国《条]|修订前|旧条例|同时废止|2007年")


def _look(case: Case) -> Iterator[Fact]:
    for passage, match in matches(case, _OLD):
        if not _HISTORY.search(sentence(passage.text, match.start())):
            before = _ISSUER.search(passage.text[: match.start()])
            start = before.start() if before is not None else match.start()
            yield passage.fact(start, match.end())


RULE = Rule(
    code="N707",
    title="引用的是修订前的条例",
    severity=Severity.WARNING,
    basis="《中华人民共和国政府信息公开条例》（国务院令第711号，2019年5月15日起施行）",
    message="“{quote}”是 2007 年公布的条例；现行条例由国务院令第711号公布，2019年5月15日起施行。",
    fix="请把 {cell} 中的“492号”改为“711号”，所引的条文号也按现行条例核对。",
    why="2019 年的修订改了大部分条文，年度报告的内容和公布期限都以现行条例为准。",
    bad="根据《政府信息公开条例》（国务院令第492号）。",
    good="根据《中华人民共和国政府信息公开条例》（国务院令第711号）。",
    look=_look,
)
