"""The text is nearly that of another agency's report."""

from collections.abc import Iterator

from govxlsx.checking import Fact, Rule, Severity, Skipped
from govxlsx.checking.likeness.signature import SHORTEST
from govxlsx.checking.likeness.submissions import Submissions
from govxlsx.checking.others import other, unfit
from govxlsx.checking.rule import alone


def _across(batch: Submissions) -> Iterator[tuple[int, Fact | Skipped]]:
    short = f"除标题和格式规定的话外，正文不足 {SHORTEST} 字，太短，没有与别的机关比较"
    for position, each in enumerate(batch.signatures):
        skipped = unfit(batch, position) or (None if each.sketch else Skipped(short))
        if skipped is not None:
            yield position, skipped
        elif position in batch.likenesses:
            like = batch.likenesses[position]
            words = {
                **other(batch, position, like.other),
                "percent": str(like.percent),
                "count": str(like.reports),
            }
            yield position, Fact(found=like.percent, words=words)


RULE = Rule(
    title="正文与别的机关几乎相同",
    checks="正文与别的机关不雷同",
    severity=Severity.WARNING,
    basis="《中华人民共和国政府信息公开条例》第五十条：报告的是本机关的工作情况",
    message="正文与“{other}”的报告（{file}）约有 {percent}% 相同。这一批中正文这样彼此几乎相同的报告共 {count} 份。",
    fix="请对照这份报告：照抄的文字，按本机关的实际情况重写；确属统一口径的，在“情况说明”中写明。",
    why="比较时不计标题、格式规定的话、数字、年份、标点和机关自己的名称；按连续四个字相同的多少估算，误差约两个百分点，80% 起提醒。",
    bad="把邻县同一部门的报告换了机关名称和数字。",
    good="一、五、六三部分写本机关做了什么、存在什么问题。",
    look=alone,
    across=_across,
)
