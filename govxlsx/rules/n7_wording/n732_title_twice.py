"""A part's text begins with the part's own title, which is printed above it."""

from govxlsx.checking import Case, Facts, Rule, Severity
from govxlsx.text import label_key


def _look(case: Case) -> Facts:
    for part in case.edition.parts:
        titles = {label_key(title) for title in (part.title, *part.aliases)}
        first = next((each for each in case.passages if each.part == part.narrative), None)
        if first is not None and label_key(first.text) in titles:
            yield first.fact(0, len(first.text))


RULE = Rule(
    title="标题写了两遍",
    checks="各部分的标题没有写进正文",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式：六个部分的标题",
    message="正文的第一段又写了这一部分的标题“{quote}”，报告里会印成两行。",
    fix="请删除 {cell} 的这一段：标题由程序印出，正文从内容写起。",
    why="从写好的报告里整段粘贴时，常把标题一起贴过来。",
    bad="“一、总体情况”的正文从“一、总体情况”写起。",
    good="“一、总体情况”的正文从“（一）主动公开”写起。",
    look=_look,
)
