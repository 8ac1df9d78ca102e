"""Published reports in the shapes in which they are met, made from data."""

from __future__ import annotations

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
