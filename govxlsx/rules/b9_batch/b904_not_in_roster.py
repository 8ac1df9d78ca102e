"""The roster lists no body of this name."""

from govxlsx.checking import Case, Facts, Rule, Severity
from govxlsx.checking.by_roster import by_roster, entry_fact
from govxlsx.checking.enrolled import Enrolled

_NAMED = 3


def _compare(case: Case, enrolled: Enrolled) -> Facts:
    if not enrolled.name:
        near = f"，最接近的是“{enrolled.nearest}”" if enrolled.nearest else "，也没有相近的名称"
        if enrolled.namesakes:
            named = "".join(f"“{each}”" for each in enrolled.namesakes[:_NAMED])
            near = f"，分不清是{named}等 {len(enrolled.namesakes)} 个机关中的哪一个"
        yield entry_fact(case, "name", case.report.agency.shown, enrolled.nearest, near=near)


RULE = Rule(
    title="机关不在名册中",
    checks="机关名称在名册中",
    severity=Severity.WARNING,
    basis="本工具的汇总规则：名册是应当报送的机关，一个机关只有一个名称",
    message="名册中没有“{found}”{near}。",
    fix="请核对“基本信息”的机关名称{place}：写错的，改为名册中的名称。没有写错的，由汇总单位在名册中补上这个机关，或者把这个名称写进它的别名。",
    why="名称与名册对不上的报告不知道算谁的：它的机关会被当成没有报送，汇总也少一份。名称按全称、别名比较，空格、全角半角和括号的写法不计。",
    bad="名册中是“永宁市审计局”，工作簿里填“永宁市审记局”。",
    good="照名册填“永宁市审计局”。",
    look=by_roster(_compare, known=False),
)
