"""What an edition of the annual report form is made of: parts, tables and relations.

An edition is data. Everything that depends on the form (template workbook, reading by labels,
arithmetic, Word tables, interchange ids) is derived from these declarations.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from govxlsx.form.editions.relations import Relation, Sum
from govxlsx.form.editions.tables import Field, Table


@dataclass(frozen=True, slots=True)
class Part:
    """One of the six parts: its official title, its sheet, and the narrative or table it holds.

    ``narrative`` is the interchange key of a narrative part, ``table`` the id of a table part; one
    of them is "". ``aliases`` are other wordings of the title, ``aspects`` headings that the
    template writes in beforehand, and ``prompt`` is what it asks the clerk to write. ``asks`` are
    claim fields that the format wants told in the text, because no table holds them.
    """

    numeral: str
    title: str
    sheet: str
    narrative: str = ""
    table: str = ""
    aliases: tuple[str, ...] = ()
    aspects: tuple[str, ...] = ()
    prompt: str = ""
    asks: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What the part is called in every edition, whatever its title: its narrative or table."""
        return self.narrative or self.table

    @property
    def name(self) -> str:
        """The title without its numeral: 总体情况."""
        return self.title.partition("、")[2]


@dataclass(frozen=True, slots=True)
class Basis:
    """The document that prescribes the edition.

    ``called`` is what of its title is enough to tell that a text cites it.
    """

    title: str
    number: str
    called: str


@dataclass(frozen=True)
class Edition:
    """One edition of the form. ``revision`` counts the templates that differ in their labels.

    ``last_year`` (None: in force) and ``supersedes`` follow from the other editions: the registry
    sets them.
    """

    id: str
    first_year: int
    basis: Basis
    parts: tuple[Part, ...]
    tables: tuple[Table, ...]
    relations: tuple[Relation, ...]
    revision: int = 1
    last_year: int | None = None
    supersedes: tuple[Edition, ...] = ()

    def __hash__(self) -> int:
        """Return the hash of the id; that of everything would be made for each look-up."""
        return hash(self.id)

    @property
    def stamp(self) -> str:
        """The version stamp that the template carries: edition and revision."""
        return f"{self.id}.{self.revision}"

    def covers(self, year: int) -> bool:
        """Tell whether reports of ``year`` are made on this edition."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)

    def table(self, table_id: str) -> Table:
        """Return the table with this id."""
        return next(table for table in self.tables if table.id == table_id)

    def part_of_table(self, table_id: str) -> Part:
        """Return the part that holds this table."""
        return next(part for part in self.parts if part.table == table_id)

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """Every figure of the edition in the form's order (198 in 2019, 200 in 2021)."""
        return tuple(chain.from_iterable(self.fields_of.values()))

    @cached_property
    def fields_of(self) -> dict[str, tuple[Field, ...]]:
        """The figures of each table, by its id."""
        parts = [part for part in self.parts if part.table]
        return {each.table: tuple(self.table(each.table).fields(each.numeral)) for each in parts}

    @cached_property
    def field_by_id(self) -> dict[str, Field]:
        """The figures by id."""
        return {field.id: field for field in self.fields}

    @cached_property
    def features(self) -> frozenset[str]:
        """What the form has, by the names under which a rule may need it.

        A figure is named by its id (``disclosure.fees.amount``), with its unit where that matters
        (``disclosure.fees.amount[万元]``), a column by its table (``disclosure.*.in_force``).
        ``overview.aspects`` are the headings of a narrative part. What a part asks for beyond the
        tables has the claim field's name. ``superseded`` tells that there was an edition before.
        """
        return frozenset(
            {
                *self.field_by_id,
                *(f"{each.id}[{each.unit}]" for each in self.fields),
                *(f"{each.table}.*.{each.column}" for each in self.fields),
                *(f"{part.key}.aspects" for part in self.parts if part.aspects),
                *(each for part in self.parts for each in part.asks),
                *(("superseded",) if self.supersedes else ()),
            }
        )

    @cached_property
    def sums(self) -> tuple[Sum, ...]:
        """Every prescribed sum, relation by relation in the form's order."""
        order = {field.id: position for position, field in enumerate(self.fields)}
        return tuple(
            relation.sum_of(item, order) for relation in self.relations for item in relation.over
        )

    @cached_property
    def parts_of_total(self) -> dict[str, tuple[str, ...]]:
        """The parts of each figure that the form defines as the total of others."""
        found: dict[str, tuple[str, ...]] = {}
        for each in self.sums:
            if each.is_total:
                found.setdefault(each.field, each.parts)
        return found
