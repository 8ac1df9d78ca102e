"""Which figure of a line stands in which column of the form; None and the reason in doubt."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from govxlsx.form.editions.tables import Block
from govxlsx.patterns import regex
from govxlsx.published.bound import BY_HEADER, BY_ORDER
from govxlsx.published.content import DrawnCell
from govxlsx.published.labels import Vocabulary, of_form
from govxlsx.published.lines import LabelledRow, is_wordy
from govxlsx.text import label_key, trim

OTHER_UNIT = "表头写的单位不是“万元”"
OTHER_COUNT = "表头写的单位不是“件”"
_MONEY = regex("[十百千万亿]*元")
_COUNTED = regex("[十百千万亿]+[件个项条宗次]")


@dataclass(frozen=True, slots=True)
class LineCells:
    """The cells of a line by the column's id, or the reason why they are left unread.

    ``doubtful`` tells that they stand elsewhere than the header says; ``strange`` has the cells of
    the header above columns that are called otherwise there.
    """

    cells: dict[str, DrawnCell]
    how: str = BY_ORDER
    reason: str = ""
    doubtful: bool = False
    strange: Mapping[str, DrawnCell] = field(default_factory=dict)


def bind(line: LabelledRow, block: Block, names: Vocabulary) -> LineCells:
    """Bind the figures of a line: by their order, else by the header alone, else not at all."""
    wanted = tuple(block.column_paths)
    header = _header(line, names)
    in_money = any(path[-1].unit == "万元" for path in block.column_paths.values())
    if in_money and any(_in_other_money(cell) for _, cell in header):
        return LineCells({}, reason=OTHER_UNIT)
    if any(_COUNTED.search(label_key(cell.text)) for _, cell in header):
        return LineCells({}, reason=OTHER_COUNT)
    if not line.grid.ruled:
        header = []  # running text does not say what stands above what
    places = [wanted.index(name) for name, _ in header]
    ordered = all(first < second for first, second in pairwise(places))
    if len(line.figures) == len(wanted) and ordered:
        doubtful = _elsewhere(line, [cell for _, cell in header], len(wanted))
        cells = dict(zip(wanted, line.figures, strict=True))
        strange = dict(otherwise(cells, line.header, header, names)) if line.grid.ruled else {}
        return LineCells(cells, doubtful=doubtful, strange=strange)
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


def _in_other_money(cell: DrawnCell) -> bool:
    return any(unit != "万元" for unit in _MONEY.findall(label_key(cell.text)))


def otherwise(
    cells: Mapping[str, DrawnCell],
    above: Sequence[DrawnCell],
    header: Iterable[tuple[str, DrawnCell]],
    names: Vocabulary,
) -> Iterator[tuple[str, DrawnCell]]:
    """Yield the columns that a header calls otherwise than the form, each with its cell there.

    ``above`` has all cells of the header, ``header`` those that name a column. A column without a
    name is called what stands right above its figure.
    """
    named = dict(header)
    for column, cell in cells.items():
        if column in named:
            if not names.is_sure_of(named[column].text):
                yield column, named[column]
            continue
        over = [each for each in above if is_above(each, cell) and is_wordy(each.text)]
        nearest = max(over, key=lambda each: each.row, default=None)
        if nearest is not None and label_key(nearest.text) not in of_form():
            yield column, nearest


def is_above(header: DrawnCell, cell: DrawnCell) -> bool:
    """Tell whether a cell of a header and one below it have a column in common."""
    return header.column < cell.end and cell.column < header.end


def _elsewhere(line: LabelledRow, header: list[DrawnCell], count: int) -> bool:
    """Tell whether a figure stands below another column's header than its order says."""
    if len(header) != count:
        return False
    return any(not is_above(above, cell) for cell, above in zip(line.figures, header, strict=True))


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
