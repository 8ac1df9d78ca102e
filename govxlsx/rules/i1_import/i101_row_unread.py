"""A row of a published table was found and could not be read for sure."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="表里的一行读不出来",
    checks="表里的各行都读得出来",
    severity=Severity.ERROR,
    basis="本工具的导入规则：按标签读，不猜",
    message="{place}（“{label}”）：{reason}，这一行的数都没有采用。应是“{row}”一行。",
    fix="请对照原文，把这一行的数填进模板；或者换用报告的另一种文件（Word、网页、PDF）再导入。",
    why="格数不对时，哪个数属于哪一列只能猜；猜错的数比没有的数害处大。",
    bad="一行只有 6 个数，表头却有 7 列。",
    good="每行的格数与表头一致。",
    look=noticed(Notice.ROW_UNREAD),
)
