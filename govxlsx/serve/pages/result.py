"""The page of a check: whose report, how it stands, what to do next, and every finding."""

from collections.abc import Iterator

from govxlsx.checking.finding import SEVERITY_WORDS
from govxlsx.report.identity import name_told, year_told
from govxlsx.serve.pages.upload import code_field, form
from govxlsx.serve.results import Kept
from govxlsx.showing.page.markup import Child, Element, tag
from govxlsx.showing.page.words import listed


def title(kept: Kept) -> str:
    """Return whose report it is."""
    checked = kept.checked
    if checked.status == "unusable":
        return "检查结果：这个文件不能用"
    return f"{name_told(checked.agency)}，{year_told(checked.year)}：检查结果"


def sentence(kept: Kept) -> str:
    """Return how many findings there are."""
    checked = kept.checked
    if checked.status == "unusable":
        return f"“{checked.name}”没有检查。"
    pairs = zip(SEVERITY_WORDS.values(), checked.counts, strict=True)
    counts = "、".join(f"{word} {count}" for word, count in pairs)
    if checked.status == "errors":
        return f"“{checked.name}”有错误，要改好：{counts}。"
    return f"“{checked.name}”没有错误：{counts}。"


def actions(kept: Kept, *, filing: bool, expected: int, strict: bool) -> Element:
    """Return what can be done now; ``expected`` is the year whose reports are due."""
    return tag(
        "section",
        tag("h2", "接下来", id="summary"),
        *_remarks(kept, expected),
        listed(_downloads(kept), "buttons"),
        _file(kept, strict=strict) if filing else None,
    )


def again(kept: Kept, largest: int) -> Element:
    """Return the form that takes the corrected workbook."""
    return tag(
        "section",
        tag("h2", "改好后再检查", id="again"),
        form(largest, again=kept.token, last=kept.task.last),
    )


def _remarks(kept: Kept, expected: int) -> Iterator[Child]:
    checked = kept.checked
    if checked.untold:
        yield tag("p", f"{checked.untold}没有与上年对照。", class_="warning note")
    if checked.year is not None and checked.year != expected:
        yield tag(
            "p",
            f"这是 {checked.year} 年度的报告，现在应当报的是 {expected} 年度的。请核对。",
            class_="warning note",
        )


def _downloads(kept: Kept) -> Iterator[Element]:
    if kept.checked.document:
        yield _link(kept, "document", "下载 Word 文档")
    if any(kept.checked.counts):
        yield _link(kept, "copy", "下载标出问题的工作簿")
    yield tag("a", "改好后再检查", href="#again")


def _link(kept: Kept, what: str, words: str) -> Element:
    return tag("a", words, href=f"/r/{kept.token}/{what}", class_="button")


def _file(kept: Kept, *, strict: bool) -> Element:
    checked = kept.checked
    if checked.status != "ok" or (strict and checked.unexplained):
        why = "没有错误以后" if checked.status != "ok" else "提醒改好或者在“情况说明”中说明以后"
        return tag("p", f"还不能报送：{why}，才能从这个页面报送。", class_="note")
    return tag(
        "form",
        tag("h3", "报送"),
        tag("input", type="hidden", name="token", value=kept.token),
        code_field("code"),
        tag("p", tag("button", "报送", type="submit")),
        method="post",
        action="/file",
        class_="file",
    )
