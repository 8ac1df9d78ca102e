"""Which figure of a line stands in which column of the form; None and the reason in doubt."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from govxlsx.form.editions.tables import Block
from govxlsx.published.bound import BY_HEADER, BY_ORDER
from govxlsx.published.content import DrawnCell
from govxlsx.published.labels import Vocabulary
from govxlsx.published.lines import LabelledRow
from govxlsx.text import label_key, trim

OTHER_UNIT = "表头写的单位不是“万元”"


@dataclass(frozen=True, slots=True)
class LineCells:
    """The cells of a line by the column's id, or the reason why they are left unread.

    ``doubtful`` tells that they stand elsewhere than the header says.
    """

    cells: dict[str, DrawnCell]
    how: str = BY_ORDER
    reason: str = ""
    doubtful: bool = False


def bind(line: LabelledRow, block: Block, names: Vocabulary) -> LineCells:
    """Bind the figures of a line: by their order, else by the header alone, else not at all."""
    wanted = tuple(block.column_paths)
    header = _header(line, names)
    if any(path[-1].unit == "万元" for path in block.column_paths.values()) and any(
        _in_yuan(cell) for _, cell in header
    ):
        return LineCells({}, reason=OTHER_UNIT)
    if not line.grid.ruled:
        header = []  # running text does not say what stands above what
    places = [wanted.index(name) for name, _ in header]
    ordered = all(first < second for first, second in pairwise(places))
    if len(line.figures) == len(wanted) and ordered:
        doubtful = _elsewhere(line, [cell for _, cell in header], len(wanted))
        return LineCells(dict(zip(wanted, line.figures, strict=True)), doubtful=doubtful)
    found = beneath(line.figures, header, wanted)
    if found is not None:
        return LineCells(found, BY_HEADER, doubtful=not ordered)
    if len(line.figures) != len(wanted):
        reason = f"标签右边有 {len(line.figures)} 格，应有 {len(wanted)} 格"
    else:
        reason = "表头的次序与格式不同，各格又对不上表头"
    return LineCells({}, reason=reason)


def _header(line: LabelledRow, names: Vocabulary) -> list[tuple[str, DrawnCell]]:
    """Return the header's cells that name a column, from left to right."""
    found = [
        (match.name, cell)
        for cell in sorted(line.header, key=lambda each: (each.column, each.row))
        if (match := names.match(cell.text)) is not None
    ]
    first: dict[tuple[str, int], DrawnCell] = {}
    for name, cell in found:
        first.setdefault((name, cell.column), cell)
    return [(name, cell) for (name, _), cell in first.items()]


def _in_yuan(cell: DrawnCell) -> bool:
    key = label_key(cell.text)
    return "元" in key and "万元" not in key


def _elsewhere(line: LabelledRow, header: list[DrawnCell], count: int) -> bool:
    """Tell whether a figure stands below another column's header than its order says."""
    if len(header) != count:
        return False
    return any(
        cell.end <= above.column or above.end <= cell.column
        for cell, above in zip(line.figures, header, strict=True)
    )


def beneath(
    cells: Sequence[DrawnCell], header: Iterable[tuple[str, DrawnCell]], wanted: Collection[str]
) -> dict[str, DrawnCell] | None:
    """Bind cells by the header alone: every column has exactly one of its own place and width.

    None where that is not so, or another cell holds something. What is found is in the order of
    ``wanted``.
    """
    found: dict[str, DrawnCell] = {}
    for name, above in header:
        own = (above.column, above.columns)
        same = [each for each in cells if (each.column, each.columns) == own]
        if len(same) != 1 or name in found:
            return None
        found[name] = same[0]
    others = (each for each in cells if each not in found.values())
    if found.keys() != set(wanted) or any(trim(each.text) for each in others):
        return None
    return {name: found[name] for name in wanted}
