"""A long sentence stands twice in one part of the report."""

from collections import Counter

from govxlsx.addresses import Place
from govxlsx.checking import Case, Facts, Rule, Severity, regex
from govxlsx.checking.prose import located
from govxlsx.checking.repeated import QuotedPlace, gathered

_LONG = 24
"""What is shorter may well be said twice."""

_TOLD_AGAIN = regex("申请|复议|诉讼|收费|处理费")
"""Of these a part tells in general first and under its heading then, in the same words."""


def _sentences(text: str) -> list[str]:
    return text.replace("！", "。").replace("？", "。").replace("\n", "。").split("。")


def _look(case: Case) -> Facts:
    sentences = _sentences(case.prose)
    keys = ["".join(each.split()) if len(each) >= _LONG else "" for each in sentences]
    twice = {key for key, count in Counter(keys).items() if key and count > 1}
    first: dict[tuple[str, str], Place | None] = {}
    again: list[tuple[Place | None, QuotedPlace]] = []
    end = -1
    for key, said in zip(keys, sentences, strict=True):
        start, end = end + 1, end + 1 + len(said)
        if key not in twice:
            continue
        passage, place = located(case, start)
        told = passage.part, key
        if told in first and not _TOLD_AGAIN.search(said):
            again.append((first[told], (passage, place, place + len(said))))
        first.setdefault(told, passage.paragraph.at)
    if again:
        at = again[0][0]
        yield gathered([each for _, each in again], earlier="" if at is None else at.cell)


RULE = Rule(
    title="同一句话写了两遍",
    checks="没有写了两遍的长句",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号、〔2019〕60号：年度报告应当避免内容雷同",
    message="“{quote}”在前面（{earlier}）已经写过，一字不差{times}。",
    fix="请核对 {where}：多粘贴了一次的，删去一处；这里应当写别的内容的，改成这一项的情况；确实要写两遍的，在“情况说明”中说明。",
    why="按小标题复制段落后忘了改，这一项的情况就没有写。只看同一部分里二十四字以上、一字不差的句子；没有收到申请、没有发生复议诉讼一类常说两遍的，不提示。",
    bad="（三）、（四）两项下面是同一段话。",
    good="（三）写政府信息管理，（四）写平台建设。",
    look=_look,
)
