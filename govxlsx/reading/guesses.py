"""What the figures of a table would be, if some of them were put back where they stood."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from govxlsx.report.figure import Number

Ids = tuple[str, ...]
"""The fields of a column from top to bottom, or of a row from left to right."""


class Displacement(NamedTuple):
    """What figures would be if they were put back; None for those that are lost.

    ``back`` tells that they were moved towards the beginning of their lines.
    """

    lines: tuple[Ids, ...]
    upright: bool
    back: bool
    values: Mapping[str, Number | None]


def moved_back(
    lines: tuple[Ids, ...], upright: bool, start: int, count: int, values: Mapping[str, Number]
) -> Iterator[Displacement]:
    """Yield guesses by which a run of blanks came to be from cells deleted before it."""
    end = start + count
    for first in range(start - 1, -1, -1):
        moved = {
            line[place]: values[line[place - count]] if place >= first + count else None
            for line in lines
            for place in range(first, end)
        }
        if _changes(moved, values):
            yield Displacement(lines, upright, True, moved)


def moved_on(
    lines: tuple[Ids, ...], upright: bool, start: int, count: int, values: Mapping[str, Number]
) -> Iterator[Displacement]:
    """Yield guesses by which a run of blanks was inserted, and figures behind it pushed out."""
    for last in range(start + count, len(lines[0])):
        moved = {
            line[place]: values[line[place + count]] if place + count <= last else None
            for line in lines
            for place in range(start, last + 1)
        }
        if _changes(moved, values):
            yield Displacement(lines, upright, False, moved)


def _changes(moved: Mapping[str, Number | None], values: Mapping[str, Number]) -> bool:
    """Tell whether figures would not be what they are, but for what is lost."""
    return any(value is not None and value != values[each] for each, value in moved.items())
