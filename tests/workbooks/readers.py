"""The two readers of a sheet side by side: the regular expressions and the parser."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.parsers import expat

from govxlsx.errors import UnusableWorkbookError
from govxlsx.workbook import canonical, parsing
from govxlsx.workbook.cells import Sheet
from govxlsx.workbook.stock import Stock
from govxlsx.workbook.strings import read_strings
from govxlsx.workbook.styles import Styles

STRINGS = "xl/sharedStrings.xml"
STYLES = Styles(
    {"2": "yyyy-mm-dd", "3": "0.0%", "9": "yyyy-mm-dd"}, frozenset({"2", "9"}), frozenset({"4"})
)


def parsed_strings(content: bytes) -> list[str] | None:
    """Return what the parser reads, None where it refuses."""
    try:
        return read_strings(iter((content,)))[0]
    except UnusableWorkbookError:
        return None


def parsed(content: bytes, strings: list[str]) -> Sheet | None:
    """Return what the parser reads of a sheet, None where it refuses."""
    sheet = Sheet("表", "xl/worksheets/sheet1.xml")
    try:
        parsing.read_sheet(sheet, iter((content,)), Stock(strings, STYLES))
    except UnusableWorkbookError:
        return None
    return sheet


def scanned(content: bytes, strings: list[str]) -> Sheet | None:
    """Return what the regular expressions read of a sheet, None where they give up."""
    sheet = Sheet("表", "xl/worksheets/sheet1.xml")
    done = canonical.read(sheet, content, Stock(strings, STYLES))
    return sheet if done is not None else None


def same(one: Sheet, other: Sheet) -> bool:
    """Tell whether two readings agree; of a row without cells nobody asks whether it is hidden."""
    populated = {row for row, _ in one.cells}
    return (
        one.cells == other.cells
        and one.merges == other.merges
        and one.hidden_columns == other.hidden_columns
        and one.hidden_rows & populated == other.hidden_rows & populated
    )


def assert_agree(content: bytes, strings: list[str]) -> None:
    """Assert that what the regular expressions read is well formed, and what the parser reads."""
    scan = scanned(content, strings)
    if scan is not None:
        expat.ParserCreate(namespace_separator=" ").Parse(content, True)
        parse = parsed(content, strings)
        assert parse is not None
        assert same(scan, parse)


def sheets(data: bytes) -> Iterator[tuple[str, bytes, list[str]]]:
    """Yield the name, the content and the shared strings of each small sheet of a workbook.

    Where these strings are not few, the parser alone reads them.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            sizes = {each.filename: each.file_size for each in package.infolist()}
            if sizes.get(STRINGS, 0) > canonical.SMALL:
                return
            names = [name for name in sizes if "worksheets/sheet" in name]
            content = package.read(STRINGS) if STRINGS in sizes else b""
            strings = parsed_strings(content) if content else []
            if strings is None:
                assert canonical.read_strings(content) is None
                return
            assert canonical.read_strings(content) in (None, strings)
            for name in names:
                if sizes[name] <= canonical.SMALL:
                    yield name, package.read(name), strings
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError):
        return


def assert_both_agree(data: bytes) -> None:
    """Assert that both readers say the same of every sheet of a workbook."""
    for _, content, strings in sheets(data):
        assert_agree(content, strings)


def all_usual(data: bytes) -> list[str]:
    """Return the sheets that the regular expressions leave to the parser."""
    return [name for name, content, strings in sheets(data) if scanned(content, strings) is None]
