"""Part five is empty, or says that there is nothing to say."""

from dataclasses import replace

from govxlsx.checking import Case, Facts, Rule, Severity, Skipped, once_each, regex
from govxlsx.checking.prose import elsewhere, left_aside, part_fact, part_text, untold

_SHORT = 60
_NOISE = regex(r"[\s，。,.、；;：:！!（）()\-—–/\\一二三四五六1-6]+")
_NOTHING = regex(
    "(?:存在的?(?:主要)?问题及?(?:和)?(?:改进(?:情况|措施))?)?"
    "(?:本年度?|20\\d\\d年度?|今年|目前|本单位|本机关|我[局委办镇乡县市区厅]|本局|政府信息公开工作)*"
    "(?:暂时?|均|尚|没有|未|不|无)+(?:有|发现|存在|涉及|需要)?(?:任何|明显|突出)?(?:存在)?的?(?:主要)?"
    "(?:问题)?(?:及?和?改进(?:情况|措施)?)?(?:情况)?|(?i:NA|null|略)|"
)
_EACH = regex(
    "(?:(?:(?:存在的?)?(?:主要)?(?:问题|不足)|(?:改进|整改)(?:情况|措施)?|下一?步(?:打算|计划|措施)?)"
    "(?:暂?无|没有)){1,4}"
)
"""What says so under each of its headings."""


_HEADINGS = regex(
    "(?:(?:存在的?)?(?:主要)?(?:问题|不足)(?:及|和|与)?|(?:改进|整改)(?:情况|措施)"
    "|下一?步(?:打算|计划|措施|工作)){1,4}"
)
"""Its headings without a word below them."""

_EMPTY = (_NOTHING, _EACH, _HEADINGS)


@once_each
def _look(case: Case) -> Facts:
    if untold(case):
        yield Skipped("各部分都没有正文")
        return
    text = part_text(case, "problems")
    bare = _NOISE.sub("", text) if len(text) < _SHORT else text
    if len(text) < _SHORT and any(each.fullmatch(bare) for each in _EMPTY):
        other = elsewhere(case, "problems")
        if other:
            said = f"没有写在这张表里：{other}，请把这一部分剪切过来"
        else:
            said = f"只写了“{text.strip()}”" if text else "没有写"
            said += left_aside(case, "problems")
        for fact in part_fact(case, "problems", said=said):
            yield replace(fact, found=text or None)


RULE = Rule(
    title="没有写存在的问题及改进情况",
    checks="写了存在的问题及改进情况",
    severity=Severity.ERROR,
    basis="《中华人民共和国政府信息公开条例》第五十条（四）；国办公开办函〔2021〕30号：避免内容雷同、敷衍塞责",
    message="“{part}”{said}。",
    fix="请从 {cell} 起写明本年度存在的具体问题，以及每个问题的改进情况。",
    why="这一部分是条例规定的内容。没有一个机关的工作全无可以改进之处，空着或写“无”，上级会退回。",
    bad="无。",
    good="存在的问题：答复说理不够充分。改进情况：已统一答复文书，逐件复核。",
    look=_look,
)
