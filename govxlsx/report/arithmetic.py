"""The form's prescribed sums, added up on a pandas frame, and the one cell that would mend them.

Source: the note in the corner of the table of part three, and its and part four's 总计.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from govxlsx.form.editions import edition_by_id
from govxlsx.form.editions.relations import Sum
from govxlsx.report import wide
from govxlsx.report.figure import Number
from govxlsx.report.model import Report


class Tally(NamedTuple):
    """One sum as it turns out. ``found`` is the totals' side, ``expected`` the parts' side.

    Where a figure cannot be read, the sum is not ``computed`` and both are 0. ``blank`` tells
    that the total is left blank, ``cause`` which field would mend every broken sum that holds it,
    ``mend`` the value that it would have to take.
    """

    sum: Sum
    found: Number = 0
    expected: Number = 0
    computed: bool = True
    blank: bool = False
    cause: str | None = None
    mend: Number = 0

    @property
    def gap(self) -> Number:
        """By how much the totals are more than the parts add up to; 0 where not computed."""
        return self.found - self.expected

    @property
    def broken(self) -> bool:
        """True where the totals are not what the parts add up to; False where not computed."""
        return self.found != self.expected


@cache
def _sides(edition_id: str) -> wide.Groups:
    """Return the totals of every sum of an edition, then the parts of every one."""
    sums = edition_by_id(edition_id).sums
    sides = [*(each.totals for each in sums), *(each.parts for each in sums)]
    return wide.grouped(edition_id, sides)


def tally(report: Report) -> tuple[Tally, ...]:
    """Add up every prescribed sum of a report; blank figures count as 0.

    Returns one Tally for each of ``edition.sums``, in that order.
    """
    return tally_all((report,))[0]


def tally_all(reports: Sequence[Report]) -> list[tuple[Tally, ...]]:
    """Add up every prescribed sum of many reports at once; blank figures count as 0.

    Returns for each report what ``tally`` returns. Raises ValueError where the reports are of
    several editions.
    """
    if not reports:
        return []
    lines = wide.added(wide.frame(reports), _sides(reports[0].edition))
    sums = reports[0].form.sums
    return [_tallies(sums, line, report) for line, report in zip(lines, reports, strict=True)]


def _tallies(sums: tuple[Sum, ...], line: Sequence[Number], report: Report) -> tuple[Tally, ...]:
    """Return the tallies of one report; ``line`` has the totals' sides, then the parts'."""
    empty = {field_id: each for field_id, each in report.figures.items() if each.value is None}
    unreadable = {field_id for field_id, each in empty.items() if not each.readable}
    count, tallies = len(sums), []
    for place, each in enumerate(sums):
        if unreadable and not unreadable.isdisjoint(each.fields):
            tallies.append(Tally(each, computed=False))
            continue
        found, expected = line[place], line[count + place]
        blank = each.field in empty and each.is_total
        tallies.append(Tally(each, found, expected, blank=blank))
    return _with_causes(tallies, report) if any(each.broken for each in tallies) else tuple(tallies)


@cache
def _holders(edition_id: str) -> dict[str, tuple[int, ...]]:
    """Return, by field, the positions of the sums that hold it."""
    found: dict[str, tuple[int, ...]] = {}
    for place, each in enumerate(edition_by_id(edition_id).sums):
        for field_id in each.fields:
            found[field_id] = (*found.get(field_id, ()), place)
    return found


def _with_causes(tallies: list[Tally], report: Report) -> tuple[Tally, ...]:
    """Name, for each broken sum, the one field whose change mends all broken sums holding it."""
    holders = _holders(report.edition)
    broken = [each for each in tallies if each.broken]
    causes: dict[tuple[str, str], list[tuple[str, Number]]] = {}
    for field_id in dict.fromkeys(field_id for each in broken for field_id in each.sum.fields):
        held = [tallies[place] for place in holders[field_id] if tallies[place].computed]
        if len(held) > 1 and all(each.broken for each in held):
            changes = {_change(each, field_id) for each in held}
            if len(changes) == 1:
                mend = (report.figures[field_id].value or 0) + changes.pop()
                for each in held:
                    key = (each.sum.code, each.sum.field)
                    causes.setdefault(key, []).append((field_id, mend))
    sole = {key: found[0] for key, found in causes.items() if len(found) == 1}
    return tuple(
        each._replace(cause=only[0], mend=only[1])
        if (only := sole.get((each.sum.code, each.sum.field)))
        else each
        for each in tallies
    )


def _change(tally: Tally, field_id: str) -> Number:
    return -tally.gap if field_id in tally.sum.totals else tally.gap
