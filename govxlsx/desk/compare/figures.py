"""The figures side by side: a line for each figure and each subtotal, in the form's order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import localcontext
from fractions import Fraction
from functools import cache
from itertools import pairwise

from govxlsx.desk.compare.labels import TOTAL, Branch, merged, tree
from govxlsx.form.editions import edition_by_id
from govxlsx.form.editions.model import Edition
from govxlsx.form.editions.tables import Field
from govxlsx.personal import masked
from govxlsx.report.figure import Figure, Number, plain
from govxlsx.report.model import Report

_EXACT = 400
"""Digits kept in a subtraction: more than a cell can hold."""


@dataclass(frozen=True, slots=True)
class Amount:
    """What one report has in a line. ``text`` is as printed, "" for blank.

    ``value`` is None for blank and unreadable; ``absent``: its edition has no such figure.
    """

    text: str
    value: Number | None = None
    unit: str = ""
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """From one report to the next: the difference, and per mille of the earlier amount.

    Both are None where an amount is missing or the units differ, ``permille`` also from 0.
    """

    difference: Number | None = None
    permille: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a figure, a subtotal (``field`` is then ""), or, without amounts, a heading.

    ``depth`` counts from 0; ``name`` is the label with those above it.
    """

    part: str
    depth: int
    label: str
    name: str
    unit: str = ""
    field: str = ""
    amounts: tuple[Amount, ...] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """From each report to the next one."""
        return tuple(_step(*pair) for pair in pairwise(self.amounts))

    @property
    def changed(self) -> bool:
        """True where the reports do not all have the same.

        What an edition lacks differs from every amount but 0 and blank.
        """
        if any(each.absent for each in self.amounts):
            return any(each.text not in {"", "0"} for each in self.amounts)
        return len({each.text for each in self.amounts}) > 1


def lines(reports: Sequence[Report]) -> tuple[Line, ...]:
    """Return the lines of the three tables; where editions differ, the lines of all of them."""
    newest = max((each.form for each in reports), key=lambda each: each.first_year)
    made: list[Line] = []
    for part in newest.parts:
        if part.table:
            root = tree(merged([each.form for each in reports], newest, part.table), newest)
            made += [_line(part.title, each, reports) for each in _walk(root, newest, 0, "")]
    return tuple(made)


def total_of(report: Report, fields: Iterable[str]) -> Number | None:
    """Return the sum of figures; what the report's form lacks is left out.

    None where all are blank or one is unreadable.
    """
    found = report.added(*(each for each in fields if each in report.figures))
    return None if found.blank else found.value


def chosen(given: Sequence[Line], *, everything: bool) -> list[Line]:
    """Return the lines that changed with the labels above them, or, if wanted, all."""
    if everything:
        return list(given)
    kept: set[int] = set()
    above: list[int] = []
    for place, each in enumerate(given):
        above = [at for at in above if given[at].part == each.part and given[at].depth < each.depth]
        above.append(place)
        if each.amounts and each.changed:
            kept.update(above)
    return [each for place, each in enumerate(given) if place in kept]


@dataclass(frozen=True, slots=True)
class _Row:
    """A line before its amounts are known. ``parts`` are the figures that it is the sum of."""

    depth: int
    label: str
    name: str
    holds: Field | None
    parts: tuple[str, ...] = ()


def _walk(node: Branch, edition: Edition, depth: int, above: str) -> Iterator[_Row]:
    """Yield the lines below a label.

    A label with a single figure is one line; one that only gathers others is none.
    """
    for child in node.children.values():
        below = list(child.children.values())
        parts = _parts(child, edition)
        name = f"{above}—{child.label}" if above else child.label
        if len(below) == 1 and child.holds is None:
            only = below[0]
            yield _Row(depth, f"{child.label}　{only.label}", f"{name}—{only.label}", only.holds)
        elif child.holds is None and not parts and any(each.children for each in below):
            yield from _walk(child, edition, depth, above)
        else:
            more = "（小计）" if parts and child.holds is None else ""
            yield _Row(depth, child.label + more, name + more, child.holds, parts)
            yield from _walk(child, edition, depth + 1, name)


def _parts(node: Branch, edition: Edition) -> tuple[str, ...]:
    """Return what a label's subtotal adds up, () where the figures below make no sum.

    They do where each is the 总计 of its own label, or where one prescribed sum adds up them all.
    """
    ids = [each.id for each in node.held]
    if node.holds is not None:
        return tuple(each.id for each in node.held if each.column == TOTAL)
    if len(ids) < max(2, len(node.children)):
        return ()
    totals = all(each.column == TOTAL for each in node.held)
    return tuple(ids) if totals or any(each.issuperset(ids) for each in _sums(edition.id)) else ()


@cache
def _sums(edition_id: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(each.parts) for each in edition_by_id(edition_id).sums)


def _line(part: str, row: _Row, reports: Sequence[Report]) -> Line:
    told = (part, row.depth, row.label, row.name)
    if row.holds is None:
        if not row.parts:
            return Line(*told)
        amounts = (
            Amount("", absent=True)
            if report.figures.keys().isdisjoint(row.parts)
            else _summed(total_of(report, row.parts))
            for report in reports
        )
        return Line(*told, unit="件", amounts=tuple(amounts))
    held = row.holds
    given = [_amount(each.figures.get(held.id)) for each in reports]
    if row.parts:
        given = [
            _summed(total)
            if each.absent and (total := total_of(report, row.parts)) is not None
            else each
            for each, report in zip(given, reports, strict=True)
        ]
    return Line(*told, held.unit, held.id, tuple(given))


def _amount(figure: Figure | None) -> Amount:
    if figure is None:
        return Amount("", absent=True)
    shown = masked(figure.text)
    counts = figure.readable and shown == figure.text
    return Amount(shown, figure.value if counts else None, figure.unit)


def _summed(value: Number | None) -> Amount:
    return Amount("" if value is None else plain(value), value)


def _step(before: Amount, after: Amount) -> Step:
    if before.value is None or after.value is None or before.unit != after.unit:
        return Step()
    with localcontext(prec=_EXACT):
        difference = after.value - before.value
    if before.value == 0:
        return Step(difference)
    return Step(difference, round(Fraction(difference) / abs(Fraction(before.value)) * 1000))
