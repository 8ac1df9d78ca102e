"""An error value such as #REF! or #DIV/0!."""

from dataclasses import replace

from govxlsx.checking import Case, Facts, Notice, Rule, Severity, State
from govxlsx.checking.by_table import by_table, noticed_by_sheet
from govxlsx.checking.repeated import gathered
from govxlsx.checking.rule import either
from govxlsx.report.placeholders import ERROR


def _amid(case: Case) -> Facts:
    """Yield one fact of the error values amid text: a sentence was put together from their cells."""
    if ERROR.search(case.wording) is None:
        return
    found = [(each, *match.span()) for each in case.texts for match in ERROR.finditer(each.text)]
    fact, values = gathered(found), dict.fromkeys(each.text[i:j] for each, i, j in found)
    count = "中有一处" if len(found) == 1 else f"等 {len(found)} 处"
    words = {
        "name": f"“{fact.words['context']}”{count}",
        "raw": "”、“".join(values),
        "cell": fact.words["where"],
    }
    yield replace(fact, words={**fact.words, **words})


RULE = Rule(
    title="公式错误值",
    checks="没有公式错误值",
    severity=Severity.ERROR,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式：表中各项是数量或金额",
    message="{name}是错误值“{raw}”。",
    fix="请改正 {cell} 的公式，或者清除它，直接填写应有的数字或文字。",
    why="错误值说明公式引用的单元格被删掉或不是数字，这一处没有内容；表格里的数、正文和备注都一样，用公式拼成的句子里也会有。",
    bad="#REF!",
    good="3",
    look=either(by_table(State.ERROR), noticed_by_sheet(Notice.TEXT_ERROR), _amid),
)
