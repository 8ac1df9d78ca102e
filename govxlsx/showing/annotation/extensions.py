"""Extensions of a worksheet that openpyxl drops: newer validation and conditional formats.

Source: ECMA-376 Part 1, 18.2.10 (extLst); [MS-XLSX] 2.3.3 (dataValidations,
conditionalFormattings).
"""

from __future__ import annotations

from lxml import etree

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_X14 = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}"
_KEPT = (f"{_X14}dataValidations", f"{_X14}conditionalFormattings")


def extensions_of(part: bytes) -> etree._Element | None:
    """Return the extension list of a worksheet's XML with what can be kept, None without any.

    Kept is what stands by itself; other extensions refer to parts that the copy does not have.
    """
    if b"extLst" not in part:
        return None
    root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, huge_tree=True))
    found = root.find(f"{_MAIN}extLst")
    if found is None:
        return None
    for extension in list(found):
        if not all(child.tag in _KEPT for child in extension) or not len(extension):
            found.remove(extension)
    return found if len(found) else None
