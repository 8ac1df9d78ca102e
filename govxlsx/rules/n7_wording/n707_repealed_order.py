"""The regulations are cited by another order than 国务院令第711号: by 第492号, of 2007, or none."""

from collections.abc import Iterator

from govxlsx.checking import Case, Facts, Rule, Severity, regex
from govxlsx.checking.prose import matches, sentence
from govxlsx.checking.repeated import QuotedPlace, gathered

_OLD = regex(r"492(?<!\d492) *号(?:国务院)?令?")
_ISSUER = regex("(?:国务院)?(?:第|令第|令)? *$")
_HISTORY = regex("711|原[国《条]|修订前|旧条例|同时废止|2007年")
_IN_FORCE, _REPEALED = 711, 492
_ORDER = regex(r"国(?:务院)?(?:第 *(\d+) *号 *令|令 *第? *(\d+) *[号条])", needs=("令",))
_BEHIND = regex("(?:信息公开|《)条例》?[^。；;《》\n条]{0,16}$")
_BEFORE = regex("[，, ]?(?:公布|修订|发布)?的?《?(?:中华人民共和国)?政府信息公开条例")
_LONGEST = 24
"""An order's number stands right behind or before the regulations."""


def _repealed(case: Case) -> Iterator[QuotedPlace]:
    for passage, match in matches(case, _OLD):
        if not _HISTORY.search(sentence(passage.text, match.start())):
            before = _ISSUER.search(passage.text, max(0, match.start() - 10), match.start())
            yield passage, before.start() if before else match.start(), match.end()


def _unknown(case: Case) -> Iterator[QuotedPlace]:
    for passage, match in matches(case, _ORDER):
        text, start, end = passage.text, *match.span()
        unknown = int((match[1] or match[2])[:9]) not in (_IN_FORCE, _REPEALED)
        behind = _BEHIND.search(text, max(0, start - _LONGEST), start)
        before = _BEFORE.match(text, end) if unknown and behind is None else None
        if behind is not None and (unknown or match[0].endswith("条")):
            yield passage, behind.start(), end
        elif before is not None:
            yield passage, start, before.end()


def _look(case: Case) -> Facts:
    kinds = ((_repealed, "是 2007 年公布的条例"), (_unknown, "不是公布条例的令号"))
    for find, reading in kinds:
        stretches = list(find(case))
        if stretches:
            yield gathered(stretches, reading=reading)


RULE = Rule(
    title="条例的令号不是711号",
    checks="条例的令号是711号",
    severity=Severity.WARNING,
    basis="《中华人民共和国政府信息公开条例》（国务院令第711号，2019年5月15日起施行）",
    message="“{quote}”{reading}；现行条例由国务院令第711号公布，2019年5月15日起施行{times}。",
    fix="请把 {where} 中的令号改为“711号”，所引的条文号也按现行条例核对。",
    why="2019 年的修订改了大部分条文，年度报告的内容和公布期限都以现行条例为准。",
    bad="根据《政府信息公开条例》（国务院令第492号）。",
    good="根据《中华人民共和国政府信息公开条例》（国务院令第711号）。",
    look=_look,
)
