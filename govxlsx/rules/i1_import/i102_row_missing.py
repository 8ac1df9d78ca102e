"""A row of the form was not found in the published table."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="没有找到表里的一行",
    checks="表里的各行都找到了",
    severity=Severity.ERROR,
    basis="本工具的导入规则：按标签读，不猜",
    message="报告的表里没有找到“{row}”一行。",
    fix="请对照原文：有这一行的，把数填进模板；原文没有这一行的，不用处理。",
    why="行按标签找，不按第几行找：标签面目全非的行宁可不读。",
    bad="标签只剩“理”字的一行。",
    good="标签与格式一致，或者只差几个字。",
    look=noticed(Notice.ROW_MISSING),
)
