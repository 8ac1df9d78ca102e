"""HTML from the report: headings, paragraphs and tables whose cells name their headers."""

from collections.abc import Iterator
from html import escape

from govxlsx.form.grid import Box, grid, heads
from govxlsx.report.figure import Paragraph
from govxlsx.report.model import Report
from govxlsx.text import clean
from govxlsx.word import opening
from govxlsx.word.measures import measure


def text(given: str) -> str:
    """Return text as it stands in HTML; line ends become breaks."""
    return escape(clean(given)).replace("\r\n", "\n").replace("\r", "\n").replace("\n", "<br>")


def body(report: Report, *, indent: str = "") -> Iterator[str]:
    """Yield what a report says, a block a line; ``indent`` begins each paragraph."""
    for each in opening.paragraphs(report):
        yield f"<p>{indent}{text(each)}</p>"
    for part in report.form.parts:
        yield f"<h2>{text(part.title)}</h2>"
        if part.table:
            yield from table(report, part.table, part.name)
            note = report.notes.get(part.numeral)
            if note is not None:
                yield f"<p>{indent}{text(opening.note(note.text))}</p>"
        else:
            for paragraph in report.narrative.get(part.narrative, ()):
                yield _paragraph(paragraph, indent)


def _paragraph(given: Paragraph, indent: str) -> str:
    """Write a paragraph; a heading alone is one, a heading with text is strong."""
    head, rest = given.text[: given.heading], given.text[given.heading :]
    if not head:
        return f"<p>{indent}{text(rest)}</p>"
    if not rest and given.level == 2:
        return f"<h3>{text(head)}</h3>"
    return f"<p>{indent}<strong>{text(head)}</strong>{text(rest)}</p>"


def table(report: Report, table_id: str, caption: str) -> Iterator[str]:
    """Yield a table row by row; every cell of figures names the cells that head it."""
    drawn = grid(report.form, table_id)
    above = heads(report.form, table_id)
    yield '<table border="1" cellspacing="0" cellpadding="4" width="100%">'
    yield f"<caption>{text(caption)}</caption>"
    widths = measure(table_id, drawn).widths
    shares = (round(100 * each / sum(widths), 2) for each in widths)
    columns = "".join(f'<col width="{share}%">' for share in shares)
    yield f"<colgroup>{columns}</colgroup>"
    rows: dict[int, list[Box]] = {number: [] for number in range(drawn.height)}
    for box in sorted(drawn.boxes, key=lambda each: (each.row, each.column)):
        rows[box.row].append(box)
    yield "<tbody>"
    for boxes in rows.values():
        cells = (_cell(box, report, table_id, above.get(box.field, ())) for box in boxes)
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table>"


def _cell(box: Box, report: Report, table: str, above: tuple[Box, ...]) -> str:
    spans = f' rowspan="{box.rows}"' if box.rows > 1 else ""
    spans += f' colspan="{box.columns}"' if box.columns > 1 else ""
    if not box.field:
        return f'<th id="{_id(table, box)}" scope="{_scope(box)}"{spans}>{text(box.text)}</th>'
    names = " ".join(_id(table, each) for each in sorted(above, key=lambda each: not each.heading))
    value = text(report.figures[box.field].text)
    return f'<td headers="{names}" align="center"{spans}>{value}</td>'


def _id(table: str, box: Box) -> str:
    return f"{table}-{box.row + 1}-{box.column + 1}"


def _scope(box: Box) -> str:
    several = box.columns > 1 if box.heading else box.rows > 1
    return ("col" if box.heading else "row") + ("group" if several else "")
