"""A formula without a stored result that is not the template's own sum."""

from govxlsx.checking.by_table import by_table, noticed_by_sheet
from govxlsx.checking.rule import Rule, Severity, either
from govxlsx.report.figure import State
from govxlsx.report.model import Notice

RULE = Rule(
    title="公式没有计算结果",
    checks="公式都有计算结果",
    severity=Severity.ERROR,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式：表中各项是数量或金额",
    message="{name}是公式“{raw}”，文件里没有保存它的结果。",
    fix="请用 Excel 或 WPS 打开这个文件，核对 {cell} 后保存，再报送（还显示公式的，先把格式改为“常规”，按 F2、回车）；或者直接填写应有的数字或文字。",
    why="由其他软件生成、没有在表格软件里保存过的文件，公式没有结果；模板自己的合计由程序代算，其他公式不猜。",
    bad="=Sheet9!A1（没有结果）",
    good="12",
    look=either(by_table(State.UNCALCULATED), noticed_by_sheet(Notice.TEXT_UNCALCULATED)),
)
