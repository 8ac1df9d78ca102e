"""Rows of numbers that are put into a sheet's XML when the workbook is finished, as they come.

XlsxWriter keeps every cell until then: 600 MB for the figures of a province's bodies.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from govxlsx.addresses import column_letters
from govxlsx.patterns import regex

NumberRow = Sequence[object] | None
"""What is in a row from the first column on, None where a cell is blank; None alone for a row that
is written already."""

_ROW = regex(r'<row r="([0-9]+)" spans="([0-9]+):[0-9]+"')
_END = "</row>"


@dataclass(frozen=True, slots=True)
class Numbers:
    """Rows of numbers: the row and the column of the first, counted from 0, and their style.

    ``style`` gives the style's number, which is known when the workbook is finished.
    """

    top: int
    left: int
    width: int
    rows: Iterable[NumberRow]
    style: Callable[[], int]


def put_in(book: bytes, sheets: Mapping[str, Numbers]) -> bytes:
    """Return a workbook with the numbers in their sheets, by the names of the sheets' parts.

    The rows are there and hold something, before the numbers alone.
    """
    made = BytesIO()
    with ZipFile(BytesIO(book)) as old, ZipFile(made, "w") as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename not in sheets:
                new.writestr(info, data)
                continue
            with new.open(info, "w") as part:
                for piece in _pieces(data.decode("utf-8"), sheets[info.filename]):
                    part.write(piece.encode("utf-8"))
    return made.getvalue()


def _pieces(xml: str, numbers: Numbers) -> Iterator[str]:
    """Yield the XML of a sheet, the numbers of each row before its end."""
    style, right = numbers.style(), numbers.left + numbers.width
    columns = [column_letters(each) for each in range(numbers.left, right)]
    done = 0
    for row, values in enumerate(numbers.rows, numbers.top + 1):
        start = _ROW.search(xml, xml.index(f'<row r="{row}" ', done))
        assert start is not None
        yield xml[done : start.start()]
        yield f'<row r="{row}" spans="{start[2]}:{right}"'
        end = xml.index(_END, start.end())
        yield xml[start.end() : end]
        if values is not None:
            cells = zip(columns, values, strict=True)
            yield "".join(
                f'<c r="{column}{row}" s="{style}"/>'
                if value is None
                else f'<c r="{column}{row}" s="{style}"><v>{value}</v></c>'
                for column, value in cells
            )
        done = end
    yield xml[done:]
