"""The figures of a row do not stand where the header says."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="数与表头没有对齐，或者列的次序不同",
    checks="数与表头对齐，列的次序与格式相同",
    severity=Severity.WARNING,
    basis="本工具的导入规则：按标签读，不猜",
    message="{place}（{row}）的数与表头的列没有对齐，或者列的次序与格式不同，{how}读出。",
    fix="请对照原文，逐个核对这一行的数。",
    why="合并单元格画得与表头不同的表，人能看懂，程序只能照次序或表头认。",
    bad="表头三列，下面的数合并成五列。",
    good="数与表头一列对一列。",
    look=noticed(Notice.COLUMNS_ELSEWHERE),
)
