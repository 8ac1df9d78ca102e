"""The only writer of CSV: no cell of it can be taken for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

from govxlsx.patterns import regex

MARK = "\ufeff"
"""Begins a file for Excel, which without it takes UTF-8 for the system's own encoding."""

_NUMBER = regex(r"[+-]?\d+(\.\d+)?")
_RISKY = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""How a formula may begin, full width included; some programs drop white space before it."""


def safe(text: str) -> str:
    """Return text that a spreadsheet will not run: a quote goes before a leading = + - @."""
    risky = text.startswith(_RISKY) and not _NUMBER.fullmatch(text)
    return f"'{text}" if risky else text


def for_excel(cells: Iterable[Sequence[str]]) -> str:
    """Return rows of cells, the header first, as a file that Excel opens as it should."""
    return MARK + rows(cells)


def rows(cells: Iterable[Sequence[str]]) -> str:
    """Return rows of cells as the lines of a file."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerows([*map(safe, row)] for row in cells)
    return stream.getvalue()
