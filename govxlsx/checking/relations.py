"""What the rules on relations between figures share: reading them, naming a row and its cells."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from govxlsx.addresses import areas_text, position
from govxlsx.checking.case import Case
from govxlsx.checking.fact import Fact
from govxlsx.checking.rule import Look
from govxlsx.form.editions import edition_by_id
from govxlsx.report.figure import Figure, Number, plain
from govxlsx.report.model import Report

DOCUMENTS = ("regulations", "normative_documents")
"""The rows of documents in part two: 规章 and 规范性文件."""


@cache
def row_fields(edition_id: str, row: str) -> tuple[str, ...]:
    """Return the figures of a row of the form, by the ids of table and row."""
    return tuple(
        each.id for each in edition_by_id(edition_id).fields if f"{each.table}.{each.row}" == row
    )


def number(figure: Figure | None) -> Number | None:
    """Return a figure's number, 0 where it is blank, None where it is absent or unreadable."""
    if figure is None or not figure.readable:
        return None
    return figure.value or 0


def values(report: Report, row: str, *columns: str) -> tuple[Number, ...] | None:
    """Return the numbers of a row's columns, blanks as 0.

    None where one of them is absent or unreadable, and where the first is blank: that is V201's.
    """
    first = report.figures.get(f"{row}.{columns[0]}")
    if first is None or first.value is None:
        return None
    found = [number(report.figures.get(f"{row}.{column}")) for column in columns]
    known = tuple(each for each in found if each is not None)
    return known if len(known) == len(columns) else None


def documents(report: Report, *columns: str) -> Iterator[tuple[str, tuple[Number, ...]]]:
    """Yield the rows of documents with their numbers, where ``values`` has these."""
    for name in DOCUMENTS:
        row = f"disclosure.{name}"
        given = values(report, row, *columns)
        if given is not None:
            yield row, given


def fewer(less: str, more: str) -> Look:
    """Return a look for rows of documents that have less in one column than in another.

    The word of the other's number is its column's name.
    """

    def look(case: Case) -> Iterator[Fact]:
        for row, given in documents(case.report, less, more):
            if given[0] < given[1]:
                words = {more: plain(given[1])}
                yield row_fact(case, row, (less, more), words, expected=given[1])

    return look


def row_fact(
    case: Case,
    row: str,
    columns: Sequence[str],
    words: Mapping[str, str],
    expected: Number | None = None,
) -> Fact:
    """Return the fact about figures of one row; it stands at the first column given.

    The words ``row``, ``value`` (of the first), ``cell`` and ``cells`` (all addresses) are set.
    """
    named = {f"{row}.{column}" for column in columns}
    fields = tuple(each for each in row_fields(case.edition.id, row) if each in named)
    places = {field_id: case.report.figures[field_id].at for field_id in fields}
    cells = tuple(at.cell for at in places.values() if at is not None)
    own = f"{row}.{columns[0]}"
    value = case.report.figures[own].value
    return Fact.placed(
        places[own],
        field=own,
        cells=cells,
        fields=fields,
        found=value,
        expected=expected,
        words={
            "row": case.edition.field_by_id[own].row_label,
            "value": "空白" if value is None else plain(value),
            "cells": areas_text(map(position, cells)),
            **words,
        },
    )
