"""The template's own sums are recognised and added up, whatever result the file has stored."""

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache, lru_cache

from govxlsx.addresses import Position, area
from govxlsx.form.editions import edition_by_id
from govxlsx.form.editions.relations import Sum
from govxlsx.patterns import regex
from govxlsx.reading.figures import whole_if_whole
from govxlsx.reading.search import Located
from govxlsx.report.figure import Figure, Number, State

_TERM = r"(?:SUM\([^()]*\)|[A-Z]{1,3}[0-9]{1,7})"
_SUM = regex(rf"\+?{_TERM}(?:\+{_TERM})*", re.IGNORECASE)
_REFERENCES = regex(r"SUM|[()+]+", re.IGNORECASE)
_MOST = 400


@lru_cache(maxsize=4096)
def added(formula: str) -> frozenset[Position] | None:
    """Return the cells that a formula adds up: SUM(D6:I6), D6+E6 or both.

    None if it does anything else, or adds a cell twice.
    """
    plain = formula.replace(" ", "").replace("$", "")
    if not _SUM.fullmatch(plain):
        return None
    found: list[Position] = []
    for reference in filter(None, _REFERENCES.sub(",", plain).split(",")):
        try:
            top, left, bottom, right = area(reference)
        except ValueError:
            return None
        if (bottom - top + 1) * (right - left + 1) > _MOST:
            return None
        found += (
            (row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)
        )
    return frozenset(found) if len(set(found)) == len(found) else None


@lru_cache(maxsize=4096)
def _own_parts(
    edition_id: str, field_id: str, formula: str, found: Located, subtotals: frozenset[int]
) -> tuple[str, ...] | None:
    """Return the parts of a total if ``formula`` is the form's own sum of them, else None.

    Parts that were not found, such as those of a row that was deleted, cannot be in it. It may add
    a column that the form does not have, or rows of ``subtotals``, as spreadsheets let it where one
    is inserted.
    """
    parts = edition_by_id(edition_id).parts_of_total.get(field_id)
    named = added(formula) if parts else None
    if parts is None or named is None:
        return None
    places = {found.fields[part] for part in parts if part in found.fields}
    others = named - places
    columns = {column for _, column in found.figures} if others else set()
    beside = (column not in columns or row in subtotals for row, column in others)
    own = places <= named and all(beside)
    return parts if len(places) > 1 and own else None


def and_totals(fields: Iterable[str], parts: Mapping[str, Iterable[str]]) -> dict[str, None]:
    """Return fields, and the totals that are calculated from them, by the ``parts`` of each."""
    found = dict.fromkeys(fields)
    while more := [
        total for total in parts if total not in found and not found.keys().isdisjoint(parts[total])
    ]:
        found |= dict.fromkeys(more)
    return found


def totals(
    edition_id: str,
    found: Located,
    formulas: Mapping[str, str],
    subtotals: frozenset[int] = frozenset(),
) -> dict[str, tuple[str, ...]]:
    """Return the parts of each total that is the template's own sum of them.

    ``formulas`` holds the formulas of figures by field id, ``subtotals`` the rows that sum up
    others and are none of the form's.
    """
    return {
        field_id: parts
        for field_id, formula in formulas.items()
        if (parts := _own_parts(edition_id, field_id, formula, found, subtotals)) is not None
    }


def wider(found: Located, formulas: Mapping[str, str], totals: Iterable[str]) -> frozenset[str]:
    """Return the totals whose formula adds cells, too, that are no figures of the form."""
    named = ((each, added(formulas[each]) or frozenset()) for each in totals)
    return frozenset(each for each, cells in named if not cells <= found.figures.keys())


def calculate(
    figures: dict[str, Figure], totals: Mapping[str, tuple[str, ...]], wider: frozenset[str]
) -> None:
    """Give the totals that are the template's own sums the value that their parts add up to.

    A stored result that differs is kept as what stands in the cell: the state says so, but not of
    the ``wider`` ones and of those that add them, since W117 tells of what these add besides. What
    has a part that cannot be read has no value before that part is mended, whatever is stored.
    """
    told = set(wider)

    def added(field_id: str, total: Number) -> Figure:
        old = figures[field_id]
        if old.readable and old.value == total:
            typed = old.state is State.CONVERTED  # some programs store every result as text
            return old._replace(state=State.NUMBER) if typed else old
        fresh = old.state in (State.UNCALCULATED, State.BLANK)
        if not told.isdisjoint(totals[field_id]):
            told.add(field_id)
        other = State.NUMBER if field_id in told else State.STALE
        state = State.SUMMED if fresh else other
        return Figure(total, old.at, old.raw, state, calculated=True)

    waiting = dict(totals)
    add_up(figures, waiting, added)
    for field_id in waiting:
        old = figures[field_id]
        figures[field_id] = Figure(None, old.at, old.raw, State.WAITING, calculated=True)


def add_up(
    figures: dict[str, Figure],
    waiting: dict[str, tuple[str, ...]],
    added: Callable[[str, Number], Figure],
) -> None:
    """Add up totals, those that feed others first; a part that is blank counts as 0.

    ``waiting`` has the parts of each total, and is used up; ``added`` makes the figure of a total
    and its sum. A total with a part that cannot be read is left as it is, and waiting.
    """
    while waiting:
        ready = [
            field_id
            for field_id, parts in waiting.items()
            if all(part not in waiting and figures[part].readable for part in parts)
        ]
        if not ready:
            return
        for field_id in ready:
            values = (figures[part].value or 0 for part in waiting.pop(field_id))
            figures[field_id] = added(
                field_id, whole_if_whole(sum(map(Decimal, values), Decimal(0)))
            )


@cache
def of_table(edition_id: str, table_id: str) -> tuple[Sum, ...]:
    """Return the prescribed sums of a table."""
    begins = f"{table_id}."
    return tuple(each for each in edition_by_id(edition_id).sums if each.field.startswith(begins))


def gap(one: Sum, values: Mapping[str, Number | None]) -> Number:
    """Return by how much the totals of a sum exceed its parts; what is lost counts as 0."""
    totals = sum((values[each] or 0 for each in one.totals), start=0)
    return totals - sum((values[each] or 0 for each in one.parts), start=0)
