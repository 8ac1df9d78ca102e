"""The findings of one file, sheet by sheet: where, what is wrong, what to do."""

from collections.abc import Iterator
from itertools import groupby

from govxlsx.checking.finding import SEVERITY_WORDS, Finding
from govxlsx.personal import masked
from govxlsx.showing.listing import Item
from govxlsx.showing.page import words
from govxlsx.showing.page.markup import Child, Element, tag
from govxlsx.showing.page.subject import NumberedFinding, Subject


def section(subject: Subject) -> Element:
    """Return the list of findings."""
    return tag("section", tag("h3", "发现的问题"), *_sheets(subject))


def _sheets(subject: Subject) -> Iterator[Element]:
    if not subject.groups:
        yield tag("p", "没有发现问题。")
    for (severity, sheet), held in groupby(
        subject.groups, key=lambda each: (each[0].first.severity, each[0].first.sheet)
    ):
        groups = list(held)
        name = f"工作表“{sheet}”" if sheet else "整个工作簿"
        number = sum(len(problems) for _, problems in groups)
        yield tag("h4", f"{SEVERITY_WORDS[severity]}：{name}（{number} 条）")
        yield tag("ol", *(_group(subject, *each) for each in groups), class_="findings")


def _group(subject: Subject, item: Item, problems: tuple[NumberedFinding, ...]) -> Element:
    """Return a finding, or the sums that one cell mends below what heads them."""
    if item.lead is None:
        return _item(subject, problems[0])
    head = tag(
        "p",
        words.severity(item.first.severity),
        " ",
        tag("b", f"单元格 {item.cell}") if item.cell is not None else None,
        " ",
        tag("span", item.codes, class_="code"),
        class_="head",
    )
    lines = [_below(subject, each) for each in problems]
    few = len(item.told)
    lists = [tag("ol", *lines[:few], class_="below")]
    if item.rest:
        more = tag("summary", f"等 {len(lines)} 处，其余 {item.rest} 处")
        lists.append(tag("details", more, tag("ol", *lines[few:], class_="below")))
    return tag("li", head, tag("p", item.lead), *lists, class_=str(item.first.severity))


def _below(subject: Subject, problem: NumberedFinding) -> Element:
    """Return one of the sums that one mend settles."""
    finding = problem.finding
    return tag(
        "li",
        _number(problem),
        *_cell(subject, problem),
        f"　{finding.code}　{finding.message}",
        id=problem.anchor,
        value=problem.number,
    )


def _number(problem: NumberedFinding) -> Element:
    return tag("span", f"第 {problem.number} 条", class_="no")


def _item(subject: Subject, problem: NumberedFinding) -> Element:
    finding = problem.finding
    return tag(
        "li",
        tag(
            "p",
            _number(problem),
            " ",
            words.severity(finding.severity),
            *_cell(subject, problem),
            " ",
            tag("span", finding.code, class_="code"),
            class_="head",
        ),
        tag("p", finding.message),
        _fix(finding),
        id=problem.anchor,
        value=problem.number,
        class_=str(finding.severity),
    )


def _cell(subject: Subject, problem: NumberedFinding) -> Iterator[Child]:
    """Yield the finding's cell, linked to its place in the drawn table where it has one."""
    finding = problem.finding
    text = f"单元格 {finding.cell}"
    drawn = problem.fields[:1] if subject.drawn else ()
    for field_id in drawn:
        at = subject.report.figures[field_id].at
        here = at is not None and (masked(at.sheet), at.cell) == (finding.sheet, finding.cell)
        if finding.cell is not None and not here:
            yield from (" ", tag("b", text))
        link = f"#{subject.figure_anchor(field_id)}"
        yield from (" ", tag("a", text if here else "表中的位置", href=link, class_="cell"))
    if finding.cell is not None and not drawn:
        yield from (" ", tag("b", text))


def _fix(finding: Finding) -> Element:
    if finding.explained is not None:
        return tag("p", tag("b", "已作说明："), finding.explained, class_="explained")
    return tag("p", tag("b", "怎么办："), finding.fix, class_="fix")
