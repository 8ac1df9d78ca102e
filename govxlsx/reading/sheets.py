"""Which worksheet is which: by the title in its first rows, else by its name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from govxlsx.addresses import Position
from govxlsx.form import layout
from govxlsx.form.editions import EDITIONS
from govxlsx.report.model import Notice, Remark
from govxlsx.text import label_key
from govxlsx.workbook import CellKind, Sheet

_TEXT = CellKind.TEXT
"""Looked up once: this is compared for every cell."""

_TITLE_ROWS = 8
_TITLE_COLUMNS = 8
_COPY = re.compile(r"[（(]\d+[)）]$")

_PARTS = EDITIONS[-1].parts
TABLE_PARTS = tuple(part for part in _PARTS if part.table)
"""The six parts bear the same titles and sheet names in every edition."""


def _titles() -> dict[str, str]:
    return {
        label_key(title): part.sheet
        for edition in EDITIONS
        for part in edition.parts
        for title in (part.title, *part.aliases)
    }


_OWN = (
    *(layout.GUIDE, layout.BASICS, layout.EXPLANATIONS, layout.CONTROL),
    *(layout.RESULTS, layout.SHARES),
)
_SHEET_OF_TITLE = _titles()
_SHEET_OF_OWN_TITLE = {label_key(name): name for name in _OWN}
_SHEET_OF_NAME = {label_key(name): name for name in (*_SHEET_OF_TITLE.values(), *_OWN)}


@dataclass(slots=True)
class Bound:
    """The worksheets of the form by their official sheet name, the rest, and what was noticed."""

    sheets: dict[str, Sheet] = field(default_factory=dict)
    titles: dict[str, Position] = field(default_factory=dict)
    others: list[Sheet] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def _by_title(sheet: Sheet) -> tuple[str, Position] | None:
    """Return the official name and the title's place; 基本信息 and the like only as first text."""
    places = [(0, 0)] if (0, 0) in sheet.cells else []
    known = _title_at(sheet, places)
    return known if known is not None else _title_at(sheet, sorted(sheet.cells))


def _title_at(sheet: Sheet, places: Iterable[Position]) -> tuple[str, Position] | None:
    first = True
    for at in places:
        if at[0] >= _TITLE_ROWS:
            return None
        cell = sheet.cells[at]
        if at[1] < _TITLE_COLUMNS and cell.kind is _TEXT and len(cell.text) < 60:
            key = label_key(cell.text)
            name = _SHEET_OF_TITLE.get(key) or (_SHEET_OF_OWN_TITLE.get(key) if first else None)
            if name is not None:
                return name, at
            first = False
    return None


def _by_name(sheet: Sheet) -> str | None:
    return _SHEET_OF_NAME.get(label_key(_COPY.sub("", sheet.name.strip())))


def recognised(sheet: Sheet) -> bool:
    """Tell whether a worksheet belongs to the form."""
    return _by_title(sheet) is not None or _by_name(sheet) is not None


def bind(sheets: Iterable[Sheet]) -> Bound:
    """Tell the sheets apart. A visible sheet goes before a hidden one, then the official name."""
    bound = Bound()
    candidates: dict[str, list[Sheet]] = {}
    titles: dict[int, Position] = {}
    for sheet in sheets:
        title = _by_title(sheet)
        if title is not None:
            titles[id(sheet)] = title[1]
        name = title[0] if title is not None else _by_name(sheet)
        if name is None:
            bound.others.append(sheet)
        else:
            candidates.setdefault(name, []).append(sheet)
    for name, found in candidates.items():
        found.sort(key=lambda sheet: (sheet.hidden, id(sheet) not in titles, sheet.name != name))
        chosen, *rest = found
        bound.sheets[name] = chosen
        if id(chosen) in titles:
            bound.titles[name] = titles[id(chosen)]
        bound.remarks.extend(_remarks(name, chosen, rest))
        bound.others.extend(sheet for sheet in rest if sheet.hidden)
    bound.remarks.extend(_missing(bound))
    return bound


def is_this_form(bound: Bound) -> bool:
    """Tell whether a workbook is this form: at least two of its six parts are there."""
    return len({part.sheet for part in _PARTS} & bound.sheets.keys()) >= 2


def _remarks(name: str, chosen: Sheet, rest: list[Sheet]) -> Iterable[Remark]:
    twice = [sheet.name for sheet in rest if not sheet.hidden]
    if twice:
        names = "、".join(f"“{each}”" for each in (chosen.name, *twice))
        yield Remark(Notice.SHEET_TWICE, twice[0], words={"official": name, "names": names})
    if chosen.name != name:
        yield Remark(Notice.SHEET_RENAMED, chosen.name, words={"official": name})


def _missing(bound: Bound) -> Iterable[Remark]:
    needed = (layout.BASICS, *(part.sheet for part in _PARTS))
    for name in needed:
        if name not in bound.sheets:
            strangers = [sheet.name for sheet in bound.others if not sheet.hidden]
            hint = f"（有一张不认识的表“{strangers[0]}”，是不是它？）" if strangers else ""
            yield Remark(Notice.SHEET_MISSING, "", words={"official": name, "hint": hint})
