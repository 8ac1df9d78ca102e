"""Signs on a page become lines, lines become paragraphs."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from govxlsx.patterns import regex
from govxlsx.published import asides
from govxlsx.published.content import Text
from govxlsx.published.parts import is_part
from govxlsx.published.pdf_signs import Sign, level
from govxlsx.published.titles import of_title
from govxlsx.text import trim, unified

_LATIN = regex(r"[A-Za-z0-9,.;:%)\]]")
_INDENTED = 1.2
"""A line that begins so many characters right of the margin begins a paragraph."""

_NO_LINE = 5
"""Lines with no more signs say nothing of the margin."""

_SHORT = 2.5
"""A line that ends so many characters before the margin ends a paragraph."""

_NARROW = 0.6
"""A line that fills less of its place ends a paragraph, whatever its last sign."""

_OTHER = 0.2
"""A line of signs so much larger or smaller begins a paragraph: a title's, or the text below."""

_ENDS = regex("[。；：！？!?;:”）)》]$")

_TWICE = 0.3
"""A sign printed again so near, by its own width, is printed twice to look bold."""

_GAP, _UNEVEN = 0.25, 0.12
"""Latin signs so far apart, by their size, are two words; digits, if they are elsewhere closer."""

_OVER = 0.25
"""Digits that cover one another by more than this share of their size cannot be read."""

_SMALL = 0.9
"""A sign so much smaller than the one before it, and higher or lower, is raised or lowered."""

_EDGE = 0.13
"""This share of a page's height, at its top and its foot, is where page numbers stand."""

_PAGE_NUMBER = regex(r"^[-—–_ ]*(第\s*)?\d{1,3}(\s*页)?([/共 ]*\d{1,3}\s*页?)?[-—–_ ]*$")
_NUMBER = regex(r"\d+")


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text and where it stands, in points; ``outer`` where page numbers stand."""

    text: str
    left: float
    right: float
    top: float
    size: float
    outer: bool = False


def lines(chars: Sequence[Sign], height: float = 0.0) -> Iterator[TextLine]:
    """Yield the lines that signs make, from top to bottom; those that are turned come last.

    Raised digits behind others are set off.
    """
    for each in level(chars):
        yield from _lines(each, height)


def _lines(chars: Sequence[Sign], height: float) -> Iterator[TextLine]:
    rows: list[list[Sign]] = []
    for char in sorted(chars, key=lambda each: (each["top"] + each["bottom"]) / 2):
        middle = (char["top"] + char["bottom"]) / 2
        if rows:
            last = rows[-1][-1]
            near = min(char["size"], last["size"]) * 0.5
            if abs((last["top"] + last["bottom"]) / 2 - middle) < near:
                rows[-1].append(char)
                continue
        rows.append([char])
    for row in rows:
        row.sort(key=lambda each: each["x0"])
        text = _text(row)
        if text:
            shown = [each for each in row if trim(each["text"])]
            size = median(each["size"] for each in shown)
            placed = [each.get("printed", each) for each in shown]
            left, right = min(each["x0"] for each in placed), max(each["x1"] for each in placed)
            top = min(each["top"] for each in placed)
            outer = bool(height) and not height * _EDGE < top < height * (1 - _EDGE)
            yield TextLine(text, left, right, top, size, outer)


def _text(row: Sequence[Sign]) -> str:
    """Write a line; a gap between Latin signs is a space, one between others is none.

    So is one that is wider than the others of a figure, and where digits lie over one another.
    """
    pieces: list[str] = []
    usual = _usual_gap(row)
    for before, char in zip((None, *row), row, strict=False):
        sign = char["text"]
        if before is not None and _is_again(char, before):
            continue
        if before is not None and pieces and not pieces[-1].isspace():
            gap = char["x0"] - before["x1"]
            latin = _LATIN.match(before["text"]) and _LATIN.match(sign)
            apart = min(_GAP, _UNEVEN + usual / char["size"]) * char["size"]
            if latin and not -_OVER * char["size"] < gap <= apart:
                pieces.append(" ")
        where = "" if before is None else _off_line(char, before)
        pieces.append(asides.raised(sign, pieces, where) if where else sign)
    return trim(re.sub(r"\s+", " ", "".join(pieces)))


def _usual_gap(row: Sequence[Sign]) -> float:
    """Return the narrowest gap between the digits of a figure; without bounds in other lines."""
    gaps = [after["x0"] - before["x1"] for before, after in pairwise(row)]
    figure = len(row) > 2 and all(each["text"].isdigit() for each in row)
    return max(0.0, min(gaps)) if figure else math.inf


def _is_again(char: Sign, before: Sign) -> bool:
    near = char["x0"] - before["x0"] <= _TWICE * (char["x1"] - char["x0"])
    return bool(near and before["text"] == char["text"])


def _off_line(char: Sign, before: Sign) -> str:
    """Return where a sign smaller than the one before it stands, "" for one on the line."""
    if char["size"] >= _SMALL * before["size"] or char["bottom"] == before["bottom"]:
        return ""
    return "上标" if char["bottom"] < before["bottom"] else "下标"


def running_heads(given: Sequence[TextLine], pages: int) -> set[TextLine]:
    """Return what stands around the text of a document: page numbers, and what pages repeat."""
    counts = Counter(map(_head, given))
    often = max(2, pages // 2)
    return {
        each
        for each in given
        if each.outer and (_PAGE_NUMBER.match(each.text) or counts[_head(each)] >= often)
    }


def _head(line: TextLine) -> tuple[str, int]:
    """Return what a running head has in common on every page: its words and its height."""
    return _NUMBER.sub("#", line.text), round(line.top)


@dataclass(frozen=True, slots=True)
class TextColumn:
    """Where lines begin that are not indented, where the longest ends, and how large signs are."""

    left: float
    right: float
    size: float


def text_column(given: Sequence[TextLine], tables: Iterable[float] = ()) -> TextColumn:
    """Return the column that lines fill; where they are all indented, ``tables`` begin at it."""
    body = [each for each in given if len(each.text) > _NO_LINE]
    starts = Counter(round(each.left) for each in body)
    often = [start for start, count in starts.items() if count > 1]
    ends = max((each.right for each in body), default=0.0)
    size = median([each.size for each in body] or [0.0])
    usual = min(often or starts, default=0)
    beside = [start for start in (*starts, *tables) if abs(usual - start - 2 * size) < size / 2]
    return TextColumn(float(min([usual, *beside])), ends, size)


def paragraphs(given: Sequence[TextLine], within: TextColumn) -> Iterator[Text]:
    """Join lines to paragraphs."""
    held: list[TextLine] = []
    for line in given:
        if held and _begins(held[-1], line, within):
            yield Text(_joined(held))
            held = []
        held.append(line)
    if held:
        yield Text(_joined(held))


def _begins(before: TextLine, line: TextLine, within: TextColumn) -> bool:
    left, right = within.left, within.right
    if abs(line.size - before.size) > _OTHER * before.size:
        return True
    if line.size > (1 + _OTHER) * within.size and _is_below(before, line):
        return False
    if line.left > left + _INDENTED * line.size:
        return True
    if _is_titled(before, line):
        return True
    if before.right >= right - _SHORT * before.size:
        return False
    # A web address that does not fit leaves its line short: that ends no paragraph.
    narrow = before.right < left + _NARROW * (right - left)
    return narrow or _ENDS.search(before.text) is not None


def _is_titled(before: TextLine, line: TextLine) -> bool:
    """Tell whether a title of the report or of a part ends above a line, or begins with it."""
    above, text = unified(before.text), unified(line.text)
    ended = _ENDS.search(above) is not None and is_part(text)
    return ended or is_part(above) or of_title(above) is not None


def _is_below(before: TextLine, line: TextLine) -> bool:
    """Tell whether a line is centred below another: a title goes on in it."""
    return abs(before.left + before.right - line.left - line.right) < line.size


def _joined(given: Sequence[TextLine]) -> str:
    text = given[0].text
    for line in given[1:]:
        words = text[-1:].isascii() and text[-1:].isalpha() and line.text[:1].isascii()
        text += f" {line.text}" if words and line.text[:1].isalpha() else line.text
    return text
