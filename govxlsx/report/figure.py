"""The smallest facts of a report: a figure, a paragraph, and where each of them stands."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from govxlsx.addresses import Place

Number = int | Decimal


class State(StrEnum):
    """What stood in a figure's cell; told apart once, where cells are read."""

    NUMBER = "number"
    BLANK = "blank"
    BLANK_MARK = "blank mark"  # a dash, 无, N/A: stands for blank
    CONVERTED = "converted"  # text, or a noisy number, that can only mean one number
    OTHER_UNIT = "other unit"  # money written with a unit that is not the form's; converted
    SUMMED = "summed"  # the template's own sum, never calculated by a spreadsheet; calculated here
    STALE = "stale"  # the template's own sum, its stored result not that of its parts; calculated
    TEXT = "text"
    ANNOTATED = "annotated"  # a number with a remark beside it
    ERROR = "error"  # #REF!, #DIV/0!
    UNCALCULATED = "uncalculated"  # a formula without a stored result
    DATE = "date"
    BOOLEAN = "boolean"
    WAITING = "waiting"  # the template's own sum, a part of which cannot be read
    MISSING = "missing"  # its label was not found, so there is no cell


UNREADABLE = frozenset(
    {
        State.TEXT,
        State.ANNOTATED,
        State.ERROR,
        State.UNCALCULATED,
        State.DATE,
        State.BOOLEAN,
        State.WAITING,
        State.MISSING,
    }
)


class Figure(NamedTuple):
    """One figure of the form.

    ``value`` is None for blank and for unreadable cells; ``raw`` is what stands in the cell, to be
    quoted. ``unit`` is set where the figure carries its own unit (采购总金额 "251000元").
    ``calculated`` tells that the cell holds a formula.
    """

    value: Number | None
    at: Place | None
    raw: str = ""
    state: State = State.NUMBER
    unit: str = ""
    calculated: bool = False

    @property
    def readable(self) -> bool:
        """False where something stands in the cell that is not a number (or there is no cell)."""
        return self.state not in UNREADABLE

    @property
    def text(self) -> str:
        """The figure as documents print it: as stored, "" for blank, as it stands if unreadable."""
        if self.unit:
            return self.raw
        if self.value is not None:
            return plain(self.value)
        return "" if self.readable else self.raw


def legible(value: Number | str | None) -> str:
    """Write what was found or should be: a number plainly, a text as it is, "" for nothing."""
    if value is None:
        return ""
    return value if isinstance(value, str) else plain(value)


def plain(value: Number) -> str:
    """Write a number without exponent, separators or trailing zeros: 59237.2449."""
    if isinstance(value, int):
        return str(value)
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of narrative. ``level`` 0 is body text, 2 a （一） heading, 3 a 1. heading.

    A heading of level 2 or 3 that goes on after its first sentence is one paragraph; ``heading``
    tells how many of its characters are the heading.
    """

    text: str
    level: int = 0
    heading: int = 0
    at: Place | None = None
