"""A formula without a stored result that is not the template's own sum."""

from govxlsx.checking import Case, Facts, Notice, Rule, Severity, State
from govxlsx.checking.by_table import noticed_by_sheet, table_facts

_UNSAVED = "文件里没有保存它的结果"
_TYPED = "是当作文字键入的，没有计算"


def _look(case: Case) -> Facts:
    """Tell formulas that are text, and show themselves, from those that were never calculated."""
    found = list(case.figures(State.UNCALCULATED))
    for calculated, why in ((True, _UNSAVED), (False, _TYPED)):
        alike = [each for each in found if each[1].calculated is calculated]
        yield from table_facts(case, alike, why=why)
    yield from noticed_by_sheet(Notice.TEXT_UNCALCULATED, why=_UNSAVED)(case)


RULE = Rule(
    title="公式没有计算结果",
    checks="公式都有计算结果",
    severity=Severity.ERROR,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式：表中各项是数量或金额",
    message="{name}是公式“{raw}”，{why}。",
    fix="请用 Excel 或 WPS 打开这个文件，核对 {cell} 后保存，再报送（格里显示公式本身的，先把格式改为“常规”，按 F2、回车；整列都是的，选中这一列，点“数据—分列—完成”）；或者直接填写应有的数字或文字。",
    why="由其他软件生成、没有在表格软件里保存过的文件，公式没有结果；格式是“文本”的格里键入的公式只是文字。模板自己的合计由程序代算，其他公式不猜。",
    bad="=Sheet9!A1（没有结果）",
    good="12",
    look=_look,
)
