"""The template's own sum without a stored result; it was added up."""

from govxlsx.checking import Rule, Severity, State
from govxlsx.checking.by_table import by_table

RULE = Rule(
    title="合计由程序代算",
    checks="合计都是工作簿里算好的",
    severity=Severity.INFO,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式：表中各项是数量或金额",
    message="{name}的合计公式没有保存结果，按公式代算。",
    fix="不改也能读取；用 Excel 或 WPS 打开并保存一次，就会有结果。",
    why="模板自己的合计公式只有一种算法，代算不会错，记录在案。",
    bad="=SUM(D6:I6)（没有结果）",
    good="=SUM(D6:I6)，结果 12",
    look=by_table(State.SUMMED),
)
