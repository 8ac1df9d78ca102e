"""Plain text becomes paragraphs and grids: by pipes and tabs, by lines, by words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from govxlsx.form.editions import editions
from govxlsx.patterns import regex
from govxlsx.published.content import (
    Drawing,
    DrawnCell,
    DrawnTable,
    SourceContent,
    SourceItem,
    Text,
)
from govxlsx.published.decoding import decoded
from govxlsx.published.labels import of_columns, of_form
from govxlsx.published.parts import is_title
from govxlsx.published.refusal import TOO_LARGE, refused
from govxlsx.text import clean, label_key, trim

_NUMBER = (
    r"(?:[-－+]?[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?(?:元|万元|亿元|件)?|[-—–/]{1,2})"
)
_FIGURES = regex(rf"\s*((?:{_NUMBER}[ \t\u3000\u00a0]+)*{_NUMBER})\s*$")
_ALONE = regex(rf"{_NUMBER}$")
_RULE = regex(r"^[\s|:+=-]*-[\s|:+=-]*$")
_MOST_LINES = 20_000
_LABEL_COLUMNS = 4
"""Figures of running text stand right of so many columns of labels."""


def read(data: bytes) -> SourceContent:
    """Read a text file. Raises PublishedError."""
    lines = clean(decoded(data)).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(lines) > _MOST_LINES:
        raise refused(f"{TOO_LARGE}：文字超过 {_MOST_LINES} 行")
    return SourceContent("text", tuple(_Reader(lines).read()))


@dataclass(slots=True)
class _Row:
    """A row on its way: its labels, then its figures."""

    labels: list[str] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Reader:
    """Goes through the lines; in the parts with tables, what follows labels are figures."""

    lines: list[str]
    items: list[SourceItem] = field(default_factory=list)
    tables: int = 0

    def read(self) -> Iterator[SourceItem]:
        """Yield paragraphs and grids."""
        piped: list[list[str]] = []
        running: list[str] = []
        in_table = False
        for line in (*self.lines, ""):
            cells = _split(line)
            if cells is not None:
                yield from self._running(running)
                piped.append(cells)
                continue
            text = trim(trim(line).strip("|"))  # a cell a line, each with its rule
            if not text:
                continue
            yield from self._piped(piped)
            title = _title(text)
            if title is not None:
                yield from self._running(running)
                in_table = title
                yield Text(text)
            elif in_table and _in_table(text):
                running.append(text)
            else:
                yield from self._running(running)
                yield Text(text)
        yield from self._piped(piped)
        yield from self._running(running)

    def _piped(self, rows: list[list[str]]) -> Iterator[DrawnTable]:
        if rows:
            self.tables += 1
            drawing = Drawing()
            ended = not any(cells and cells[-1] for cells in rows)  # by rules, which begin no row
            for number, cells in enumerate(rows):
                del cells[len(cells) - ended :]
                drawing.add_row(number, [(text, 1, 1) for text in cells])
            widths = {len(cells) for cells in rows if cells}
            rows.clear()
            yield DrawnTable(tuple(drawing.cells), self.tables, ruled=len(widths) == 1)

    def _running(self, lines: list[str]) -> Iterator[DrawnTable]:
        if lines:
            self.tables += 1
            cells = tuple(_drawn(_rows(lines)))
            lines.clear()
            yield DrawnTable(cells, self.tables, ruled=False)


def _split(line: str) -> list[str] | None:
    """Return the cells of a line of a table with pipes or tabs; None for any other line."""
    text = trim(line) if "|" in line else line.strip("\n ")
    if "|" in text.strip("|"):
        inner = text.removeprefix("|").removesuffix("|") if text.startswith("|") else text
        return [] if _RULE.match(text) else [trim(each) for each in inner.split("|")]
    if text.count("\t") > 0 and len(trim(text).split("\t")) > 1:
        return [trim(each) for each in line.strip("\n").split("\t")]
    return None


def _title(text: str) -> bool | None:
    """Tell whether a line is the title of a part with a table, or of another; None for no title."""
    for part in editions()[-1].parts:
        if is_title(text, part):
            return bool(part.table)
    return None


def _in_table(text: str) -> bool:
    return len(text) < 120 and not text.startswith("注") and "。" not in text


def _rows(lines: list[str]) -> Iterator[_Row]:
    """Divide running text into rows: labels, then figures, then the next row's labels."""
    row = _Row()
    for line in lines:
        label, figures = _parted(line)
        if label:
            if row.figures:
                yield row
                row = _Row()
            row.labels.extend(label)
        row.figures.extend(figures)
        if figures and label:
            yield row
            row = _Row()
    if row.labels or row.figures:
        yield row


def _parted(line: str) -> tuple[list[str], list[str]]:
    if _ALONE.match(line):
        return [], [line]
    match = _FIGURES.search(line)
    if match is None or (match.start() and not line[match.start()].isspace()):
        return _words(line), []
    head = trim(line[: match.start()])
    return (_words(head) if head else []), match[1].split()


def _words(text: str) -> list[str]:
    """Return a line's labels: one, or several with spaces between them."""
    form = of_form()
    if label_key(text) in form:
        return [text]
    words = re.split(r"[ \t\u3000\u00a0]+", text)
    return words if len(words) > 1 and all(label_key(each) in form for each in words) else [text]


def _drawn(rows: Iterator[_Row]) -> Iterator[DrawnCell]:
    """Draw the rows: labels end left of the figures, which all begin in one column.

    What names columns is a row of its own above.
    """
    number = 0
    for row in rows:
        header, labels = _without_header(row.labels)
        if header:
            yield from (DrawnCell(number, at, 1, 1, text, at + 1) for at, text in enumerate(header))
            number += 1
        if not labels and not row.figures:
            continue
        kept = labels[-_LABEL_COLUMNS:]
        start = _LABEL_COLUMNS - len(kept)
        for place, text in enumerate((*kept, *row.figures)):
            yield DrawnCell(number, start + place, 1, 1, text, place + 1)
        number += 1


def _without_header(labels: list[str]) -> tuple[list[str], list[str]]:
    """Divide labels after the last one that names columns."""
    names = of_columns()
    ends = [at for at, text in enumerate(labels, 1) if label_key(text) in names]
    end = max(ends, default=0)
    return labels[:end], labels[end:]
