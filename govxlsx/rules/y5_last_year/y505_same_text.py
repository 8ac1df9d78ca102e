"""A part of the text that is nearly the same as last year's."""

from govxlsx.checking import Case, Fact, Facts, Paragraph, Report, Rule, Severity, regex
from govxlsx.checking.last_year import against
from govxlsx.checking.likeness.shares import essence, share
from govxlsx.text import label_key

_NEARLY = 90
"""Per cent. Texts on the same work of different years have 40 to 60 in common."""
_SHORT = 60
"""Characters. Shorter ones can hardly be worded otherwise."""
_SENTENCE = regex("[^。；;]*[。；;]?")
_SET_PHRASES = regex("信息处理费|收费通知|需要报告|〔2020〕109号")
"""Sentences that are rightly the same every year."""


def _compare(case: Case, previous: Report) -> Facts:
    for part in case.edition.parts:
        if not part.narrative:
            continue
        given = case.report.narrative.get(part.narrative, ())
        this, that = (
            essence(_own(report.narrative.get(part.narrative, ()), part.aspects))
            for report in (case.report, previous)
        )
        if min(len(this), len(that)) < _SHORT:
            continue
        per_cent = share(this, that)
        if per_cent >= _NEARLY:
            yield Fact.placed(
                given[0].at,
                found=f"{per_cent}%",
                words={"part": part.title, "share": str(per_cent), "last": str(previous.year)},
            )


def _own(paragraphs: tuple[Paragraph, ...], aspects: tuple[str, ...]) -> str:
    """Return what the agency has written itself: no prescribed headings, no set phrases."""
    headings = {label_key(each) for each in aspects}
    kept = []
    for each in paragraphs:
        text = each.text[each.heading :] if each.heading < len(each.text) else each.text
        if label_key(each.text[: each.heading]) in headings and text == each.text:
            continue
        kept += [one for one in _SENTENCE.findall(text) if not _SET_PHRASES.search(one)]
    return "".join(kept)


RULE = Rule(
    title="文字与上年报告雷同",
    checks="文字与上年报告不雷同",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号：年度报告内容雷同、敷衍塞责的，依照《中华人民共和国政府信息公开条例》第四十七条处理",
    message="“{part}”的文字有 {share}% 与 {last} 年度报告相同（数字不计）。",
    fix="请按本年的实际情况重写：本年做了什么，有什么新的问题，上年提出的改进落实得怎样。",
    why="年度报告每年写的应当是当年的情况；把上年的文字改几个数字再用一次，是通报中常见的问题。",
    bad="第五部分与上年一字不差。",
    good="第五部分写明上年问题的整改结果和本年新发现的问题。",
    look=against(_compare),
)
