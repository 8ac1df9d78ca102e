"""The cells of a drawn table: labels that say what they head, figures with their marks."""

from collections.abc import Iterator

from govxlsx.checking.finding import SEVERITY_WORDS
from govxlsx.form.grid import Box
from govxlsx.report.figure import State
from govxlsx.showing.page import sums, words
from govxlsx.showing.page.markup import Child, Element, tag
from govxlsx.showing.page.subject import NumberedFinding, Subject


def anchor(prefix: str, box: Box) -> str:
    """Return the anchor of a label of a table."""
    return f"{prefix}-h{box.row}-{box.column}"


def label(prefix: str, box: Box, *, whole: bool) -> Element:
    """Return a label; ``whole`` marks the title of a block, which heads its whole row group."""
    scope = "col" if box.heading else "row"
    text: Child = tag("span", box.text) if box.upright else box.text
    return tag(
        "th",
        text,
        id=anchor(prefix, box),
        scope="rowgroup" if whole else scope,
        rowspan=box.rows if box.rows > 1 else None,
        colspan=box.columns if box.columns > 1 else None,
        class_=" ".join(_classes(box, whole=whole)) or None,
    )


def _classes(box: Box, *, whole: bool) -> Iterator[str]:
    if whole:
        yield "block"
    if box.upright:
        yield "upright"
    elif not box.heading:
        yield "line" if box.rows == 1 else "group"


def figure(subject: Subject, box: Box, heading: str) -> Element:
    """Return a figure's cell as it stands in the workbook, with the marks of its findings."""
    held = subject.report.figures[box.field]
    problems = subject.marks.get(box.field, ())
    return tag(
        "td",
        held.raw if held.state is State.BLANK_MARK else held.text,
        *(child for each in problems for child in _mark(each, box.field)),
        id=subject.figure_anchor(box.field),
        headers=heading,
        tabindex=-1 if problems else None,
        title="\n".join(_hover(subject, box.field, problems))
        if problems or subject.alone
        else None,
        colspan=box.columns if box.columns > 1 else None,
        class_=f"marked {problems[0].finding.severity}" if problems else None,
    )


def _mark(problem: NumberedFinding, field_id: str) -> Iterator[Child]:
    """Yield a mark: in the first cell of a finding with its number, linked to its entry."""
    severity = problem.finding.severity
    mark = tag("span", words.MARKS[severity], aria_hidden="true")
    yield " "
    if field_id != problem.fields[0]:
        spoken = words.hidden(f"{SEVERITY_WORDS[severity]}，同第 {problem.number} 条")
        yield tag("span", mark, spoken, class_=f"mark {severity}")
    else:
        spoken = words.hidden(f"{SEVERITY_WORDS[severity]}，见第 ")
        parts = (mark, spoken, str(problem.number), words.hidden(" 条"))
        yield tag("a", *parts, href=f"#{problem.anchor}", class_=f"mark {severity}")


def _hover(subject: Subject, field_id: str, problems: tuple[NumberedFinding, ...]) -> Iterator[str]:
    """Yield what a cell tells on hover: its place, its findings, its sums."""
    held = subject.report.figures[field_id]
    name = subject.case.name(field_id)
    yield f"{held.at.cell} {name}" if held.at is not None else name
    for each in problems:
        finding = each.finding
        yield f"{words.MARKS[finding.severity]} 第 {each.number} 条：{finding.message}"
    for tally in subject.sums.get(field_id, ()):
        yield f"{sums.mark(tally)} {sums.explain(subject, tally)}"
