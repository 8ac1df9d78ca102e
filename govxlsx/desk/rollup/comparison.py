"""The government's own report against the sum of its bodies, cell by cell.

A report whose 统计范围 is 本行政区域 says that it is the sum; where it differs, that is to be
explained. What could explain a difference is looked for among the bodies and told as a guess.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import localcontext

from govxlsx.desk.rollup.addition import WIDE, RolledUp, amount
from govxlsx.desk.rollup.choice import Choice
from govxlsx.report.figure import Figure, Number
from govxlsx.report.model import WHOLE_AREA, Report

_NAMED = 3
"""So many bodies are named for one cell."""

BodyFigures = Mapping[str, Number | None]
"""A body's figures by field id."""


@dataclass(frozen=True, slots=True)
class Guess:
    """Something that could explain differences: a body, what was done with it, and how many."""

    name: str
    deed: str
    gaps: Mapping[str, Number]


@dataclass(frozen=True, slots=True)
class OwnDifference:
    """A cell in which the government's figure is not the sum. Blank counts as 0.

    ``own`` is None where the cell is blank, ``gap`` is own minus sum, ``guesses`` what could
    explain it, the likeliest first.
    """

    field: str
    own: Number | None
    sum: Number | None
    gap: Number
    guesses: tuple[Guess, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnComparison:
    """``differences`` in the form's order; ``unlike`` the own figures that cannot be compared.

    ``claims`` tells that the report says it is the sum. ``overall`` are guesses that explain
    several differences, with how many.
    """

    claims: bool
    compared: int
    differences: tuple[OwnDifference, ...]
    unlike: tuple[tuple[str, Figure], ...]
    overall: tuple[Guess, ...]


def compare(
    own: Report, result: RolledUp, choice: Choice, others: Mapping[str, BodyFigures]
) -> OwnComparison:
    """Compare a government's report with the sum; both are of one edition.

    ``others`` are the figures, by the path of the workbook, of what was not counted.
    """
    unlike: list[tuple[str, Figure]] = []
    values: dict[str, Number | None] = {}
    for field, figure in own.figures.items():
        unit = result.units.get(field)
        value = figure.value if unit is None else amount(figure, unit)
        if not figure.readable or (value is None and figure.value is not None):
            unlike.append((field, figure))
        else:
            values[field] = value
    with localcontext(WIDE):
        gaps = {
            field: gap
            for field, value in values.items()
            if (gap := (value or 0) - (result.total[field] or 0))
        }
        guesses = [each for each in _guesses(result, choice, others, gaps) if each.gaps]
    guesses.sort(key=lambda each: -len(each.gaps))
    fitting = {
        field: tuple(each for each in guesses if field in each.gaps)[: _NAMED + 1] for field in gaps
    }
    differences = tuple(
        OwnDifference(field, values[field], result.total[field], gap, fitting[field])
        for field, gap in gaps.items()
    )
    overall = tuple(each for each in guesses[:_NAMED] if len(each.gaps) > 1)
    claims = own.agency.scope == WHOLE_AREA
    return OwnComparison(claims, len(values), differences, tuple(unlike), overall)


def _guesses(
    result: RolledUp, choice: Choice, others: Mapping[str, BodyFigures], gaps: Mapping[str, Number]
) -> Iterator[Guess]:
    """Yield, for each body, the differences that leaving it out, or counting it, would make."""
    if not gaps:
        return
    held = result.frame[list(gaps)].to_numpy().tolist()
    rows = {
        each.submission.path: dict(zip(gaps, row, strict=True))
        for each, row in zip(choice.counted, held, strict=True)
    }
    for each in choice.counted:
        values = rows[each.submission.path]
        yield Guess(each.name, "本级可能没有计入", _fitting(gaps, values, -1))
        yield Guess(each.name, "本级可能计了两次", _fitting(gaps, values, 1))
    for left in choice.left_out:
        old = others.get(left.submission.path, {})
        newer = rows.get(left.instead.path) if left.instead is not None else None
        if newer is not None:
            change = {field: (old.get(field) or 0) - (newer[field] or 0) for field in gaps}
            deed = f"本级可能用的是较早的 {left.submission.path}"
            yield Guess(left.name, deed, _fitting(gaps, change, 1))
        elif left.submission is not choice.own:
            yield Guess(left.name, "没有计入汇总，本级可能计入了", _fitting(gaps, old, 1))


def _fitting(gaps: Mapping[str, Number], values: BodyFigures, sign: int) -> dict[str, Number]:
    return {field: gap for field, gap in gaps.items() if (values.get(field) or 0) * sign == gap}
