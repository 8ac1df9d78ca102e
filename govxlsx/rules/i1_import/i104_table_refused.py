"""A table was found and is not to be trusted as a whole."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="整张表没有采用",
    checks="每张表都采用了",
    severity=Severity.ERROR,
    basis="本工具的导入规则：按标签读，不猜",
    message="“{part}”的表没有采用：{reason}。",
    fix="请换用报告的另一种文件（Word、网页、PDF）再导入，或者对照原文填进模板。",
    why="成片的数对不上，多半是读错了列；文字里丢了空白格，后面的数就全都错位。",
    bad="从网页复制成文字时，空白格丢掉了。",
    good="每行的格都在。",
    look=noticed(Notice.TABLE_REFUSED),
)
