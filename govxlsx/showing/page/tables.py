"""The form's tables drawn as the clerk knows them, the cells of the findings marked."""

from collections.abc import Iterator

from govxlsx.checking.finding import SEVERITY_WORDS
from govxlsx.form.editions.model import Part
from govxlsx.form.grid import Box, Grid, grid, heads
from govxlsx.report.figure import State
from govxlsx.showing.page import sums, words
from govxlsx.showing.page.markup import Child, Element, tag
from govxlsx.showing.page.subject import NumberedFinding, Subject


def sections(subject: Subject) -> Iterator[Element]:
    """Yield the heading and the tables that have findings, each with its note and its sums."""
    parts = [part for part in subject.report.form.parts if part.table and _marked(subject, part)]
    if not parts:
        return
    yield tag("h3", "填报的表格")
    yield tag(
        "p",
        f"有问题的格子带标记：{words.LEGEND}；标记后的数字是上面问题的序号。",
        tag("span", "鼠标停在格子上，可看单元格位置和合计怎么算。", class_="pointer"),
        class_="quiet",
    )
    for part in parts:
        yield _section(subject, part)


def _marked(subject: Subject, part: Part) -> bool:
    fields = subject.report.form.field_by_id
    return any(fields[each].table == part.table for each in subject.marks)


def _section(subject: Subject, part: Part) -> Element:
    note = subject.report.notes.get(part.numeral)
    label = f"第 {subject.number} 个文件，{part.title}，表格可左右滚动"
    return tag(
        "section",
        tag("h4", part.title),
        words.region(_table(subject, part), label),
        tag("p", f"备注：{note.text}") if note is not None else None,
        *sums.beneath(subject, part.table),
    )


def _table(subject: Subject, part: Part) -> Element:
    drawn = grid(subject.report.form, part.table)
    marked = sum(bool(box.field and box.field in subject.marks) for box in drawn.boxes)
    state = f"有标记的 {marked} 格" if marked else "没有标记"
    return tag(
        "table",
        tag("caption", f"工作表“{part.sheet}”，{state}", class_="quiet"),
        *(
            tag("col", class_="label" if column < drawn.label_width else "figure")
            for column in range(drawn.width)
        ),
        *_groups(subject, part.table, drawn),
        class_=f"form {part.table}",
    )


def _groups(subject: Subject, table: str, drawn: Grid) -> Iterator[Element]:
    for top, end in drawn.row_groups():
        name = "thead" if end <= drawn.header_height else "tbody"
        rows = ([box for box in drawn.boxes if box.row == row] for row in range(top, end))
        yield tag(name, *(_row(subject, table, drawn, each) for each in rows))


def _row(subject: Subject, table: str, drawn: Grid, boxes: list[Box]) -> Element:
    prefix = f"{subject.anchor}-{table}"
    above = heads(subject.report.form, table)
    return tag(
        "tr",
        *(
            _figure(subject, box, " ".join(_anchor(prefix, each) for each in above[box.field]))
            if box.field
            else _label(prefix, box, whole=box.columns == drawn.width)
            for box in sorted(boxes, key=lambda box: box.column)
        ),
    )


def _anchor(prefix: str, box: Box) -> str:
    """Return the anchor of a label of a table."""
    return f"{prefix}-h{box.row}-{box.column}"


def _label(prefix: str, box: Box, *, whole: bool) -> Element:
    """Return a label; ``whole`` marks the title of a block, which heads its whole row group."""
    scope = "col" if box.heading else "row"
    text: Child = tag("span", box.text) if box.upright else box.text
    return tag(
        "th",
        text,
        id=_anchor(prefix, box),
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


def _figure(subject: Subject, box: Box, heading: str) -> Element:
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
