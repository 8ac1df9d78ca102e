"""The only door to pdfplumber: a PDF becomes paragraphs and grids, tables by their lines."""

from __future__ import annotations

import io
import logging
import math
import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from govxlsx.published.content import (
    DrawnCell,
    DrawnTable,
    SourceContent,
    SourceItem,
)
from govxlsx.published.pdf_cells import Rectangle, is_inside, texts_of
from govxlsx.published.pdf_edges import open_ends
from govxlsx.published.pdf_guard import MOST_PAGES, weigh
from govxlsx.published.pdf_lines import TextLine, lines, paragraphs, running_heads, text_column
from govxlsx.published.pdf_sight import Ground
from govxlsx.published.pdf_signs import straight, turn
from govxlsx.published.refusal import TOO_LARGE, refused

if TYPE_CHECKING:
    from pdfplumber.page import Page

_BROKEN = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, NotImplementedError),
    *(OSError, RecursionError, TypeError, ValueError, struct.error, zlib.error),
)
"""What pdfminer raises on a damaged file, besides its own errors."""

_LONGEST_CONTENT = 320 << 10
"""More bytes of drawing than these on a page are no page of text."""

_LONGEST_WHOLE = 2 << 20
"""More bytes of drawing than these are no annual report: one of six pages has 150 KB."""

_MOST_CELLS = 10_000
"""More cells than these have no report in them, and take a second for each thousand."""

_MOST_CROSSINGS = 8_000
"""More crossings of lines than these on a page are no tables of a report."""

_MOST_SIGNS, _MOST_SHAPES = 80_000, 20_000
"""More signs or shapes than these, on all pages, have no report in them."""

_FILLED_IN, _HIDDEN = ("Widget", "FreeText", "Stamp"), 0b100010

_SNAP = 3.0
"""Edges nearer than this, in points, are one edge."""


def read(data: bytes) -> SourceContent:
    """Read a PDF. Raises PublishedError."""
    if find_spec("pdfplumber") is None:
        raise refused(
            "读 PDF 要另装一个组件，请运行 pip install 'govxlsx[import]'，或者换用网页、Word 文件"
        )
    weigh(data)
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it writes of fonts in English
    import pdfplumber
    from pdfminer.pdfdocument import (
        PDFEncryptionError,
        PDFPasswordIncorrect,
        PDFTextExtractionNotAllowed,
    )
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            return _content(document)
    except (PdfminerException, PSException, *_BROKEN) as error:
        cause = error.args[0] if error.args and isinstance(error.args[0], Exception) else error
        locked = (PDFEncryptionError, PDFPasswordIncorrect, PDFTextExtractionNotAllowed)
        if isinstance(cause, locked):
            raise refused("PDF 加了密码，打不开：请取消密码后再试") from error
        raise refused("PDF 已损坏，读不出来：请重新下载，或者换用网页、Word 文件") from error


def _content(document: Any) -> SourceContent:
    count = _page_count(document)
    if count > MOST_PAGES:
        raise refused(f"{TOO_LARGE}：PDF 有 {count} 页，年度报告不会超过 {MOST_PAGES} 页")
    from govxlsx.published.pdf_ink import SeenPage

    reader = _Reader(wraps="Skia" not in str((document.metadata or {}).get("Producer")))
    for page in document.pages:
        reader.take(SeenPage(document, page.page_obj, page.page_number))
    if not reader.seen:
        raise refused(
            "PDF 里没有文字，是扫描件或图片，读不出来。请换用报告的网页、Word 文件或文字版 PDF"
        )
    title = str((document.metadata or {}).get("Title") or "")
    return SourceContent("pdf", tuple(_joined(reader, count)), title)


def _page_count(document: Any) -> int:
    """Return how many pages the file says it has, without looking at them."""
    from pdfminer.pdftypes import resolve1

    pages = resolve1(document.doc.catalog.get("Pages")) or {}
    count = resolve1(pages.get("Count", 0))
    return count if isinstance(count, int) else MOST_PAGES + 1


class _Reader:
    def __init__(self, *, wraps: bool) -> None:
        self.wraps = wraps
        self.found: list[TextLine | DrawnTable] = []
        self.lefts: set[float] = set()
        self.tables = self.cells = self.signs = self.shapes = self.seen = self.drawn = 0

    def take(self, page: Page) -> None:
        """Take in a page's lines of text and its tables, from top to bottom."""
        drawn = sum(len(each.get_data()) for each in page.page_obj.contents)
        self.drawn += drawn
        if drawn > _LONGEST_CONTENT or self.drawn > _LONGEST_WHOLE:
            raise refused(f"{TOO_LARGE}：PDF 第 {page.page_number} 页的内容过于庞杂")
        page = _upright(page)
        shapes = [*page.rects, *page.lines, *page.curves]
        self.signs, self.shapes = self.signs + len(page.chars), self.shapes + len(shapes)
        if self.signs > _MOST_SIGNS or self.shapes > _MOST_SHAPES:
            raise refused(f"{TOO_LARGE}：PDF 的文字或线条过多")
        if _crossings(page) > _MOST_CROSSINGS:
            raise refused(f"{TOO_LARGE}：PDF 第 {page.page_number} 页的线条过于繁密")
        ground = Ground(shapes, page.images)
        chars = ground.drawn(straight(page.chars))
        marked = ground.marked(chars)
        pictures = [*page.images, *_filled_in(page)]
        self.seen += len(chars)
        placed: list[tuple[float, TextLine | DrawnTable]] = []
        taken: list[tuple[float, float, float, float]] = []
        for box, cells in _tables(page):
            self.cells += len(cells)
            if self.cells > _MOST_CELLS:
                raise refused(f"{TOO_LARGE}：PDF 里的表格超过 {_MOST_CELLS} 格")
            self.tables += 1
            texts = texts_of(cells, marked, pictures, page.bbox, wraps=self.wraps)
            placed.append((box[1], DrawnTable(tuple(_drawn(texts)), self.tables)))
            taken.append(box)
            self.lefts.add(box[0])
        outside = [each for each in chars if not any(is_inside(each, box) for box in taken)]
        placed += [(each.top, each) for each in lines(outside, page.height)]
        self.found += [each for _, each in sorted(placed, key=lambda one: one[0])]


def _filled_in(page: Page) -> list[dict[str, Any]]:
    """Return the fields of a form and the notes that are shown on a page: no text of it."""
    return [
        each
        for each in page.annots
        if getattr(each["data"].get("Subtype"), "name", "") in _FILLED_IN
        and not int(each["data"].get("F") or 0) & _HIDDEN
    ]


def _crossings(page: Page) -> int:
    """Return where lines could cross: so much work it is to find the cells between them."""
    ways = ("x0", "v", "bottom", "top"), ("top", "h", "x1", "x0")
    places = (
        {
            round(each[at])
            for each in page.edges
            if each["orientation"] == way and each[end] - each[start] > 1
        }
        for at, way, end, start in ways
    )
    return math.prod(map(len, places))


def _upright(page: Page) -> Page:
    """Return a page turned so that most of what stands on it can be read."""
    turns = Counter(map(turn, page.chars))
    usual = max(turns, key=lambda each: turns[each], default=0)
    if not usual:
        return page
    held = page.page_obj
    held.rotate = held.attrs["Rotate"] = (held.rotate + usual) % 360
    return type(page)(page.pdf, held, page.page_number)


def _tables(page: Page) -> Iterator[tuple[Rectangle, list[Rectangle]]]:
    """Yield the tables of a page, each its box and those of its cells.

    Rows with one cell over the full width are no table: backgrounds of text, titles of blocks.
    """
    closing = open_ends(page.edges, _SNAP)
    found = page.find_tables({"explicit_horizontal_lines": closing} if closing else None)
    for table in found:
        rows: dict[float, list[Rectangle]] = {}
        for cell in table.cells:
            rows.setdefault(round(cell[1]), []).append(cell)
        left, _, right, _ = table.bbox
        kept: list[list[Rectangle]] = [[]]
        for top in sorted(rows):
            first = rows[top][0]
            full = len(rows[top]) == 1 and first[2] - first[0] > 0.95 * (right - left)
            if full and not _spanned(first, table.cells):
                kept.append([])
            else:
                kept[-1].extend(rows[top])
        for cells in kept:
            if len(cells) > 1:
                yield _around(cells), cells


def _spanned(cell: Rectangle, cells: Sequence[Rectangle]) -> bool:
    """Tell whether other cells lie beside a cell: it is then no row of its own."""
    middle = (cell[1] + cell[3]) / 2
    return any(each is not cell and each[1] < middle < each[3] for each in cells)


def _around(cells: Sequence[Rectangle]) -> Rectangle:
    left, top, right, bottom = zip(*cells, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _drawn(boxes: Mapping[Rectangle, str]) -> Iterator[DrawnCell]:
    """Put cells on a grid of their edges, with what is printed in each."""
    across = _edges([edge for box in boxes for edge in (box[0], box[2])])
    down = _edges([edge for box in boxes for edge in (box[1], box[3])])
    numbers: dict[int, int] = {}
    for box in sorted(boxes, key=lambda each: (_at(down, each[1]), each[0])):
        row, column = _at(down, box[1]), _at(across, box[0])
        numbers[row] = numbers.get(row, 0) + 1
        yield DrawnCell(
            row,
            column,
            max(1, _at(down, box[3]) - row),
            max(1, _at(across, box[2]) - column),
            boxes[box],
            numbers[row],
        )


def _edges(given: Sequence[float]) -> list[float]:
    found: list[float] = []
    for edge in sorted(given):
        if not found or edge - found[-1] > _SNAP:
            found.append(edge)
    return found


def _at(edges: Sequence[float], edge: float) -> int:
    return min(range(len(edges)), key=lambda number: abs(edges[number] - edge))


def _joined(reader: _Reader, pages: int) -> Iterator[SourceItem]:
    texts = [each for each in reader.found if isinstance(each, TextLine)]
    around = running_heads(texts, pages)
    within = text_column([each for each in texts if each not in around], reader.lefts)
    running: list[TextLine] = []
    for each in reader.found:
        if isinstance(each, TextLine):
            if each not in around:
                running.append(each)
            continue
        yield from paragraphs(running, within)
        running = []
        yield each
    yield from paragraphs(running, within)
