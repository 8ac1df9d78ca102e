"""The rows stand in another order than the form's."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="行的次序与格式不同",
    checks="行的次序与格式相同",
    severity=Severity.WARNING,
    basis="本工具的导入规则：按标签读，不猜",
    message="“{part}”的表里，行的次序与格式不同，按标签读出。",
    fix="请对照原文，核对标签与数是不是一行。",
    why="行换了次序不影响按标签读；但标签可能贴错了行。",
    bad="“行政强制”排在“行政处罚”前面。",
    good="行的次序与格式一致。",
    look=noticed(Notice.ROWS_ELSEWHERE),
)
