"""One fact for all the cells of a table, or of a sheet's text, that one cause has filled."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from govxlsx.addresses import Place, areas_text, position
from govxlsx.checking.case import Case
from govxlsx.checking.fact import Fact
from govxlsx.checking.rule import QUOTED, Look, figure_fact, remarked
from govxlsx.form.editions.model import Edition
from govxlsx.report.figure import Figure, Number, State
from govxlsx.report.model import Notice, Remark
from govxlsx.text import shortened

_FEW = 4
"""Of more areas a mend does not repeat where they are."""

_MANY = 8
"""More different contents than these are told as one: they were not typed one by one."""

_EXAMPLES = 3
"""So many different contents of cells are quoted of one table or sheet."""


def by_table(*states: State) -> Look:
    """Return a look that makes one fact a table of the figures in one of the states."""

    def look(case: Case) -> Iterator[Fact]:
        yield from table_facts(case, case.figures(*states))

    return look


def by_text(*states: State) -> Look:
    """Return a look that makes one fact of the figures of a table in which the same text stands.

    Where there are many texts, one cause wrote them all, and they are one fact.
    """

    def look(case: Case) -> Iterator[Fact]:
        alike: dict[str, list[tuple[str, Figure]]] = {}
        for field_id, figure in case.figures(*states):
            alike.setdefault(figure.raw, []).append((field_id, figure))
        several = [[each for figures in alike.values() for each in figures]]
        for figures in several if len(alike) > _MANY else alike.values():
            yield from table_facts(case, figures)

    return look


def wrong(is_wrong: Callable[[Edition, str, Number], bool]) -> Look:
    """Return a look that makes a fact of every figure that holds a wrong number.

    Only figures of ``Case.odd`` are asked for: a whole number such as any cell may hold is none. A
    total that was calculated from such a figure is mended with it. Many of a table are one fact.
    """

    def look(case: Case) -> Iterator[Fact]:
        found = {
            field_id: figure
            for field_id, figure in case.odd
            if figure.value is not None and is_wrong(case.edition, field_id, figure.value)
        }
        parts = case.edition.parts_of_total
        own = [
            (field_id, figure)
            for field_id, figure in found.items()
            if not figure.calculated or found.keys().isdisjoint(parts.get(field_id, ()))
        ]
        if len(own) <= _MANY:
            yield from (figure_fact(case, *each) for each in own)
            return
        for fact in table_facts(case, own):
            yield replace(fact, words={**fact.words, "value": f"{fact.words['value']} 等"})

    return look


def noticed_by_sheet(notice: Notice, **words: str) -> Look:
    """Return a look that makes one fact of the cells of a sheet upon which the same was noticed.

    Where there are several, the word ``name`` counts them, ``cell`` has all of their addresses, and
    ``raw`` what stands in them. ``words`` are set besides.
    """

    def look(case: Case) -> Iterator[Fact]:
        alike: dict[tuple[str, str], list[Remark]] = {}
        for each in case.remarks(notice):
            alike.setdefault((each.sheet, each.words["name"]), []).append(each)
        yield from (_noticed(each, words) for each in alike.values())

    return look


def _noticed(remarks: Sequence[Remark], words: Mapping[str, str]) -> Fact:
    fact = remarked(remarks[0], **words)
    if len(remarks) == 1:
        return fact
    cells = tuple(cell for each in remarks for cell in each.cells)
    several = {
        "name": f"{fact.words['name']}共 {len(cells)} 格",
        "cell": areas_text(map(position, cells)),
        "raw": _examples(each.words["raw"] for each in remarks),
    }
    return replace(fact, cells=cells, words={**fact.words, **several})


def _examples(contents: Iterable[str]) -> str:
    """Write what stands in several cells, the first ones of many, to stand between “ and ”."""
    raws = list(dict.fromkeys(shortened(each, QUOTED) for each in contents))
    return "”、“".join((*raws[:_EXAMPLES], *(("…",) if len(raws) > _EXAMPLES else ())))


def table_facts(case: Case, figures: Iterable[tuple[str, Figure]], **words: str) -> Iterator[Fact]:
    """Yield a fact for each table that has some of the figures, all of their places in it.

    A single figure is named in the form's words, several by their addresses; the word ``cell`` then
    has all of these, or the first and how many, and ``raw`` what stands in them.
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
        few = areas.count("、") < _FEW
        several = {
            "name": f"{areas}{' ' if areas[-1].isascii() else ''}共 {len(members)} 格",
            "cell": areas if few else f"{cells[0]} 等 {len(cells)} 格",
            "raw": _examples(figure.raw for _, figure, _ in members),
        }
        yield replace(
            fact,
            cells=cells,
            fields=tuple(field_id for field_id, _, _ in members),
            found=first.value if first.value is not None else first.raw or None,
            words={**fact.words, **several},
        )
