"""What an edition of the annual report form is made of: labels, tables, parts and relations.

An edition is data. Everything that depends on the form (template workbook, reading by labels,
arithmetic, Word tables, interchange ids) is derived from these declarations.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class FigureKind(StrEnum):
    """What a figure may be. The values are the contract's words in ``fields.json``."""

    COUNT = "count"
    SIGNED = "signed integer"
    DECIMAL = "decimal"


@dataclass(frozen=True, slots=True)
class Node:
    """One label of a header tree, for columns or for rows.

    ``id`` is this label's share of the field id ("" where it adds nothing). ``aliases`` are other
    wordings met in real reports. ``kind`` and ``unit`` matter on the leaves of column trees only;
    ``unit`` "" means that the form names none and the figure carries its own.
    """

    label: str
    id: str = ""
    children: tuple[Node, ...] = ()
    aliases: tuple[str, ...] = ()
    kind: FigureKind = FigureKind.COUNT
    unit: str = "件"


def leaves(nodes: tuple[Node, ...], path: tuple[Node, ...] = ()) -> Iterator[tuple[Node, ...]]:
    """Yield the path from the root to each leaf, in the form's order."""
    for node in nodes:
        if node.children:
            yield from leaves(node.children, (*path, node))
        else:
            yield (*path, node)


def path_id(path: tuple[Node, ...]) -> str:
    """Return the dotted id of a path of labels."""
    return ".".join(node.id for node in path if node.id)


@dataclass(frozen=True)
class Block:
    """A rectangle of figures: a column tree over a row tree.

    ``title`` stands in a line of its own above the header ("第二十条第（一）项"), ``corner`` in the
    corner of the header, ``banner`` in a header line over all value columns. Part four has no row
    labels: ``rows`` is then empty. ``aliases`` are other wordings of the title.
    """

    columns: tuple[Node, ...]
    rows: tuple[Node, ...] = ()
    title: str = ""
    corner: str = ""
    banner: str = ""
    aliases: tuple[str, ...] = ()

    @cached_property
    def row_paths(self) -> dict[str, tuple[Node, ...]]:
        """The paths of the row labels by row id, in order; one empty path without row labels."""
        return {path_id(path): path for path in leaves(self.rows)} or {"": ()}

    @cached_property
    def column_paths(self) -> dict[str, tuple[Node, ...]]:
        """The paths of the column labels by column id, in order."""
        return {path_id(path): path for path in leaves(self.columns)}


@dataclass(frozen=True, slots=True)
class Field:
    """One figure of the form: its id, where it stands in the form, and what it may hold.

    ``row`` and ``column`` name its place in the table's frame, ``row_label`` and ``column_label``
    say the same in the form's words.
    """

    id: str
    section: str
    path: tuple[str, ...]
    kind: FigureKind
    unit: str
    table: str
    row: str
    column: str
    row_label: str
    column_label: str


@dataclass(frozen=True, slots=True)
class Table:
    """One of the three prescribed tables.

    A field id is table.row.column: its last step names the frame's column, what stands between
    names the frame's row.
    """

    id: str
    blocks: tuple[Block, ...]

    def fields(self, section: str) -> Iterator[Field]:
        """Yield the table's figures row by row, in the form's order."""
        for block in self.blocks:
            yield from _block_fields(self.id, section, block)


def _block_fields(table: str, section: str, block: Block) -> Iterator[Field]:
    title = (block.title,) if block.title else ()
    for row_id, row_path in block.row_paths.items():
        for column_id, column_path in block.column_paths.items():
            leaf = column_path[-1]
            steps = [step for step in (row_id, column_id) if step]
            row, _, column = ".".join(steps).rpartition(".")
            labels = (node.label for node in (*row_path, *column_path))
            row_labels = [node.label for node in row_path or column_path[:-1]]
            if len(row_labels) > 2:
                row_labels = ["—".join(row_labels[-2:])]
            yield Field(
                id=f"{table}.{row}.{column}",
                section=section,
                path=(*title, *labels),
                kind=leaf.kind,
                unit=leaf.unit,
                table=table,
                row=row,
                column=column,
                row_label=row_labels[-1],
                column_label=leaf.label,
            )


@dataclass(frozen=True, slots=True)
class Relation:
    """One kind of prescribed sum, held for every row (or column) named in ``over``.

    In the table's frame, for each item of ``over``: the figures named in ``totals`` add up to those
    named in ``parts``. ``axis`` "row" means that ``over`` names rows and the others columns;
    "column" the reverse. A broken sum is reported at the item's figure named ``at``.
    """

    code: str
    table: str
    axis: str
    parts: tuple[str, ...]
    totals: tuple[str, ...]
    at: str
    over: tuple[str, ...]

    def field_id(self, item: str, other: str) -> str:
        """Return the id of the figure where ``item`` of ``over`` meets ``other``."""
        row, column = (item, other) if self.axis == "row" else (other, item)
        return f"{self.table}.{row}.{column}"


@dataclass(frozen=True, slots=True)
class Sum:
    """One prescribed sum: the totals add up to the parts. ``fields`` is in the form's order."""

    code: str
    field: str
    parts: tuple[str, ...]
    totals: tuple[str, ...]
    fields: tuple[str, ...]


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
        return tuple(
            field
            for part in self.parts
            if part.table
            for field in self.table(part.table).fields(part.numeral)
        )

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
            _sum(relation, item, order) for relation in self.relations for item in relation.over
        )

    @cached_property
    def parts_of_total(self) -> dict[str, tuple[str, ...]]:
        """The parts of each figure that the form defines as the total of others."""
        found: dict[str, tuple[str, ...]] = {}
        for each in self.sums:
            if each.totals == (each.field,):
                found.setdefault(each.field, each.parts)
        return found


def _sum(relation: Relation, item: str, order: dict[str, int]) -> Sum:
    parts = tuple(relation.field_id(item, name) for name in relation.parts)
    totals = tuple(relation.field_id(item, name) for name in relation.totals)
    return Sum(
        code=relation.code,
        field=relation.field_id(item, relation.at),
        parts=parts,
        totals=totals,
        fields=tuple(sorted((*parts, *totals), key=order.__getitem__)),
    )
