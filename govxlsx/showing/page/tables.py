"""The form's tables drawn as the clerk knows them, the cells of the findings marked."""

from collections.abc import Iterator

from govxlsx.form.editions.model import Part
from govxlsx.form.grid import Box, Grid, grid, heads
from govxlsx.showing.page import cells, sums, words
from govxlsx.showing.page.markup import Element, tag
from govxlsx.showing.page.subject import Subject


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
            cells.figure(
                subject, box, " ".join(cells.anchor(prefix, each) for each in above[box.field])
            )
            if box.field
            else cells.label(prefix, box, whole=box.columns == drawn.width)
            for box in sorted(boxes, key=lambda box: box.column)
        ),
    )
