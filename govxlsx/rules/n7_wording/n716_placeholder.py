"""A placeholder (XX, ××, 【】, 某某, ＿＿, {数量}) was left in the text."""

import re

from govxlsx.checking import Case, Facts, Rule, Severity, regex
from govxlsx.checking.prose import matches
from govxlsx.checking.repeated import gathered
from govxlsx.report.placeholders import MARKDOWN

_COUNTED = r"(?=[件条次份篇个元](?:[，。；,;、）)]|$))"
_LATIN = r"[A-Za-z0-9@._/:%=&*-]"
_BLANK = (
    *("undefined", "null", "NULL", "None", "none", "NaN", "nan"),
    *("TRUE", "True", "true", "FALSE", "False", "false"),
)
"""What programs write where they had no number."""

_REPLACED = r"\{\{*[^{}\n]{0,30}\}+"
"""What programs replace by a number: {数量}."""

_MARKS = (
    regex(
        rf"[XxＸｘ×✕╳](?<!{_LATIN}.)(?:[XxＸｘ×✕╳]+(?!{_LATIN})|(?<![xｘ])(?=[年月日件条个次篇省市县区镇乡局]))",
        needs=tuple("XxＸｘ×✕╳"),
    ),
    regex(
        rf"[_＿*○◯](?:(?<=[_＿*])(?<!{_LATIN}.)[_＿*]+(?!{_LATIN})|(?<=[○◯])(?<![一二九○◯].)[○◯]+)",
        needs=tuple("_＿*○◯"),
    ),
    regex(r"【(?:\s*】|[^】]{0,10}(?:单位|机关|名称|填写|具体|待补|待定)[^】]{0,10}】)"),
    regex(
        r"[（(](?:\s*[）)]|待[定补核][^）)】]{0,6}[）)】]"
        r"|(?:网址|链接|数字|(?:单位|机关)(?:名称|全称)|电话号码|年份|日期|详细地址)[）)])"
    ),
    regex(
        "某某(?:(?<![\u4e00-\u9fff]..)|(?=[省市县区镇乡街局委办厅站处村部网]|单位|机关|公司|同志))"
    ),
    regex(r"[xX](?<=[/.][xX])[xX]{2,}(?=\.)", needs=("x", "X")),
    regex(r"年(?<=\d年) *月 *日"),
    regex("待(?:(?<=[。；：:]待)|(?<=^待))(?:补充|填写|核实|完善)(?=[。；].)", re.MULTILINE),
    regex(r"[\[［〔]\s*[\]］〕]", needs=("[", "［", "〔")),
    regex(
        r"[□﹍﹎﹏….#?？○◯*NnＮ—](?:"
        r"(?:(?<=□)□*|(?<=[﹍﹎﹏])[﹍﹎﹏]*|(?<=…)…*|(?<=\.)\.{2,}|(?<=#)#*"
        rf"|(?<=[?？○◯*NnＮ—])(?<!{_LATIN}.)){_COUNTED}"
        "|(?<=□)□+|(?<=#)#+|(?<=[?？])(?=月[?？]?日))",
        re.MULTILINE,
        needs=tuple("□﹍﹎﹏….#?？○◯*NnＮ—"),
    ),
    regex(
        "|".join(
            (
                rf"\${_REPLACED}",
                _REPLACED,
                "<[\u4e00-\u9fff]{1,10}>",
                "%d(?=[\u4e00-\u9fff])",
                "%s(?=[\u4e00-\u9fff])",
                r"\[object Object\]",
                *(f"{each}(?=[件条次份篇个元%，。；])" for each in _BLANK),
            )
        ),
        needs=("{", "<", "%d", "%s", "[object", *_BLANK),
    ),
)
_UNWRITTEN = regex(
    "待(?:补充?|填写?|定|核实?|完善)|略|同上|TODO|TBD|测试(?:内容|文字|数据)?|[Tt]est|1{3,}"
)
"""What stands for a paragraph that was not written."""

_PERSON = regex("(?:申请人|原告|当事人|上诉人|被告|第三人|公民)[^，。；]{0,3}$")


def _is_unwritten(text: str) -> bool:
    return len(text) < 8 and _UNWRITTEN.fullmatch(text.strip("（()）。.")) is not None


def _is_markdown(text: str, at: int) -> bool:
    return any(hit.start() <= at < hit.end() for hit in MARKDOWN.finditer(text))


def _look(case: Case) -> Facts:
    for mark in _MARKS:
        found = [
            (passage, *match.span())
            for passage, match in matches(case, mark)
            if not _PERSON.search(passage.text[max(0, match.start() - 8) : match.start()])
            and not _is_markdown(passage.text, match.start())
        ]
        if found:
            yield gathered(found)
    unwritten = [(each, 0, len(each.text)) for each in case.passages if _is_unwritten(each.text)]
    if unwritten:
        yield gathered(unwritten)
    entered = "\n".join(each.text for each in case.entries)
    marks = [mark for mark in _MARKS if mark.search(entered)]
    for each in case.entries if marks else ():
        left = next((hit for mark in marks if (hit := mark.search(each.text))), None)
        if left is not None and each.paragraph.at is not None:
            yield each.fact(*left.span(), context=each.text)


RULE = Rule(
    title="留有空位或代号",
    checks="没有空位和代号",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号、〔2019〕60号：年度报告应当内容完整、真实准确",
    message="“{context}”中的“{quote}”像是没有填的空位{times}。",
    fix="请在 {where} 把“{quote}”一类换成实际内容；确是原文（如栏目名称、隐去的姓名），在“情况说明”中写明。",
    why="范本里的代号、空括号照样会印进报告、公布出去。",
    bad="全年主动公开政府信息XX条；【】。",
    good="全年主动公开政府信息230条。",
    look=_look,
)
