"""What a rule says of a report: facts, without words; the engine makes these."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as default
from enum import StrEnum
from typing import Any

from govxlsx.addresses import Place
from govxlsx.report.figure import Number


@dataclass(frozen=True, slots=True)
class Cause:
    """The one figure whose change would mend every broken sum that holds it.

    ``name`` is in the form's own words, ``sums`` counts the sums that hold the figure, ``then`` is
    None where no value is proposed. ``fault`` says why what stands there now cannot, ``leads``
    whether it alone mends each of those sums.
    """

    field: str
    name: str
    at: Place | None
    now: Number | None
    then: Number | None
    sums: int
    fault: str = ""
    leads: bool = True


@dataclass(frozen=True, slots=True)
class Swapped:
    """Two neighbouring digits of one figure stand the wrong way round."""

    cell: str
    now: str
    then: str


@dataclass(frozen=True, slots=True)
class Shifted:
    """Neighbouring totals are each the sum of the row ``above``, or else each of that below."""

    above: bool


class Instead(StrEnum):
    """What stands in a total's cell in place of the template's formula."""

    NUMBER = "是直接键入的数字，不是模板的公式"
    NOTHING = "的公式被清除了"
    FORMULA = "的公式加的不是这些格"


@dataclass(frozen=True, slots=True)
class TypedOver:
    """A total is something else than the template's formula, which belongs there."""

    cell: str
    formula: str
    instead: Instead


Hint = Swapped | Shifted | TypedOver
"""A likely cause of a broken sum."""


@dataclass(frozen=True, slots=True)
class Together:
    """So many sums of one kind are broken that one cause is likelier than as many.

    ``areas`` has the cells at which they are told, ``first`` the broken totals among their figures.
    ``formula`` belongs in ``cell`` and, filled ``across`` or down, in all of ``fill``. ``blank``
    tells that what they add up is blank, ``shifted`` that they stand a row off.
    """

    areas: str
    count: int
    first: str = ""
    cell: str = ""
    formula: str = ""
    fill: str = ""
    across: bool = False
    blank: bool = False
    shifted: Shifted | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One fault, without words: where it is, what stands there, what should.

    ``words`` fills the placeholders of the rule's message and fix. ``blanks`` are the areas of
    blank parts that may be what a sum lacks; ``follows`` the cells of the broken sums by which this
    one comes to be broken; ``first`` the totals among its figures that are not what they add up;
    ``rows`` those amid its parts that the form does not have.
    """

    sheet: str | None = None
    cell: str | None = None
    field: str | None = None
    cells: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    found: Number | str | None = None
    expected: Number | str | None = None
    words: Mapping[str, str] = default(default_factory=dict)
    cause: Cause | None = None
    hints: tuple[Hint, ...] = ()
    blanks: str = ""
    follows: str = ""
    first: str = ""
    rows: str = ""
    together: Together | None = None

    @classmethod
    def placed(cls, at: Place | None, *, words: Mapping[str, str], **given: Any) -> Fact:
        """Return the fact about one place, if it is known; the word ``cell`` is set."""
        sheet, cell = (at.sheet, at.cell) if at is not None else (None, None)
        return cls(sheet, cell, words={"cell": cell or "", **words}, **given)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that a rule could not look at, and why."""

    reason: str


Facts = Iterator[Fact | Skipped]
"""What a rule yields."""
