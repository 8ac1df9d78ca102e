"""Published reports in the shapes in which they are met, made from data."""

from dataclasses import dataclass, field
from html import escape

from govxlsx.form.editions import edition_by_id
from govxlsx.form.grid import grid
from govxlsx.report.figure import plain
from govxlsx.report.interchange import Interchange


@dataclass(slots=True)
class Cell:
    """A cell as a page writes it."""

    text: str
    rows: int = 1
    columns: int = 1
    field: str = ""


Row = list[Cell]


@dataclass(slots=True)
class Page:
    """A report as a page writes it: paragraphs, and the rows of its tables by their id."""

    before: list[str]
    parts: list[tuple[str, list[str], str]]
    """The title of each part, its paragraphs, and the id of its table."""

    tables: dict[str, list[list[Row]]]
    """Each table in one piece or several."""

    notes: dict[str, str] = field(default_factory=dict)
    wrap: tuple[str, str] = ("", "")


def shown(value: object) -> str:
    """Write a figure as it is printed."""
    if value is None:
        return ""
    return value if isinstance(value, str) else plain(value)  # type: ignore[arg-type]


def rows(data: Interchange, table: str) -> list[Row]:
    """Return a table as the form draws it."""
    drawn = grid(edition_by_id(data.edition), table)
    found: list[Row] = [[] for _ in range(drawn.height)]
    for box in sorted(drawn.boxes, key=lambda each: (each.row, each.column)):
        text = box.text if not box.field else shown(data.figures.get(box.field))
        found[box.row].append(Cell(text, box.rows, box.columns, box.field))
    return found


def page(data: Interchange) -> Page:
    """Return a report as a page without a fault."""
    edition = edition_by_id(data.edition)
    title = f"{data.agency.name}{data.year}年政府信息公开工作年度报告"
    parts = []
    for part in edition.parts:
        told = data.narrative.get(part.narrative, "").split("\n") if part.narrative else []
        parts.append((part.title, told, part.table))
    tables = {part.table: [rows(data, part.table)] for part in edition.parts if part.table}
    opening = data.narrative.get("preamble", "")
    return Page([title, *opening.split("\n")], parts, tables)


def table_html(given: list[Row], attributes: str = "") -> str:
    """Write a table."""
    lines = [f"<table{attributes}>"]
    for row in given:
        cells = []
        for cell in row:
            spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
            spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
            cells.append(f"<td{spans}>{escape(cell.text)}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return "".join((*lines, "</table>"))


def html(given: Page) -> str:
    """Write a page."""
    body = [f"<p>{escape(each)}</p>" for each in given.before if each]
    for title, told, table in given.parts:
        body.append(f"<p><b>{escape(title)}</b></p>")
        body += [f"<p>{escape(each)}</p>" for each in told if each]
        body += [table_html(piece) for piece in given.tables.get(table, [])]
    content = "\n".join(body)
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>年度报告</title></head><body>'
        f"{given.wrap[0]}{content}{given.wrap[1]}</body></html>"
    )


def piped(given: Page) -> str:
    """Write a page as text whose tables have pipes; a merged cell stands in its first place."""
    lines = [each for each in given.before if each]
    for title, told, table in given.parts:
        lines += [title, *(each for each in told if each)]
        for piece in given.tables.get(table, []):
            lines += [f"| {' | '.join(row)} |" for row in matrix(piece)]
    return "\n".join(lines)


def matrix(given: list[Row]) -> list[list[str]]:
    """Return the texts of a table place by place, "" where a merged cell goes on."""
    width = sum(cell.columns for cell in given[0])
    places: list[list[str | None]] = [[None] * width for _ in given]
    for number, row in enumerate(given):
        for cell in row:
            column = places[number].index(None)
            for down in range(cell.rows):
                for across in range(cell.columns):
                    if number + down < len(places) and column + across < width:
                        places[number + down][column + across] = ""
            places[number][column] = cell.text
    return [[text or "" for text in row] for row in places]


def by_lines(given: Page, *, blanks: bool = True) -> str:
    """Write a page as text with a cell a line; without ``blanks`` empty cells are dropped."""
    lines = [each for each in given.before if each]
    for title, told, table in given.parts:
        lines += [title, *(each for each in told if each)]
        for piece in given.tables.get(table, []):
            lines += [cell.text for row in piece for cell in row if blanks or cell.text]
    return "\n".join(lines)


def by_rows(given: Page, separator: str = " ", end: str = "") -> str:
    """Write a page as text with a row a line."""
    lines = [each for each in given.before if each]
    for title, told, table in given.parts:
        lines += [title, *(each for each in told if each)]
        for piece in given.tables.get(table, []):
            lines += [separator.join(cell.text for cell in row) + end for row in piece]
    return "\n".join(lines)


def every_row(given: Page) -> list[Row]:
    """Return the rows of all tables."""
    return [row for pieces in given.tables.values() for piece in pieces for row in piece]


def cell_of(given: Page, text: str) -> Cell:
    """Return the first cell with a text."""
    return next(cell for row in every_row(given) for cell in row if cell.text == text)


def split(given: Page, table: str, *after: int) -> None:
    """Cut a table after some of its rows; a cell that goes on is drawn again below the cut."""
    (whole,) = given.tables[table]
    pieces: list[list[Row]] = []
    start = 0
    for end in (*after, len(whole)):
        pieces.append([list(row) for row in whole[start:end]])
        start = end
    for number, piece in enumerate(pieces[:-1]):
        carried: Row = []
        for place, row in enumerate(piece):
            for at, cell in enumerate(row):
                over = place + cell.rows - len(piece)
                if over > 0:
                    row[at] = Cell(cell.text, cell.rows - over, cell.columns, cell.field)
                    carried.append(Cell(cell.text, over, cell.columns, cell.field))
        pieces[number + 1][0][:0] = carried
    given.tables[table] = pieces
