"""Figures that stand in merged cells with others: no one can say whose such a figure is."""

from collections.abc import Mapping

from govxlsx.addresses import Area, Position, address
from govxlsx.reading import prose
from govxlsx.report.model import Notice, Remark
from govxlsx.text import shortened
from govxlsx.workbook import Sheet

_MOST = 200
_NAMED, _QUOTED = 12, 3
"""So many merged areas are named, and so many of the texts in them quoted."""


def merged(
    sheet: Sheet, figures: Mapping[Position, str], area: Area
) -> tuple[set[str], list[Remark]]:
    """Return the figures that stand in merged cells with others, and a remark upon all of them.

    ``figures`` has their ids by position, ``area`` is what they span. What stands in such a cell is
    the figure of none of them, not even of the first.
    """
    covered: dict[Position, str] = {}
    areas: list[str] = []
    held: dict[str, None] = {}
    for merge in sheet.merges:
        top, left, bottom, right = merge
        if top > area.bottom or left > area.right or bottom < area.top or right < area.left:
            continue
        if len(areas) >= _MOST:
            break  # overlapping without end; no spreadsheet writes that
        inside = [at for at in figures if top <= at[0] <= bottom and left <= at[1] <= right]
        if any(at != (top, left) for at in inside):
            covered |= {at: figures[at] for at in inside}
            areas.append(merge.reference())
            if text := prose.text_at(sheet, (top, left)):
                held[f"“{shortened(text)}”"] = None
    if not areas:
        return set(), []
    more = f" 等 {len(areas)} 处" if len(areas) > _NAMED else ""
    words = {
        "area": "、".join(areas[:_NAMED]) + more,
        "held": f"（写着{'、'.join([*held][:_QUOTED])}{'等' if len(held) > _QUOTED else ''}）"
        if held
        else "",
    }
    order = sorted(covered)
    cells = tuple(address(*at) for at in order)
    fields = tuple(covered[at] for at in order)
    return set(fields), [Remark(Notice.MERGED, sheet.name, cells, fields, words)]
