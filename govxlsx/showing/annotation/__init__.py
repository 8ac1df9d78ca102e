"""A marked copy of a submitted workbook; the original is only read. The only door to openpyxl.

Only what is marked is changed, in the XML of its part; all else is what was submitted.
"""

import zipfile
import zlib
from collections import defaultdict
from collections.abc import Mapping

from lxml import etree

from govxlsx.addresses import Position, position
from govxlsx.checking.finding import Outcome
from govxlsx.errors import UnusableWorkbookError
from govxlsx.personal import masked
from govxlsx.reading import read_bytes
from govxlsx.report.figure import State, plain
from govxlsx.report.model import Report
from govxlsx.showing.annotation import comments, marking, results
from govxlsx.showing.annotation.marks import Mark, gather, stored
from govxlsx.showing.annotation.package import CopyPackage, refusal
from govxlsx.showing.annotation.sheet_list import MAIN, ListedSheet, SheetList
from govxlsx.showing.annotation.styles import CopyStyles

__all__ = ["annotate"]

_UNREADABLE = (
    *(ValueError, LookupError, NotImplementedError, EOFError, OSError),
    *(etree.LxmlError, zlib.error, zipfile.BadZipFile, UnusableWorkbookError),
)
"""What is raised on packages that Excel or WPS may well open."""


def annotate(data: bytes, outcome: Outcome, report: Report | None = None) -> bytes:
    """Return a copy of a workbook with its findings marked; the same input gives the same bytes.

    ``data`` are the submitted file's bytes (.xlsx or .xlsm), ``outcome`` what checking them gave,
    ``report`` what was read of them, where that is at hand.
    The cells of each finding are coloured and commented; a first sheet 校验结果 lists them all.
    Raises OutputError where no copy can be made.
    """
    report = report or read_bytes(data, "")
    try:
        return _marked(CopyPackage(data), outcome, report)
    except _UNREADABLE as error:
        raise refusal("文件的内部写法特殊，程序不能照样复制") from error


def _marked(package: CopyPackage, outcome: Outcome, report: Report) -> bytes:
    sheet_list = SheetList(package)
    styles = CopyStyles(package.tree(sheet_list.related.first("styles", "xl/styles.xml")))
    sheets = [*sheet_list.worksheets()]
    marks, sums = gather(outcome.findings, report), _sums(report)
    for each in sheets:
        _mark(package, each, marks.get(masked(each.name), {}), sums.get(each.name, {}), styles)
    name = sheet_list.free_name()
    result = results.made(name, sheets, report, outcome)
    shift = styles.graft(result.styles)
    for cell in result.xml.iter(f"{MAIN}c"):
        cell.set("s", str(int(cell.get("s", "0")) + shift))
    part = sheet_list.put_first(name, etree.tostring(result.xml, encoding="UTF-8"), result.names)
    package.unrelate("", "digital-signature/origin")  # what was signed is not the copy
    return package.packed(part)


def _mark(
    package: CopyPackage,
    sheet: ListedSheet,
    marks: Mapping[Position, Mark],
    sums: dict[Position, str],
    styles: CopyStyles,
) -> None:
    """Mark a sheet; one on which nothing is marked stays as it is, but for being selected."""
    if not marks and not sums and b"tabSelected" not in package.read(sheet.part):
        return
    root = package.tree(sheet.part)
    for view in root.iterfind(f"{MAIN}sheetViews/{MAIN}sheetView"):
        view.attrib.pop("tabSelected", "")  # sheets that are selected together change together
    cells = marking.SheetCells(root)
    marking.calculate(cells, sums)
    marking.mark(cells, marks, styles)
    texts: dict[Position, str] = {}
    for at, each in marks.items():
        if each.text:
            first = cells.first(at)
            texts[first] = "\n\n".join(filter(None, (texts.get(first), stored(each.text))))
    if texts:
        comments.comment(package, sheet.part, root, texts)


def _sums(report: Report) -> dict[str, dict[Position, str]]:
    """Return the sums of the template that were added up here: what no program has calculated."""
    found: dict[str, dict[Position, str]] = defaultdict(dict)
    for each in report.figures.values():
        if each.state in (State.SUMMED, State.STALE) and each.at and each.value is not None:
            found[each.at.sheet][position(each.at.cell)] = plain(each.value)
    return found
