"""A comparison as one HTML page that needs nothing else: plots, figures and text side by side."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from govxlsx.desk.compare import Comparison, Texts, plot, ratios
from govxlsx.desk.compare.figures import Line, chosen
from govxlsx.desk.compare.ratios import Share
from govxlsx.desk.compare.series import Series
from govxlsx.desk.compare.texts import Change, ChangeKind
from govxlsx.desk.compare.wording import BLANK, KINDS, amount, difference, percent
from govxlsx.personal import masked
from govxlsx.report.figure import plain
from govxlsx.report.identity import name_told
from govxlsx.showing.page.markup import Child, Element, document, tag
from govxlsx.showing.page.whole import beside, whole
from govxlsx.showing.page.words import facts, listed, row, scrolled

TITLE = "政府信息公开工作年度报告对照"

_DEEPEST = 3
_STYLE = beside(__file__, "compare.css")


def render(given: Comparison, *, everything: bool = False) -> str:
    """Return the page; without ``everything`` only the lines and paragraphs that differ.

    The same reports give the same page.
    """
    main = _sections(given, everything=everything)
    title, foot = f"{given.title}——{TITLE}", "数字按工作簿中保存的值。"
    return masked(document(whole(title, TITLE, given.title, main, "对照结果", foot, _STYLE)))


def _sections(given: Comparison, *, everything: bool) -> Iterator[Element]:
    told = (
        f"{name_told(report.agency.shown)}，{report.edition} 版，{report.source}"
        for report in given.reports
    )
    yield facts(*zip(given.labels, told, strict=True))
    yield listed(given.remarks)
    yield tag("h2", "申请和办理结果")
    yield tag(
        "div",
        plot.bars("申请数量", given.labels, given.through, piled=False),
        plot.bars("办理结果", given.labels, given.results, piled=True),
        class_="plots",
    )
    yield _years(given)
    yield tag("h2", "数字对照")
    yield tag("p", "" if everything else "只列有变化的行。", _EXPLAINED, class_="quiet")
    shown = chosen(given.lines, everything=everything)
    if not shown:
        yield tag("p", "数字全都相同。")
    for part, held in groupby(shown, key=lambda each: each.part):
        yield tag("h3", part)
        yield _table(given, part, list(held), everything=everything)
    shares = [each for each in given.shares if everything or each.changed]
    if shares:
        yield tag("h2", ratios.TITLE)
        yield tag("p", ratios.EXPLAINED, class_="quiet")
        yield _shares(given, shares)
    for texts in given.texts:
        yield from _texts(texts, everything=everything)


_EXPLAINED = "增减是后一份减前一份；前一份是 0 的，不算百分比。"


def _years(given: Comparison) -> Element:
    def told(each: Series) -> Element:
        values = (BLANK if value is None else plain(value) for value in each.values)
        return row(each.label, values, "count")

    rows = map(told, (*given.through, *given.results))
    heads = ("项目", *given.labels)
    return scrolled("图中的数字，表格可左右滚动", "图中的数字（件）", heads, rows, "sides")


def _shares(given: Comparison, shares: Sequence[Share]) -> Element:
    heads = ("指标", *given.labels, *(f"{step}（百分点）" for step in given.steps))

    def told(each: Share) -> Element:
        cells = (*each.texts, *map(ratios.points, each.steps))
        name = tag("th", each.name, scope="row", title=each.basis)
        return tag("tr", name, *(tag("td", text, class_="count") for text in cells))

    caption = f"{ratios.TITLE}：{len(shares)} 行"
    return scrolled(f"{ratios.TITLE}，表格可左右滚动", caption, heads, map(told, shares), "sides")


def _table(given: Comparison, part: str, lines: Sequence[Line], *, everything: bool) -> Element:
    steps = (text for step in given.steps for text in (step, "增减%"))
    heads = ("项目", *given.labels, *steps)
    rows = (_line(each, len(heads), marked=everything) for each in lines)
    return scrolled(f"{part}，表格可左右滚动", f"{part}：{len(lines)} 行", heads, rows, "sides")


def _line(line: Line, width: int, *, marked: bool) -> Element:
    """Return one row; among others that did not change, one that did is marked."""
    depth = f"d{min(line.depth, _DEEPEST)}"
    if not line.amounts:
        return tag("tr", tag("th", line.label, scope="rowgroup", colspan=width, class_=depth))
    named = line.unit in {"", "件"} or line.unit in line.label
    label = line.label if named else f"{line.label}（{line.unit}）"
    steps = (text for step in line.steps for text in (difference(step), percent(step)))
    return tag(
        "tr",
        tag("th", label, scope="row", class_=depth),
        *(
            tag("td", amount(each), class_="count" if each.text else "count lacking")
            for each in line.amounts
        ),
        *(tag("td", text, class_="count") for text in steps),
        class_="changed" if marked and line.changed else None,
    )


def _texts(texts: Texts, *, everything: bool) -> Iterator[Element]:
    yield tag("h2", f"文字对照：{texts.after}与{texts.before}比")
    if not any(each.changed for each in texts.passages):
        yield tag("p", "文字全都相同。")
    for passage in texts.passages:
        if passage.changed or everything:
            yield tag("h3", passage.title)
            for change in passage.changes:
                if everything or change.kind is not ChangeKind.SAME:
                    yield _change(change)


_TAGS = {ChangeKind.REMOVED: "del", ChangeKind.ADDED: "ins"}


def _change(change: Change) -> Element:
    pieces: list[Child] = [
        tag(_TAGS[each.kind], each.text) if each.kind in _TAGS else each.text
        for each in change.pieces
    ]
    return tag("p", tag("b", KINDS[change.kind]), *pieces, class_=f"diff {change.kind}")
