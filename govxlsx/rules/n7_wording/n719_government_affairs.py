"""政务信息 stands where the regulations say 政府信息."""

import re
from dataclasses import replace

from govxlsx.checking import Case, Facts, Passage, Rule, Severity, regex
from govxlsx.checking.prose import around, matches

_TERM = regex(
    "政务信息(?:(?:主动|依法)?公开|依?申请|(?<=公开....)(?![化系资共报])|(?<=公开各类....)(?![化系资共报]))"
)


def _look(case: Case) -> Facts:
    found: dict[str, list[tuple[Passage, re.Match[str]]]] = {}
    for passage, match in matches(case, _TERM):
        found.setdefault(passage.part, []).append((passage, match))
    for places in found.values():
        passage, match = places[0]
        cells = dict.fromkeys(each.paragraph.at.cell for each, _ in places if each.paragraph.at)
        times = f"，这张表共 {len(places)} 处" if len(places) > 1 else ""
        context = around(passage.text, *match.span())
        fact = passage.fact(*match.span(), context=context, times=times, where="、".join(cells))
        yield replace(fact, cells=tuple(cells))


RULE = Rule(
    title="“政府信息”写成“政务信息”",
    checks="“政府信息”没有写成“政务信息”",
    severity=Severity.INFO,
    basis="《中华人民共和国政府信息公开条例》第二条：本条例所称政府信息",
    message="“{context}”：条例的用语是“政府信息”，这里写的是“政务信息”{times}。",
    fix="请在 {where} 把“政务信息”改为“政府信息”；说政务信息化、政务信息报送的，不改。",
    why="条例的用语是“政府信息”；“政务信息”通常指机关内部报送的信息。只作说明，不影响报送。",
    bad="全年公开政务信息126条。",
    good="全年公开政府信息126条。",
    look=_look,
)
