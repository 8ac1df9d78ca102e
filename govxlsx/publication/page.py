"""The report as a page of its own, and as a fragment for a content system's editor.

Such editors strip classes, scripts and styles: the fragment has none. The same report gives the
same bytes.
"""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from govxlsx.form.grid import Box, grid, heads
from govxlsx.publication.proof import confirm
from govxlsx.report.figure import Paragraph
from govxlsx.report.model import Report
from govxlsx.text import clean
from govxlsx.version import MAKER
from govxlsx.word import opening
from govxlsx.word.measures import measure

_STYLE = f"\n{Path(__file__).with_name('page.css').read_text(encoding='utf-8')}"
_DRAFT = "草稿"


def page(report: Report, *, draft: bool = False) -> bytes:
    """Return the report as a whole page. Raises ReadBackError."""
    title = "".join(opening.title(report))
    lines = "<br>".join(_text(each) for each in opening.title(report))
    blocks = []
    for each in _body(report):
        blocks.append(each.replace("<table ", '<div class="scroll" tabindex="0"><table ', 1))
        if each.endswith("</table>"):
            blocks.append("</div>")
    mark = f"<p>{_DRAFT}</p>\n" if draft else ""
    data = (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="{_text(MAKER)}">\n'
        f'<meta name="source-sha256" content="{report.sha256}">\n'
        f"<title>{_text(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"{mark}<h1>{lines}</h1>\n" + "\n".join(blocks) + "\n</main>\n</body>\n</html>\n"
    ).encode()
    confirm(data, "page.html", report)
    return data


def fragment(report: Report, *, draft: bool = False) -> bytes:
    """Return the report as a fragment: no class, no script, no style. Raises ReadBackError."""
    lines = "<br>".join(_text(each) for each in opening.title(report))
    mark = f"<p>{_DRAFT}</p>\n" if draft else ""
    blocks = "\n".join(_body(report, indent="　　"))
    data = f'{mark}<h1 align="center">{lines}</h1>\n{blocks}\n'.encode()
    confirm(data, "fragment.html", report)
    return data


def _text(given: str) -> str:
    """Return text as it stands in HTML; line ends become breaks."""
    return escape(clean(given)).replace("\r\n", "\n").replace("\r", "\n").replace("\n", "<br>")


def _body(report: Report, *, indent: str = "") -> Iterator[str]:
    """Yield what a report says, a block a line; ``indent`` begins each paragraph."""
    for each in opening.paragraphs(report):
        yield f"<p>{indent}{_text(each)}</p>"
    for part in report.form.parts:
        yield f"<h2>{_text(part.title)}</h2>"
        if part.table:
            yield from _table(report, part.table, part.name)
            note = report.notes.get(part.numeral)
            if note is not None:
                yield f"<p>{indent}{_text(opening.note(note.text))}</p>"
        else:
            for paragraph in report.narrative.get(part.narrative, ()):
                yield _paragraph(paragraph, indent)


def _paragraph(given: Paragraph, indent: str) -> str:
    """Write a paragraph; a heading alone is one, a heading with text is strong."""
    head, rest = given.text[: given.heading], given.text[given.heading :]
    if not head:
        return f"<p>{indent}{_text(rest)}</p>"
    if not rest and given.level == 2:
        return f"<h3>{_text(head)}</h3>"
    return f"<p>{indent}<strong>{_text(head)}</strong>{_text(rest)}</p>"


def _table(report: Report, table_id: str, caption: str) -> Iterator[str]:
    """Yield a table row by row; every cell of figures names the cells that head it."""
    drawn = grid(report.form, table_id)
    above = heads(report.form, table_id)
    yield '<table border="1" cellspacing="0" cellpadding="4" width="100%">'
    yield f"<caption>{_text(caption)}</caption>"
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
        return f'<th id="{_id(table, box)}" scope="{_scope(box)}"{spans}>{_text(box.text)}</th>'
    names = " ".join(_id(table, each) for each in sorted(above, key=lambda each: not each.heading))
    value = _text(report.figures[box.field].text)
    return f'<td headers="{names}" align="center"{spans}>{value}</td>'


def _id(table: str, box: Box) -> str:
    return f"{table}-{box.row + 1}-{box.column + 1}"


def _scope(box: Box) -> str:
    several = box.columns > 1 if box.heading else box.rows > 1
    return ("col" if box.heading else "row") + ("group" if several else "")
