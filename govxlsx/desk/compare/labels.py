"""The form's labels as a tree that the figures hang on, one for reports of several editions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from govxlsx.form.editions import editions
from govxlsx.form.editions.model import Edition
from govxlsx.form.editions.tables import Field

TOTAL = "total"
"""The id of the columns 总计; the figure stands for the label above it."""


@dataclass(slots=True)
class Branch:
    """A label of the form with what hangs below it; ``holds`` is its figure, or its 总计."""

    label: str
    holds: Field | None = None
    children: dict[str, Branch] = field(default_factory=dict)

    @property
    def held(self) -> list[Field]:
        """The figures directly below; those of labels that hold none are left out."""
        return [each.holds for each in self.children.values() if each.holds is not None]


def merged(editions: Sequence[Edition], newest: Edition, table: str) -> list[Field]:
    """Return the fields of one table: the newest edition's, others' after what precedes them."""
    merged = list(newest.fields_of[table])
    places = {each.id: float(at) for at, each in enumerate(merged)}
    for edition in editions:
        last = -1.0
        for each in edition.fields_of[table]:
            if each.id not in places:
                places[each.id] = last + _BETWEEN
                merged.append(each)
            last = places[each.id]
    return sorted(merged, key=lambda each: places[each.id])


_BETWEEN = 2.0**-12
"""Fields of another edition stand between two of the newest; there are never so many."""


def tree(fields: Sequence[Field], newest: Edition) -> Branch:
    """Hang the fields below their labels; a row that two editions name differently is one."""
    root, known, titles = Branch(""), _row_labels(newest), _titles()
    for each in fields:
        steps = each.path[1:] if each.path[0] in titles else each.path
        own = known.get((each.table, each.row))
        if own is not None and steps[0] != own[0] and len(own) == 1:
            steps = (*own, *steps[1:])
        node = root
        for label in steps[:-1] if each.column == TOTAL else steps:
            node = node.children.setdefault(label, Branch(label))
        node.holds = each
    return root


def _titles() -> set[str]:
    """Return the titles of blocks: 第二十条第（一）项. The rows below them say as much."""
    tables = (table for edition in editions() for table in edition.tables)
    return {block.title for table in tables for block in table.blocks}


def _row_labels(edition: Edition) -> dict[tuple[str, str], tuple[str, ...]]:
    return {
        (table.id, row): tuple(node.label for node in path)
        for table in edition.tables
        for block in table.blocks
        for row, path in block.row_paths.items()
    }
