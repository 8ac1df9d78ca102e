"""One fact for all the cells of a table that one cause has filled."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from govxlsx.addresses import Place, areas_text, position
from govxlsx.checking.case import Case
from govxlsx.checking.fact import Fact
from govxlsx.checking.rule import QUOTED, Look, figure_fact
from govxlsx.report.figure import Figure, State
from govxlsx.text import shortened

_EXAMPLES = 3
"""So many different contents of cells are quoted of one table."""


def by_table(*states: State) -> Look:
    """Return a look that makes one fact a table of the figures in one of the states."""

    def look(case: Case) -> Iterator[Fact]:
        yield from table_facts(case, case.figures(*states))

    return look


def by_text(*states: State) -> Look:
    """Return a look that makes one fact of the figures of a table in which the same text stands."""

    def look(case: Case) -> Iterator[Fact]:
        alike: dict[str, list[tuple[str, Figure]]] = {}
        for field_id, figure in case.figures(*states):
            alike.setdefault(figure.raw, []).append((field_id, figure))
        for figures in alike.values():
            yield from table_facts(case, figures)

    return look


def table_facts(case: Case, figures: Iterable[tuple[str, Figure]], **words: str) -> Iterator[Fact]:
    """Yield a fact for each table that has some of the figures, all of their places in it.

    A single figure is named in the form's words, several by their addresses; the word ``cell`` then
    has all of these, and ``raw`` what stands in them.
    """
    tables: dict[str, list[tuple[str, Figure, Place]]] = {}
    for field_id, figure in figures:
        if figure.at is not None:
            table = case.edition.field_by_id[field_id].table
            tables.setdefault(table, []).append((field_id, figure, figure.at))
    for members in tables.values():
        first_id, first, _ = members[0]
        fact = figure_fact(case, first_id, first, **words)
        if len(members) == 1:
            yield fact
            continue
        cells = tuple(place.cell for _, _, place in members)
        areas = areas_text(map(position, cells))
        raws = list(dict.fromkeys(shortened(figure.raw, QUOTED) for _, figure, _ in members))
        several = {
            "name": f"{areas} 共 {len(members)} 格",
            "cell": areas,
            "raw": "”、“".join((*raws[:_EXAMPLES], *(("…",) if len(raws) > _EXAMPLES else ()))),
        }
        yield replace(
            fact,
            cells=cells,
            fields=tuple(field_id for field_id, _, _ in members),
            found=first.value if first.value is not None else first.raw or None,
            words={**fact.words, **several},
        )
