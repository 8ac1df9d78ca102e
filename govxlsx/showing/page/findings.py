"""The findings of one file, sheet by sheet: where, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from govxlsx.checking.finding import Finding
from govxlsx.personal import masked
from govxlsx.showing.page import words
from govxlsx.showing.page.markup import Child, Element, tag
from govxlsx.showing.page.subject import Problem, Subject


def section(subject: Subject) -> Element:
    """Return the list of findings."""
    return tag("section", tag("h3", "发现的问题"), *_sheets(subject))


def _sheets(subject: Subject) -> Iterator[Element]:
    if not subject.problems:
        yield tag("p", "没有发现问题。")
    for sheet, held in groupby(subject.problems, key=lambda each: each.finding.sheet):
        problems = list(held)
        name = f"工作表“{sheet}”" if sheet else "整个工作簿"
        yield tag("h4", f"{name}（{len(problems)} 条）")
        yield tag("ol", *(_item(subject, each) for each in problems), class_="findings")


def _item(subject: Subject, problem: Problem) -> Element:
    finding = problem.finding
    return tag(
        "li",
        tag(
            "p",
            tag("span", words.hidden("第 "), str(problem.number), words.hidden(" 条"), class_="no"),
            " ",
            words.severity(finding.severity),
            *_cell(subject, problem),
            " ",
            tag("span", words.hidden("检查编码 "), finding.code, class_="code"),
            class_="head",
        ),
        tag("p", finding.message, class_="message"),
        _fix(finding),
        id=problem.anchor,
        tabindex=-1,
        value=problem.number,
        class_=str(finding.severity),
    )


def _cell(subject: Subject, problem: Problem) -> Iterator[Child]:
    """Yield the finding's cell, linked to its place in the drawn table where it has one."""
    finding = problem.finding
    text = f"单元格 {finding.cell}"
    for field_id in problem.fields[:1]:
        at = subject.report.figures[field_id].at
        here = at is not None and (masked(at.sheet), at.cell) == (finding.sheet, finding.cell)
        if finding.cell is not None and not here:
            yield from (" ", tag("span", text, class_="cell"))
        link = f"#{subject.figure_anchor(field_id)}"
        yield from (" ", tag("a", text if here else "表中的位置", href=link, class_="cell"))
    if finding.cell is not None and not problem.fields:
        yield from (" ", tag("span", text, class_="cell"))


def _fix(finding: Finding) -> Element:
    if finding.explained is not None:
        return tag("p", tag("b", "已作说明："), finding.explained, class_="explained")
    return tag("p", tag("b", "怎么办："), finding.fix, class_="fix")
