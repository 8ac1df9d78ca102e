"""Totals whose formula is right and whose stored result is not, told apart by the cause.

A spreadsheet's SUM passes over numbers that are stored as text. Where the stored result is the sum
without them, they are the cause; else the program that saved the file has not calculated.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from govxlsx.checking.case import Case, once
from govxlsx.reading.figures import of_text
from govxlsx.report.figure import Figure, Number, State

_TEXT = (State.CONVERTED, State.OTHER_UNIT)
"""The states of numbers that a spreadsheet takes for text."""


@dataclass(frozen=True, slots=True)
class StoredSums:
    """The stale totals of a report, by field id.

    ``blind`` has those that left out numbers stored as text, with these; ``old`` all others.
    ``texts`` are the figures that they left out, and those beside them that are text alike, but 0.
    """

    blind: Mapping[str, tuple[str, ...]]
    old: tuple[str, ...]
    texts: frozenset[str]


@once
def stored_sums(case: Case) -> StoredSums:
    """Tell the stale totals of a report apart by their cause; the form has their parts first."""
    parts = case.edition.parts_of_total
    blind: dict[str, tuple[str, ...]] = {}
    old = []
    for field_id, _ in case.figures(State.STALE):
        texts = _left_out(case, parts[field_id], blind)
        if texts and _stored(case, field_id) == sum(_seen(case, part) for part in parts[field_id]):
            blind[field_id] = texts
        else:
            old.append(field_id)
    return StoredSums(blind, tuple(old), _texts(case, blind))


def _texts(case: Case, blind: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return the texts that totals have left out, and those of 0 beside them in their tables."""
    left_out = frozenset(each for texts in blind.values() for each in texts)
    fields, totals = case.edition.field_by_id, case.edition.parts_of_total
    tables = {fields[each].table for each in left_out}
    return left_out.union(
        field_id
        for field_id, figure in (case.figures(*_TEXT) if left_out else ())
        if not figure.value and fields[field_id].table in tables and field_id not in totals
    )


def _left_out(
    case: Case, parts: tuple[str, ...], blind: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the texts among the parts of a total, and those that its parts have left out."""
    figures = case.report.figures
    found = [each for each in parts if figures[each].state in _TEXT]
    return tuple(dict.fromkeys((*found, *(text for each in parts for text in blind.get(each, ())))))


def _seen(case: Case, part: str) -> Number:
    """Return what a spreadsheet's SUM counts for a cell."""
    figure = case.report.figures[part]
    if figure.state in _TEXT:
        return 0
    return _stored(case, part) or 0


def _stored(case: Case, field_id: str) -> Number | None:
    """Return the number that the file has for a figure, None where it has none."""
    figure: Figure = case.report.figures[field_id]
    if figure.state is not State.STALE or figure.at is None:
        return figure.value
    return of_text(figure.raw, case.edition.field_by_id[field_id], figure.at).value
