"""A block of blank figures; blank counts as 0, but nobody has said so."""

from __future__ import annotations

from collections.abc import Iterator

from govxlsx.addresses import position, rectangles
from govxlsx.checking.case import Case
from govxlsx.checking.fact import Fact
from govxlsx.checking.finding import Severity
from govxlsx.checking.rule import Rule
from govxlsx.report.figure import State
from govxlsx.rules.v2_cells.v202_blank_table import blank_tables


def _look(case: Case) -> Iterator[Fact]:
    whole = blank_tables(case)
    for table in case.edition.tables:
        if table.id in whole:
            continue
        blank = {
            position(figure.at.cell): (field_id, figure.at)
            for field_id, figure in case.figures(State.BLANK)
            if figure.at is not None and case.edition.field_by_id[field_id].table == table.id
        }
        for area in rectangles(blank):
            inside = [
                blank[row, column]
                for row in range(area.top, area.bottom + 1)
                for column in range(area.left, area.right + 1)
            ]
            field_id, at = inside[0]
            yield Fact(
                at.sheet,
                at.cell,
                field_id,
                cells=tuple(place.cell for _, place in inside),
                fields=tuple(each for each, _ in inside),
                words={"area": area.reference(), "count": str(len(inside))},
            )


RULE = Rule(
    code="V201",
    title="有空白格",
    checks="没有空白格",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式：表中各项是数量或金额",
    message="{area} 共 {count} 格是空白，按 0 计算，报告中也印成空白。",
    fix="没有发生的，请在 {area} 填 0；有数的补上。",
    why="空白可能是 0，也可能是漏填；公开的报告里应当写明。连成一片的空白只提示一次。",
    bad="科研机构一列整列空白。",
    good="没有发生的都填 0。",
    look=_look,
)
