"""The sheets as the workbook lists them, and the new one in front of them.

Source: ECMA-376 Part 1, 18.2 (Workbook).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from govxlsx.form.layout import RESULTS
from govxlsx.showing.annotation.package import CopyPackage, refusal
from govxlsx.showing.seal import RESULTS_PART
from govxlsx.workbook.cells import unescape

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BEFORE_NAMES = ("sheets", "functionGroups", "externalReferences")
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"


@dataclass(frozen=True, slots=True)
class ListedSheet:
    """A worksheet of the submitted workbook and the part that holds it."""

    name: str
    part: str
    hidden: bool


class SheetList:
    """The workbook part of a package. Raises OutputError where it is not as Excel writes it."""

    def __init__(self, package: CopyPackage) -> None:
        self._package = package
        self.part = package.targets("").first("officeDocument", "xl/workbook.xml")
        self._root = package.tree(self.part)
        if self._root.tag != f"{MAIN}workbook":  # the strict form has other namespaces
            raise refusal("文件的内部写法特殊，程序不能照样复制")
        self.related = package.targets(self.part)
        self._sheets = self._root.find(f"{MAIN}sheets")
        self.names = [unescape(each.get("name", "")) for each in self._entries()]

    def _entries(self) -> Iterable[etree._Element]:
        return () if self._sheets is None else self._sheets.iterchildren(f"{MAIN}sheet")

    def worksheets(self) -> Iterator[ListedSheet]:
        """Yield the worksheets in their order."""
        for name, each in zip(self.names, self._entries(), strict=True):
            kind, part = self.related.by_id.get(each.get(RELATION, ""), ("", ""))
            if kind == "worksheet":
                yield ListedSheet(name, part, each.get("state", "visible") != "visible")

    def free_name(self) -> str:
        """Return a name for the new sheet that no sheet has."""
        taken = {name.casefold() for name in self.names}
        name, number = RESULTS, 1
        while name.casefold() in taken:
            number += 1
            name = f"{RESULTS} ({number})"
        return name

    def put_first(self, name: str, sheet: bytes, own: Iterable[etree._Element]) -> str:
        """Add a sheet in front of all others, and open the workbook on it; return its part.

        ``own`` are the names that its workbook has defined for areas of it.
        """
        assert self._sheets is not None, "the workbook was read"
        part = self._package.add(f"xl/worksheets/{RESULTS_PART}{{}}.xml", sheet, _SHEET)
        number = max(int(each.get("sheetId", "0")) for each in self._entries()) + 1
        key = self._package.relate(self.part, "worksheet", part)
        given = {"name": name, "sheetId": str(number), RELATION: key}
        self._sheets.insert(0, self._sheets.makeelement(f"{MAIN}sheet", given))
        names = self._defined_names()
        for each in names:
            at = each.get("localSheetId")
            if at is not None:
                each.set("localSheetId", str(int(at) + 1))
        names.extend(own)
        for view in self._root.iterfind(f"{MAIN}bookViews/{MAIN}workbookView"):
            view.set("activeTab", "0")
            view.set("firstSheet", "0")
        return part

    def _defined_names(self) -> etree._Element:
        found = self._root.find(f"{MAIN}definedNames")
        if found is None:
            found = self._root.makeelement(f"{MAIN}definedNames")
            before = [each for each in self._root if etree.QName(each).localname in _BEFORE_NAMES]
            before[-1].addnext(found)
        return found
