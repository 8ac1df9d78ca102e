"""Part one is longer than readers and most notices want it."""

from govxlsx.checking import Case, Facts, Rule, Severity
from govxlsx.checking.prose import part_fact, part_text

_MOST = 1500


def _look(case: Case) -> Facts:
    text = part_text(case, "overview")
    if len(text) <= _MOST:
        return
    length = sum(map(len, text.split()))
    if length > _MOST:
        yield from part_fact(case, "overview", length=str(length), most=str(_MOST))


RULE = Rule(
    title="总体情况偏长",
    checks="总体情况不过长",
    severity=Severity.INFO,
    basis="各地编制年度报告的通知通常要求总体情况在一千字左右；国家格式没有限定字数",
    message="“{part}”有 {length} 个字，超过 {most} 个字。",
    fix="可以删去工作过程、会议和宣传活动等与政府信息公开无关的内容，保留五个方面的做法和数据。",
    why="总体情况是概述。过长时，公众不容易看到要点。只作说明，不影响报送。",
    bad="总体情况写了三千字。",
    good="五个方面各写一两百字。",
    look=_look,
)
