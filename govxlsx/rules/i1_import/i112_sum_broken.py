"""A prescribed sum does not hold in the published report."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="公布的数合计对不上",
    checks="公布的数合计对得上",
    severity=Severity.WARNING,
    basis="本工具的导入规则：按标签读，不猜",
    message="{name}：印的是 {found}，按各项应为 {expected}。原文如此，或者有一格读错了。",
    fix="请对照原文核对有关的各格（{place}）：读错的请改正；原文就错的，照原文保留。",
    why="印错的合计在公开的报告里不少见；读错一格也会这样，所以两种可能都要看原文。",
    bad="行政复议 10、1、0、0，总计 0。",
    good="行政复议 10、1、0、0，总计 11。",
    look=noticed(Notice.SUM_BROKEN),
)
