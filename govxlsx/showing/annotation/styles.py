"""Styles that the copy needs beside its own: marked cells, and those of the new sheet.

Source: ECMA-376 Part 1, 18.8 (Styles).
"""

from copy import deepcopy

from lxml import etree

from govxlsx.checking.rule import Severity
from govxlsx.showing.annotation.sheet_list import MAIN

COLOURS = {Severity.ERROR: "FFFFC7CE", Severity.WARNING: "FFFFE680", Severity.INFO: "FFD6E8FA"}

_SIDES = "".join(
    f'<{each} style="medium"><color rgb="FFC00000"/></{each}>'
    for each in ("left", "right", "top", "bottom")
)
_FRAME = f'<border xmlns="{MAIN[1:-1]}">{_SIDES}<diagonal/></border>'
"""Where the error is reported: the parts of a broken sum are as red as its total."""

_SHARED = {"fontId": "fonts", "fillId": "fills", "borderId": "borders"}


class CopyStyles:
    """The style part of a workbook, to which styles are added; all that there is stays."""

    def __init__(self, root: etree._Element) -> None:
        self._lists = {name: self._list(root, name) for name in (*_SHARED.values(), "cellXfs")}
        self._marked: dict[tuple[int, Severity, bool], int] = {}
        self._parts: dict[str, int] = {}

    @staticmethod
    def _list(root: etree._Element, name: str) -> etree._Element:
        found = root.find(f"{MAIN}{name}")
        if found is None:
            raise LookupError(name)
        return found

    def marked(self, index: int, severity: Severity, *, wrong: bool) -> int:
        """Return the style of a cell of style ``index`` once it is marked."""
        key = index, severity, wrong
        if key not in self._marked:
            styles = self._lists["cellXfs"]
            style = deepcopy(styles[index] if index < len(styles) else styles[0])
            style.set("fillId", str(self._part("fills", _fill(severity))))
            style.set("applyFill", "1")
            if wrong:
                style.set("borderId", str(self._part("borders", _FRAME)))
                style.set("applyBorder", "1")
            self._marked[key] = self._add("cellXfs", style)
        return self._marked[key]

    def graft(self, root: etree._Element) -> int:
        """Add all styles of another style part; return by how much their numbers grow."""
        shift = {name: len(self._lists[place]) for name, place in _SHARED.items()}
        for place in _SHARED.values():
            for each in self._list(root, place):
                self._add(place, deepcopy(each))
        first = len(self._lists["cellXfs"])
        for each in self._list(root, "cellXfs"):
            style = deepcopy(each)
            for name, more in shift.items():
                style.set(name, str(int(style.get(name, "0")) + more))
                style.set(f"apply{name[0].upper()}{name[1:-2]}", "1")
            style.set("xfId", "0")
            self._add("cellXfs", style)
        return first

    def _part(self, place: str, xml: str) -> int:
        if xml not in self._parts:
            self._parts[xml] = self._add(place, etree.fromstring(xml))
        return self._parts[xml]

    def _add(self, place: str, element: etree._Element) -> int:
        held = self._lists[place]
        held.append(element)
        held.set("count", str(len(held)))
        return len(held) - 1


def _fill(severity: Severity) -> str:
    return (
        f'<fill xmlns="{MAIN[1:-1]}"><patternFill patternType="solid">'
        f'<fgColor rgb="{COLOURS[severity]}"/></patternFill></fill>'
    )
