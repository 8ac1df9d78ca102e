"""A document number whose year does not stand in 〔〕."""

from govxlsx.checking import Case, Facts, Rule, Severity, regex
from govxlsx.checking.prose import matches
from govxlsx.checking.repeated import QuotedPlace, gathered

_NUMBER = regex(
    r"([〔﹝\[［(（【〈<{｛]) *((?:19|20)\d\d) *年?([〕﹞\]］)）】〉>}｝]) *(\d{1,4}) *号",
    needs=("号",),
)
_BARE = regex(r"[函发字] *((?:19|20)\d\d) *年? *第? *(\d{1,4}) *号(?!令)", needs=("号",))
"""A year with no brackets at all behind the last character of an issuer: 国办公开办函2021年30号."""

_ISSUER = regex("[\u4e00-\u9fff] *$")
_RIGHT = frozenset({"〔〕", "﹝﹞"})


def _look(case: Case) -> Facts:
    found: list[QuotedPlace] = []
    rights: list[str] = []
    for passage, match in matches(case, _NUMBER):
        before = passage.text[max(0, match.start() - 3) : match.start()]
        if match[1] + match[3] not in _RIGHT and _ISSUER.search(before):
            found.append((passage, *match.span()))
            rights.append(f"〔{match[2]}〕{int(match[4])}号")
    for passage, match in matches(case, _BARE):
        found.append((passage, match.start() + 1, match.end()))
        rights.append(f"〔{match[1]}〕{int(match[2])}号")
    if found:
        yield gathered(found, right=rights[0])


RULE = Rule(
    title="文号的年份没有用六角括号",
    checks="文号的年份用六角括号",
    severity=Severity.WARNING,
    basis="GB/T 9704-2012《党政机关公文格式》7.2.5：年份应标全称，用六角括号“〔〕”括入",
    message="“{context}”中的文号没有用六角括号：“{quote}”应当写作“{right}”{times}。",
    fix="请在 {where} 把“{quote}”一类改为“{right}”的写法；六角括号可从“插入—符号”中选，或从这里复制。",
    why="六角括号把年份与正文中的圆括号、方括号分开，是公文的统一写法。",
    bad="国办公开办函[2021]30号、国办公开办函（2021）30号。",
    good="国办公开办函〔2021〕30号。",
    look=_look,
)
