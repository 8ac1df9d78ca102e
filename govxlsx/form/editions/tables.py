"""The prescribed tables: trees of labels, the blocks that they span, and the figures in them."""

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

    @property
    def name(self) -> str:
        """The figure in the form's own words: “自然人”行“总计”列."""
        return f"“{self.row_label}”行“{self.column_label}”列"

    @property
    def place(self) -> str:
        """The part that has the figure, and all labels that lead to it."""
        return f"第{self.section}部分“{'／'.join(self.path)}”"


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
