"""Every figure equals that of another agency's report."""

from collections.abc import Iterator

from govxlsx.checking import Fact, Rule, Severity, Skipped
from govxlsx.checking.likeness.submissions import Submissions
from govxlsx.checking.others import other, unfit
from govxlsx.checking.rule import alone


def _across(batch: Submissions) -> Iterator[tuple[int, Fact | Skipped]]:
    few = Skipped("不是 0 的数字太少，与别的机关相同也不说明问题，没有比较")
    for position, each in enumerate(batch.signatures):
        skipped = unfit(batch, position) or (None if each.figures else few)
        if skipped is not None:
            yield position, skipped
        elif position in batch.twins:
            twin = batch.twins[position]
            words = {**other(batch, position, twin.other), "count": str(twin.reports)}
            yield position, Fact(words=words)


RULE = Rule(
    title="数字与别的机关完全相同",
    checks="数字与别的机关不完全相同",
    severity=Severity.WARNING,
    basis="《中华人民共和国政府信息公开条例》第五十条：报告的是本机关的工作情况",
    message="三张表的每一个数字都与“{other}”的报告（{file}）相同。这一批中数字这样完全相同的报告共 {count} 份。",
    fix="请核对原始台账：拿错了表或照抄的，填本机关的数字；确实相同的，在“情况说明”中写明。",
    why="两个机关的两百个数字不会碰巧全都相同，多半是交错了表。全是 0 的、只有几个零星数字的不比较，那样的相同不说明问题。",
    bad="甲局交来的工作簿只改了机关名称，数字都是乙局的。",
    good="数字来自本机关自己的台账。",
    look=alone,
    across=_across,
)
